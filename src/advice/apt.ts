import { findSubcommand, listOperands } from './command-line.ts';
import type { RunCommand } from '../dockerfile/run-commands.ts';

/** Programs that install packages of Debian's. */
export const APT = ['apt-get', 'apt', 'aptitude'];

export function isAptUpdate(command: RunCommand): boolean {
  return findSubcommand(command, APT, ['update']) !== null;
}

/** `apt-get install a b`: the word `install`; `null` where it is none. */
export function findAptInstall(command: RunCommand): RunCommand['words'][number] | null {
  return findSubcommand(command, APT, ['install', 'build-dep']);
}

/** Packages that an install or removal names, without versions. */
export function listPackages(command: RunCommand): string[] {
  return listOperands(command)
    .slice(1)
    .filter(({ isLiteral }) => isLiteral)
    .map(({ text }) => text.replace(/[=:/~<>].*$/, ''))
    .filter((name) => name !== '');
}
