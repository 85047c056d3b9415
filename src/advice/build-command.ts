import { listOperands } from './command-line.ts';
import type { RunCommand } from '../dockerfile/run-commands.ts';

/** Programs that compile C and C++, or have it compiled; with the subcommands that do, where not all do. */
const BUILDS: Readonly<Record<string, readonly string[] | null>> = {
  ...{ make: null, cmake: null, ninja: null, meson: null, gcc: null, 'g++': null, cc: null, 'c++': null },
  ...{ clang: null, 'clang++': null, configure: null, pecl: ['install'], 'docker-php-ext-install': null },
  ...{ pip: ['install', 'wheel'], pip3: ['install', 'wheel'], pipenv: ['install', 'sync'], pipx: ['install'] },
  ...{ poetry: ['install'], pdm: ['install', 'sync'], uv: ['install', 'sync'], cargo: ['build', 'install'] },
  ...{ npm: ['ci', 'install', 'i', 'clean-install', 'rebuild'], pnpm: ['install', 'i'], bun: ['install', 'i'] },
  ...{ yarn: ['install', 'add', 'workspaces'], bundle: ['install'], bundler: ['install'], gem: ['install'] },
  ...{ cpanm: null, luarocks: ['install'], mix: ['compile', 'deps.compile', 'release'], go: ['build', 'install'] },
};

/** `pip install`, `npm ci`, `make`: what a C compiler is installed for; `null` where it is none of these. */
export function nameBuildCommand(command: RunCommand): string | null {
  const { program } = command;
  const operands = listOperands(command).map(({ text }) => text);
  if (/^python[0-9.]*$/.test(program)) {
    if (operands.some((word) => word.endsWith('setup.py'))) return `${program} setup.py`;
    return operands[0] === 'pip' && operands.includes('install') ? 'pip install' : null;
  }
  if (!Object.hasOwn(BUILDS, program)) return null;
  const subcommands = BUILDS[program] ?? null;
  if (subcommands === null) return program;
  // Yarn alone installs.
  if (program === 'yarn' && operands.length === 0) return program;
  const found = operands.slice(0, MOST_BEFORE + 1).find((word) => subcommands.includes(word));
  return found === undefined ? null : `${program} ${found}`;
}

/** Operands that may stand before a subcommand: values of options, `pip` of `uv pip install`. */
const MOST_BEFORE = 2;
