import type { MountEntry } from './mount-set.ts';

/** Headers and contents are filled up to as many, or a multiple. */
export const BLOCK_BYTES = 512;
const NAME_BYTES = 100;

const FLAGS = { file: '0', hardlink: '1', symlink: '2', directory: '5' } as const;

/**
 * An entry's header in a tar archive, as GNU writes it, which busybox reads: long names before it. `folder` stands before
 * the entry's path, and before a hard link's target. Without the names of owners, so that numbers hold. By hand, because the
 * libraries (tar-stream, modern-tar) write PAX: busybox skips that, and gives files with a high owner to another.
 */
export function formatTarHeader(folder: string, entry: MountEntry): Uint8Array {
  const path = `${folder}/${entry.path}${entry.kind === 'directory' && entry.path !== '' ? '/' : ''}`;
  const link = entry.kind === 'hardlink' ? `${folder}/${entry.target}` : entry.kind === 'symlink' ? entry.target : '';
  const owned = entry.kind === 'hardlink' ? { mode: 0, uid: 0, gid: 0, mtime: 0 } : entry;
  const size = entry.kind === 'file' ? entry.size : 0;
  return Buffer.concat([
    ...formatLong('K', link),
    ...formatLong('L', path),
    formatBlock({ ...owned, path, link, size, flag: FLAGS[entry.kind] }),
  ]);
}

/** Zeros after a content of so many bytes. */
function padTar(size: number): Uint8Array {
  return new Uint8Array((BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES);
}

function formatLong(flag: 'K' | 'L', text: string): Uint8Array[] {
  const bytes = Buffer.from(`${text}\0`);
  if (bytes.length <= NAME_BYTES) return [];
  const block = { path: '././@LongLink', link: '', size: bytes.length, flag, mode: 0, uid: 0, gid: 0, mtime: 0 };
  return [formatBlock(block), bytes, padTar(bytes.length)];
}

interface Block {
  path: string;
  link: string;
  size: number;
  flag: string;
  mode: number;
  uid: number;
  gid: number;
  mtime: number;
}

function formatBlock({ path, link, size, flag, mode, uid, gid, mtime }: Block): Uint8Array {
  const block = Buffer.alloc(BLOCK_BYTES);
  Buffer.from(path).copy(block, 0, 0, NAME_BYTES);
  writeNumber(block, 100, 8, mode);
  writeNumber(block, 108, 8, uid);
  writeNumber(block, 116, 8, gid);
  writeNumber(block, 124, 12, size);
  writeNumber(block, 136, 12, mtime);
  block.write(`        ${flag}`, 148, 'latin1');
  Buffer.from(link).copy(block, 157, 0, NAME_BYTES);
  block.write('ustar  \0', 257, 'latin1');
  let sum = 0;
  for (const byte of block) sum += byte;
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

/** Octal, or base 256 where that is too short. */
function writeNumber(block: Buffer, place: number, bytes: number, value: number): void {
  const octal = value.toString(8).padStart(bytes - 1, '0');
  if (octal.length < bytes) {
    block.write(`${octal}\0`, place, 'latin1');
    return;
  }
  block[place] = 0x80;
  block.writeUIntBE(value, place + bytes - 6, 6);
}
