import type { FileEntry } from '../../../src/layer/layer-entry.ts';

/** A file as an archive has it, its header and its padding counted. */
export function makeFile(path: string, size: number, more: Partial<FileEntry> = {}): FileEntry {
  return {
    kind: 'entry',
    path,
    type: 'file',
    size,
    mode: 0o644,
    uid: 0,
    gid: 0,
    link: null,
    contentHash: `${size}`.padStart(32, '0'),
    tarBytes: 512 + Math.ceil(size / 512) * 512,
    xattrs: '',
    device: null,
    ...more,
  };
}
