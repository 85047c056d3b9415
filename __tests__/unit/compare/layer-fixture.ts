import type { FileEntry, LayerEntry } from '../../../src/layer/layer-entry.ts';

/** A file of 3 kB, a directory where the path ends with a slash; what a test is about replaces it. */
export function file(path: string, change: Partial<FileEntry> = {}): FileEntry {
  const isDirectory = path.endsWith('/') && path !== '/';
  const size = isDirectory || (change.type !== undefined && change.type !== 'file') ? 0 : (change.size ?? 3000);
  return {
    kind: 'entry',
    path: isDirectory ? path.slice(0, -1) : path,
    type: isDirectory ? 'directory' : 'file',
    mode: isDirectory ? 0o755 : 0o644,
    uid: 0,
    gid: 0,
    link: null,
    contentHash: isDirectory ? null : `content of ${path}`,
    tarBytes: 512 + Math.ceil(size / 512) * 512,
    xattrs: '',
    device: null,
    ...change,
    size,
  };
}

export function whiteout(path: string, kind: 'whiteout' | 'opaque' = 'whiteout'): LayerEntry {
  return { kind, path, tarBytes: 512 };
}
