import { MOUNT_LIMITS } from './limits.ts';
import { keyOfContent } from './pack-writer.ts';
import type { MountSet, PackPlace } from './mount-set.ts';

/** Packs of which less is in use are packed anew: what is no more in a mount is to leave the registry some day. */
const LEAST_SHARE = 0.5;

/** Where contents of a set are, for the next to point at; those in packs that are not worth keeping are left out. */
export function findKeptContents({ packs, mounts }: MountSet): Map<string, PackPlace> {
  const places = new Map<string, PackPlace>();
  const live = packs.map(() => 0);
  for (const { entries } of mounts) {
    for (const entry of entries) {
      if (entry.kind !== 'file' || entry.size === 0) continue;
      const key = keyOfContent(entry.sha256, entry.size);
      if (places.has(key)) continue;
      places.set(key, entry.place);
      live[entry.place.pack] = (live[entry.place.pack] ?? 0) + entry.size;
    }
  }
  const worth = packs.flatMap(({ contentBytes }, at) => ((live[at] ?? 0) >= LEAST_SHARE * contentBytes ? [at] : []));
  const bySize = worth.toSorted((a, b) => (live[b] ?? 0) - (live[a] ?? 0));
  const kept = new Set(worth.length < MOUNT_LIMITS.packsToMerge ? worth : bySize.slice(0, worth.length / 2));
  return new Map([...places].filter(([, { pack }]) => kept.has(pack)));
}
