import { findAptInstall } from './apt.ts';
import { listOperands } from './command-line.ts';
import { LANGUAGE_CACHES } from './language-caches.ts';
import { SYSTEM_CACHES } from './system-caches.ts';
import type { PackageCache } from './package-cache.ts';
import type { RunCommand } from '../dockerfile/run-commands.ts';

export const PACKAGE_CACHES: readonly PackageCache[] = [...SYSTEM_CACHES, ...LANGUAGE_CACHES];

/** The subcommand that an option is put behind. */
export function findInstallWord(command: RunCommand): RunCommand['words'][number] | null {
  return (
    findAptInstall(command) ??
    listOperands(command).find(({ text }) => ['add', 'upgrade', 'install'].includes(text)) ??
    null
  );
}
