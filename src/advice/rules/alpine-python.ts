import { libraryName, rootImage } from '../base-image.ts';
import { findSubcommand, hasOption } from '../command-line.ts';
import { listPackages } from '../apt.ts';
import type { Rule } from '../rule.ts';

const COMPILERS = new Set(['gcc', 'g++', 'build-base', 'musl-dev', 'gfortran', 'alpine-sdk', 'clang', 'rust', 'cargo']);

const COMPILE =
  /^(?:make|cmake|ninja|meson|configure|gcc|g\+\+|cc|c\+\+|clang|go|cargo|rustc|npm|yarn|pnpm|gem|bundle|autogen\.sh|docker-php-ext-install)$/;

/** Found where a stage on Alpine installs a C compiler, and then Python packages. */
export const alpinePython: Rule = {
  id: 'alpine-python',
  level: 'low',
  title: 'Python packages are compiled on Alpine',
  why: 'Many packages publish programs for glibc only. On Alpine, which has musl, pip compiles them from source: minutes instead of seconds, and a compiler in the build.',
  instead: 'Try python:3.x-slim: it is some 40 MB larger than Alpine, and takes the published wheels.',
  check: (subject) =>
    subject.needed.flatMap((stage) => {
      const image = rootImage(subject, stage);
      const name = image === null ? null : libraryName(image);
      if (image === null || !(name === 'alpine' || (name === 'python' && (image.tag ?? '').includes('alpine'))))
        return [];
      const commands = subject
        .stepsOf(stage)
        .flatMap((step) => (subject.commandsOf(step.instruction) ?? []).map((command) => ({ command, step })));
      const at = commands.findIndex(
        ({ command }) =>
          findSubcommand(command, ['apk'], ['add']) !== null && listPackages(command).some((one) => COMPILERS.has(one)),
      );
      const compiler = commands[at];
      const pip = commands
        .slice(at + 1)
        .find(
          ({ command }) =>
            /^pip[0-9.]*$/.test(command.program) &&
            command.arguments[0]?.text === 'install' &&
            !hasOption(command, '--only-binary'),
        );
      // Whatever else compiles may be what the compiler is for.
      const isForOthers = commands.some(({ command: { program } }) => COMPILE.test(program));
      if (compiler === undefined || pip?.step.stage !== stage || isForOthers) return [];
      const { line } = pip.command.place;
      const from = compiler.command.place.line;
      return [
        {
          line,
          lastLine: line,
          message: `pip compiles on Alpine, with the compiler of ${from === line ? 'the same line' : `line ${from}`}.`,
          patch: null,
          paid: { kind: 'steps', when: 'run', lines: [pip.step.instruction.line] },
        },
      ];
    }),
};
