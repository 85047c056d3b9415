import { findAptInstall, isAptUpdate } from './apt.ts';
import { findSubcommand, hasOption, listOperands } from './command-line.ts';
import { readDependencyStep } from './dependency-step.ts';
import type { RunCommand } from '../dockerfile/run-commands.ts';

/** What a package manager leaves in a layer, and how it is taken away. */
export interface PackageCache {
  readonly manager: 'apt' | 'apk' | 'dnf' | 'pip' | 'npm';
  readonly what: string;
  /** Folders of it, those of root. */
  readonly folders: readonly string[];
  /** Whether the command leaves it. */
  readonly isLeftBy: (command: RunCommand) => boolean;
  readonly isClearedBy: (command: RunCommand) => boolean;
  /** What a variable has to be to keep it from being written; `null`: any value. */
  readonly variables: readonly string[];
  /** Appended to the RUN, or the option that is put behind the subcommand. */
  readonly mend:
    { readonly kind: 'append'; readonly text: string } | { readonly kind: 'option'; readonly text: string };
}

const DNF = ['dnf', 'yum', 'microdnf', 'tdnf'];

function removes(command: RunCommand, ...folders: readonly RegExp[]): boolean {
  if (command.program === 'rm')
    return command.arguments.some(({ text }) => folders.some((folder) => folder.test(text)));
  return (
    command.program === 'find' &&
    hasOption(command, '-delete') &&
    folders.some((folder) => folder.test(command.arguments[0]?.text ?? ''))
  );
}

export const PACKAGE_CACHES: readonly PackageCache[] = [
  {
    manager: 'apt',
    what: 'the package lists of apt-get update, 20 MB or more',
    folders: ['/var/lib/apt/lists'],
    isLeftBy: isAptUpdate,
    isClearedBy: (command) =>
      removes(command, /^\/var\/lib\/apt(?:\/lists)?(?:\/|$)/, /^\/var\/lib\/apt\/?\{/, /^\/var\/lib\/\{/) ||
      findSubcommand(command, ['apt-get', 'apt'], ['dist-clean', 'distclean']) !== null,
    variables: [],
    mend: { kind: 'append', text: 'rm -rf /var/lib/apt/lists/*' },
  },
  {
    manager: 'apk',
    what: 'the index of apk',
    folders: ['/var/cache/apk', '/etc/apk/cache'],
    isLeftBy: (command) =>
      findSubcommand(command, ['apk'], ['add', 'upgrade']) !== null &&
      !hasOption(command, '--no-cache', '--cache-dir', '--root', '-p'),
    isClearedBy: (command) =>
      removes(command, /^\/var\/cache(?:\/apk)?(?:\/|$)/) || findSubcommand(command, ['apk'], ['cache']) !== null,
    variables: [],
    mend: { kind: 'option', text: '--no-cache' },
  },
  {
    manager: 'dnf',
    what: 'the metadata and packages that dnf has fetched',
    folders: ['/var/cache/dnf', '/var/cache/yum', '/var/cache/libdnf5'],
    isLeftBy: (command) =>
      findSubcommand(command, DNF, ['install', 'update', 'upgrade', 'groupinstall', 'reinstall']) !== null &&
      !hasOption(command, '--installroot'),
    isClearedBy: (command) =>
      findSubcommand(command, DNF, ['clean']) !== null ||
      removes(command, /^\/var\/cache(?:\/(?:dnf|yum|libdnf5))?(?:\/|$)/),
    variables: [],
    mend: { kind: 'append', text: 'dnf clean all' },
  },
  {
    manager: 'pip',
    what: 'what pip has downloaded and built',
    folders: ['/root/.cache', '/root/.cache/pip'],
    isLeftBy: (command) => {
      const words = command.arguments.map(({ text }) => text);
      const isPip =
        /^pip[0-9.]*$/.test(command.program) ||
        (/^python[0-9.]*$/.test(command.program) && words[0] === '-m' && words[1] === 'pip');
      const isInstall = listOperands(command)
        .slice(0, 3)
        .some(({ text }) => text === 'install');
      return (
        isPip &&
        isInstall &&
        !hasOption(command, '--no-cache-dir', '--cache-dir', '--target', '-t', '--root', '--prefix', '--no-index')
      );
    },
    isClearedBy: (command) =>
      removes(command, /(?:^|\/)\.cache(?:\/|$)/) ||
      (/^(?:pip|python)/.test(command.program) && command.arguments.some(({ text }) => text === 'cache')),
    variables: ['PIP_NO_CACHE_DIR', 'PIP_CACHE_DIR', 'XDG_CACHE_HOME'],
    mend: { kind: 'option', text: '--no-cache-dir' },
  },
  {
    manager: 'npm',
    what: "npm's cache, every package once more",
    folders: ['/root/.npm', '/home/node/.npm'],
    isLeftBy: (command) =>
      command.program === 'npm' && readDependencyStep(command) !== null && !hasOption(command, '--cache', '--offline'),
    isClearedBy: (command) =>
      removes(command, /(?:^|\/)\.npm(?:\/|$)/) ||
      (command.program === 'npm' && command.arguments.some(({ text }) => text === 'cache')),
    variables: ['npm_config_cache', 'NPM_CONFIG_CACHE', 'XDG_CACHE_HOME'],
    mend: { kind: 'append', text: 'npm cache clean --force' },
  },
];

/** The subcommand that an option is put behind. */
export function findInstallWord(command: RunCommand): RunCommand['words'][number] | null {
  return (
    findAptInstall(command) ??
    listOperands(command).find(({ text }) => ['add', 'upgrade', 'install'].includes(text)) ??
    null
  );
}
