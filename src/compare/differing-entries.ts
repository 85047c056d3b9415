import type { FileEntry, LayerEntry } from '../layer/layer-entry.ts';

/** A file that one side has and the other has not so: `bytes` of the tar stream, below zero for the baseline's. */
export interface DifferingEntry {
  readonly entry: FileEntry;
  readonly side: 'baseline' | 'head';
  readonly bytes: number;
}

/** What differs between two lists of entries, times aside; what takes another room in the archive differs too. What a layer takes away is no file of its own. */
export function findDifferingEntries(before: readonly LayerEntry[], after: readonly LayerEntry[]): DifferingEntry[] {
  const unmatched = new Map<string, FileEntry[]>();
  for (const entry of before) {
    if (entry.kind !== 'entry') continue;
    const known = unmatched.get(entry.path);
    if (known === undefined) unmatched.set(entry.path, [entry]);
    else known.push(entry);
  }
  const differing: DifferingEntry[] = [];
  for (const entry of after) {
    if (entry.kind !== 'entry') continue;
    const candidates = unmatched.get(entry.path) ?? [];
    const match = candidates.findIndex((candidate) => isSame(candidate, entry));
    if (match === -1) differing.push({ entry, side: 'head', bytes: entry.tarBytes });
    else candidates.splice(match, 1);
  }
  for (const left of unmatched.values()) {
    for (const entry of left) differing.push({ entry, side: 'baseline', bytes: -entry.tarBytes });
  }
  return differing;
}

function isSame(a: FileEntry, b: FileEntry): boolean {
  return (
    a.type === b.type &&
    a.contentHash === b.contentHash &&
    a.size === b.size &&
    a.link === b.link &&
    a.mode === b.mode &&
    a.uid === b.uid &&
    a.gid === b.gid &&
    a.xattrs === b.xattrs &&
    a.device === b.device &&
    a.tarBytes === b.tarBytes
  );
}
