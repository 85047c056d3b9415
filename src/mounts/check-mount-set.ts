import { PlimsollError } from '../errors.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { keyOfMount, type MountEntry, type MountSet, type StoredMount } from './mount-set.ts';

/** An archive's field takes as much. */
const LATEST = 8 ** 11 - 1;
const HIGHEST_ID = 0xff_ff_ff_fe;

/**
 * A set out of a registry, before anything of it is unpacked in a builder, as root: every path stays in its mount, every
 * entry is in a folder that is in the set, and what is unpacked is bounded. Throws `IMAGE_INVALID`, `LIMIT_EXCEEDED`.
 */
export function checkMountSet(set: MountSet, what: string): void {
  const { packs, mounts } = set;
  const sum = mounts.flatMap(({ entries }) => entries).reduce((bytes, entry) => bytes + sizeOf(entry), 0);
  const count = mounts.reduce((entries, mount) => entries + mount.entries.length, 0);
  const packed = packs.reduce((bytes, { contentBytes }) => bytes + contentBytes, 0);
  if (
    sum > MOUNT_LIMITS.bytes ||
    count > MOUNT_LIMITS.entries ||
    mounts.length > MOUNT_LIMITS.mounts ||
    packs.length > MOUNT_LIMITS.packs ||
    packed > 2 * MOUNT_LIMITS.bytes + MOUNT_LIMITS.fileBytes ||
    packs.some(({ contentBytes }) => contentBytes > MOUNT_LIMITS.fileBytes)
  ) {
    throw new PlimsollError('LIMIT_EXCEEDED', `${what} has ${count} entries of ${sum} bytes in ${packs.length} packs`);
  }
  const keys = new Set(mounts.map(({ mount }) => keyOfMount(mount)));
  if (keys.size < mounts.length) throw invalid(what, 'has a mount twice');
  for (const mount of mounts) checkMount(mount, set, what);
}

function checkMount({ entries }: StoredMount, { packs }: MountSet, what: string): void {
  const kinds = new Map<string, MountEntry['kind']>();
  for (const entry of entries) {
    const { path, kind } = entry;
    if (kinds.size === 0 ? path !== '' || kind !== 'directory' : !isInside(path)) {
      throw invalid(what, `has the path ${JSON.stringify(path.slice(0, 200))}`);
    }
    if (kinds.has(path)) throw invalid(what, `has ${JSON.stringify(path.slice(0, 200))} twice`);
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (path !== '' && kinds.get(parent) !== 'directory') {
      throw invalid(what, `has ${JSON.stringify(path.slice(0, 200))} outside of its folders`);
    }
    kinds.set(path, kind);
    checkFields(entry, what);
    if (entry.kind === 'file') {
      const { place, size } = entry;
      const room = packs[place.pack]?.contentBytes ?? 0;
      if (size > 0 && place.offset + size > room) throw invalid(what, 'has a file beyond the end of its pack');
    }
  }
  for (const entry of entries) {
    if (entry.kind === 'hardlink' && kinds.get(entry.target) !== 'file')
      throw invalid(what, 'links to what is no file');
  }
}

function checkFields(entry: MountEntry, what: string): void {
  if (entry.kind === 'hardlink') return;
  const { mode, uid, gid, mtime } = entry;
  if (mode > 0o7777 || uid > HIGHEST_ID || gid > HIGHEST_ID || mtime > LATEST) {
    throw invalid(what, 'has a number that no file has');
  }
  if (entry.kind !== 'symlink') return;
  const { target } = entry;
  if (target === '' || !isText(target)) throw invalid(what, 'has a link that no file system takes');
}

/** A path of names, none of which leads elsewhere. */
export function isInside(path: string): boolean {
  return isText(path) && path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}

/** What a file system takes as it is; a name that is not UTF-8 has been read as another. */
function isText(text: string): boolean {
  return !/[\0\uFFFD\p{Cs}]/u.test(text) && Buffer.byteLength(text) <= MOUNT_LIMITS.pathBytes;
}

function sizeOf(entry: MountEntry): number {
  return entry.kind === 'file' ? entry.size : 0;
}

function invalid(what: string, why: string): PlimsollError {
  return new PlimsollError('IMAGE_INVALID', `${what} ${why}`);
}
