import { findSubcommand, hasOption, listOperands } from './command-line.ts';
import type { RunCommand } from '../dockerfile/run-commands.ts';

/** A command that fetches what a project depends on. */
export interface DependencyStep {
  readonly ecosystem: Ecosystem;
  /** Whether it compiles too, and so needs the sources. */
  readonly kind: 'fetch' | 'build';
}

export type Ecosystem = 'npm' | 'pip' | 'go' | 'maven' | 'gradle' | 'cargo' | 'composer' | 'bundler' | 'dotnet';

const NODE = ['npm', 'yarn', 'pnpm', 'bun'];
const YARN_OPTIONS = new Set([
  '--frozen-lockfile',
  '--immutable',
  '--pure-lockfile',
  '--production',
  '--prod',
  '--non-interactive',
]);
const PIP = ['pip', 'pip3'];
const PYTHON = /^python[0-9.]*$/;

/** What the command fetches, if it is one that does; those that add a named package are none. */
export function readDependencyStep(command: RunCommand): DependencyStep | null {
  const { program } = command;
  if (NODE.includes(program)) return readNode(command);
  if (PIP.includes(program) || PYTHON.test(program)) return isRequirements(command) ? fetches('pip') : null;
  switch (program) {
    case 'uv': {
      const [first, second] = listOperands(command);
      if (first?.text === 'sync') return fetches('pip');
      return first?.text === 'pip' && second?.text === 'install' && hasOption(command, '-r') ? fetches('pip') : null;
    }
    case 'go':
      if (findSubcommand(command, ['go'], ['mod']) !== null) {
        return listOperands(command)[1]?.text === 'download' ? fetches('go') : null;
      }
      return findSubcommand(command, ['go'], ['build']) === null ? null : { ecosystem: 'go', kind: 'build' };
    case 'mvn':
    case 'mvnw':
      return readJvm(command, 'maven', /^(?:org\.apache\.maven\.plugins:maven-dependency-plugin[^ ]*|dependency):/);
    case 'gradle':
    case 'gradlew':
      return readJvm(command, 'gradle', /^:?dependencies$|[Dd]ownload[A-Z]?[a-z]*ependencies/);
    case 'cargo':
      if (findSubcommand(command, ['cargo'], ['fetch', 'cook']) !== null) return fetches('cargo');
      return findSubcommand(command, ['cargo'], ['build']) === null ? null : { ecosystem: 'cargo', kind: 'build' };
    case 'composer':
      return findSubcommand(command, ['composer'], ['install', 'i']) === null ? null : fetches('composer');
    case 'bundle':
    case 'bundler':
      return findSubcommand(command, [program], ['install']) === null ? null : fetches('bundler');
    case 'dotnet':
      if (findSubcommand(command, ['dotnet'], ['restore']) !== null) return fetches('dotnet');
      return findSubcommand(command, ['dotnet'], ['build', 'publish']) === null || hasOption(command, '--no-restore')
        ? null
        : { ecosystem: 'dotnet', kind: 'build' };
    default:
      return null;
  }
}

function readNode(command: RunCommand): DependencyStep | null {
  const names = {
    npm: ['ci', 'install', 'i', 'clean-install'],
    yarn: ['install'],
    pnpm: ['install', 'i'],
    bun: ['install', 'i'],
  };
  const program =
    command.program === 'npm'
      ? 'npm'
      : command.program === 'pnpm'
        ? 'pnpm'
        : command.program === 'bun'
          ? 'bun'
          : 'yarn';
  if (hasOption(command, '-g', '--global', '--location')) return null;
  const operands = listOperands(command).filter(({ text }) => text !== 'true');
  // Yarn alone installs.
  if (operands.length === 0) {
    return program === 'yarn' && command.arguments.every(({ text }) => YARN_OPTIONS.has(text)) ? fetches('npm') : null;
  }
  return operands.length === 1 && names[program].includes(operands[0]?.text ?? '') ? fetches('npm') : null;
}

/** `pip install -r requirements.txt`, as `python -m pip` too; a project of the context, `.` or `-e .`, needs the sources. */
function isRequirements(command: RunCommand): boolean {
  const words = command.arguments.map(({ text }) => text);
  if (!PIP.includes(command.program) && !(words[0] === '-m' && words[1] === 'pip')) return false;
  const isInstall = words.includes('install');
  return (
    isInstall &&
    hasOption(command, '-r', '--requirement') &&
    !hasOption(command, '-e', '--editable') &&
    !words.includes('.')
  );
}

function readJvm(command: RunCommand, ecosystem: 'maven' | 'gradle', fetching: RegExp): DependencyStep | null {
  const goals = listOperands(command).map(({ text }) => text);
  if (goals.length === 0 || hasOption(command, '--version', '-v')) return null;
  if (goals.some((goal) => fetching.test(goal))) return fetches(ecosystem);
  const builds = [
    'package',
    'install',
    'verify',
    'build',
    'assemble',
    'bootJar',
    'shadowJar',
    'jar',
    'installDist',
    'compile',
  ];
  return goals.some((goal) => builds.includes(goal.replace(/^.*:/, ''))) ? { ecosystem, kind: 'build' } : null;
}

function fetches(ecosystem: Ecosystem): DependencyStep {
  return { ecosystem, kind: 'fetch' };
}
