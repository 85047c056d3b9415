import { isAptUpdate } from './apt.ts';
import { findSubcommand, hasOption } from './command-line.ts';
import { removes, type PackageCache } from './package-cache.ts';

const DNF = ['dnf', 'yum', 'microdnf', 'tdnf'];

/** Of the package managers of distributions. */
export const SYSTEM_CACHES: readonly PackageCache[] = [
  {
    manager: 'apt',
    what: 'the package lists of apt-get update, 20 MB or more',
    folders: ['/var/lib/apt/lists'],
    emptied: ['/var/lib/apt/lists'],
    isSure: () => true,
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
    emptied: ['/var/cache/apk', '/etc/apk/cache'],
    isSure: () => true,
    isLeftBy: (command) =>
      findSubcommand(command, ['apk'], ['add', 'upgrade']) !== null &&
      !hasOption(command, '--no-cache', '--no-network', '--cache-dir', '--root', '-p'),
    isClearedBy: (command) =>
      removes(command, /^\/var\/cache(?:\/apk)?(?:\/|$)/) || findSubcommand(command, ['apk'], ['cache']) !== null,
    variables: [],
    mend: { kind: 'option', text: '--no-cache' },
  },
  {
    manager: 'dnf',
    what: 'the metadata and packages that dnf has fetched',
    folders: ['/var/cache/dnf', '/var/cache/yum', '/var/cache/libdnf5'],
    emptied: ['/var/cache/dnf', '/var/cache/yum', '/var/cache/libdnf5'],
    isSure: () => true,
    isLeftBy: (command) =>
      findSubcommand(command, DNF, ['install', 'update', 'upgrade', 'groupinstall', 'reinstall']) !== null &&
      !hasOption(command, '--installroot'),
    isClearedBy: (command) =>
      findSubcommand(command, DNF, ['clean']) !== null ||
      removes(command, /^\/var\/cache(?:\/(?:dnf|yum|libdnf5))?(?:\/|$)/),
    variables: [],
    mend: { kind: 'append', text: 'dnf clean all' },
  },
];
