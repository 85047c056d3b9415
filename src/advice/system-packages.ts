import { APT } from './apt.ts';
import { findSubcommand, listOperands } from './command-line.ts';
import type { RunCommand } from '../dockerfile/run-commands.ts';

/** What a command asks of the system's package manager. */
export interface PackageCommand {
  readonly kind: 'install' | 'remove';
  /** As it names them, without versions; the name that apk is to know them by, too. */
  readonly names: readonly string[];
  /** Whether it names all of them: nothing stands in a variable. */
  readonly isRead: boolean;
}

const DNF = ['dnf', 'yum', 'microdnf', 'tdnf', 'zypper'];

/** Programs, and what they install and remove with. */
const MANAGERS: readonly (readonly [
  programs: readonly string[],
  install: readonly string[],
  remove: readonly string[],
])[] = [
  [APT, ['install'], ['remove', 'purge', 'autoremove', 'autopurge']],
  [['apk'], ['add'], ['del']],
  [DNF, ['install', 'groupinstall'], ['remove', 'erase', 'autoremove', 'groupremove']],
];

/** `null` where it is none of Debian's, Alpine's and Red Hat's. */
export function readPackageCommand(command: RunCommand): PackageCommand | null {
  for (const [programs, install, remove] of MANAGERS) {
    const word = findSubcommand(command, programs, [...install, ...remove]);
    if (word === null) continue;
    const operands = listOperands(command).filter((one) => one !== word);
    const groups = command.arguments.flatMap(({ text }) => /^--virtual=(.+)$/.exec(text)?.[1] ?? []);
    const named = operands.filter(({ isLiteral }) => isLiteral).map(({ text }) => text.replace(/[=:~<>].*$/, ''));
    return {
      kind: install.includes(word.text) ? 'install' : 'remove',
      names: [...groups, ...named],
      isRead: command.arguments.every(({ isLiteral }) => isLiteral),
    };
  }
  return null;
}
