import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { parseJson } from '../image/parse-json.ts';
import { checkMountSet } from './check-mount-set.ts';
import type { CacheMount } from '../build/cache-mounts.ts';
import type { MountEntry, MountSet, StoredPack } from './mount-set.ts';

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.string();
const owned = [text, number, number, number, number] as const;

const EntrySchema = v.union([
  v.pipe(
    v.strictTuple([v.literal('f'), ...owned, number, v.pipe(text, v.regex(/^[0-9a-f]{64}$/)), number, number]),
    v.transform(([, path, mode, uid, gid, mtime, size, sha256, pack, offset]): MountEntry => ({
      ...{ kind: 'file', path, mode, uid, gid, mtime, size, sha256 },
      place: { pack, offset },
    })),
  ),
  v.pipe(
    v.strictTuple([v.literal('d'), ...owned]),
    v.transform(([, path, mode, uid, gid, mtime]): MountEntry => ({ kind: 'directory', path, mode, uid, gid, mtime })),
  ),
  v.pipe(
    v.strictTuple([v.literal('l'), ...owned, text]),
    v.transform(([, path, mode, uid, gid, mtime, target]): MountEntry => ({
      ...{ kind: 'symlink', path, mode, uid, gid, mtime, target },
    })),
  ),
  v.pipe(
    v.strictTuple([v.literal('h'), text, text]),
    v.transform(([, path, target]): MountEntry => ({ kind: 'hardlink', path, target })),
  ),
]);

const MountSchema = v.pipe(
  v.object({
    id: v.pipe(text, v.minLength(1), v.maxLength(1024)),
    folder: v.nullable(v.strictTuple([number, number, number])),
  }),
  v.transform(({ id, folder }): CacheMount => {
    if (folder === null) return { id, begins: { kind: 'empty' } };
    const [uid, gid, mode] = folder;
    return { id, begins: { kind: 'folder', uid, gid, mode } };
  }),
);

const TableSchema = v.object({
  schemaVersion: v.literal(1),
  /** Bytes of each pack, unpacked. */
  packs: v.array(number),
  mounts: v.array(v.object({ mount: MountSchema, entries: v.array(EntrySchema) })),
});

/** The table of a set: nothing in it is of one moment, so the same contents are the same bytes. */
export function formatMountTable({ packs, mounts }: MountSet): Uint8Array {
  const table = {
    schemaVersion: 1,
    packs: packs.map(({ contentBytes }) => contentBytes),
    mounts: mounts.map(({ mount: { id, begins }, entries }) => ({
      mount: { id, folder: begins.kind === 'folder' ? [begins.uid, begins.gid, begins.mode] : null },
      entries: entries.map(formatEntry),
    })),
  };
  return Buffer.from(JSON.stringify(table));
}

function formatEntry(entry: MountEntry): (string | number)[] {
  if (entry.kind === 'hardlink') return ['h', entry.path, entry.target];
  const { path, mode, uid, gid, mtime } = entry;
  switch (entry.kind) {
    case 'directory':
      return ['d', path, mode, uid, gid, mtime];
    case 'symlink':
      return ['l', path, mode, uid, gid, mtime, entry.target];
    case 'file': {
      const { size, sha256, place } = entry;
      return ['f', path, mode, uid, gid, mtime, size, sha256, place.pack, place.offset];
    }
  }
}

/** `blobs`: the packs, as the manifest names them. Throws `IMAGE_INVALID` and `LIMIT_EXCEEDED`, naming `what`: nothing of a set that is not whole and harmless is used. */
export function parseMountTable(bytes: Uint8Array, blobs: readonly StoredPack[], what: string): MountSet {
  const table = parseJson(bytes, TableSchema, what);
  if (table.packs.length !== blobs.length) {
    throw new PlimsollError(
      'IMAGE_INVALID',
      `${what} is of ${table.packs.length} packs, and there are ${blobs.length}`,
    );
  }
  const packs = blobs.map((blob, at) => ({ ...blob, contentBytes: table.packs[at] ?? 0 }));
  const set = { packs, mounts: table.mounts };
  checkMountSet(set, what);
  return set;
}
