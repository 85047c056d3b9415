import { isWithin } from '../dockerfile/paths.ts';
import { parseMount, type Instruction } from '../dockerfile/dockerfile.ts';

/** Folders that a RUN has from elsewhere, so that what it writes there is in no layer: caches, tmpfs. */
export function listKeptApart({ flags }: Instruction): string[] {
  return flags
    .filter(({ name }) => name === 'mount')
    .map(({ value }) => parseMount(value))
    .filter((mount) => ['cache', 'tmpfs'].includes(mount.get('type') ?? 'bind'))
    .map(
      (mount) => (mount.get('target') ?? mount.get('dst') ?? mount.get('destination') ?? '').replace(/\/+$/, '') || '/',
    );
}

/** Whether what is written to the folder is kept apart; a folder that is not read (`$HOME/…`) may be any. */
export function isKeptApart(instruction: Instruction, folder: string): boolean {
  return listKeptApart(instruction).some((kept) => !kept.startsWith('/') || isWithin(folder, kept));
}
