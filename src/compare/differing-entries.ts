import type { FileEntry, LayerEntry } from '../layer/layer-entry.ts';

/** A file that one side has and the other has not so: `bytes` of the tar stream, below zero for the baseline's. */
export interface DifferingEntry {
  readonly entry: FileEntry;
  readonly side: 'baseline' | 'head';
  readonly bytes: number;
}

/** What differs between two lists of entries, times aside; what takes another room in the archive differs too. What a layer takes away is no file of its own. */
export function findDifferingEntries(before: readonly LayerEntry[], after: readonly LayerEntry[]): DifferingEntry[] {
  const [onlyBefore, onlyAfter] = leaveOutEqual(before.filter(isFile), after.filter(isFile));
  const unmatched = new Map<string, FileEntry[]>();
  for (const entry of onlyBefore) {
    const known = unmatched.get(entry.path);
    if (known === undefined) unmatched.set(entry.path, [entry]);
    else known.push(entry);
  }
  const differing: DifferingEntry[] = [];
  for (const entry of onlyAfter) {
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

function isFile(entry: LayerEntry): entry is FileEntry {
  return entry.kind === 'entry';
}

/** Takes away what both have, as far as both are in the order of their paths, as most archives are nearly. */
function leaveOutEqual(before: readonly FileEntry[], after: readonly FileEntry[]): [FileEntry[], FileEntry[]] {
  const left: [FileEntry[], FileEntry[]] = [[], []];
  let place = 0;
  for (const entry of after) {
    let candidate = before[place];
    while (candidate !== undefined && candidate.path < entry.path) {
      left[0].push(candidate);
      candidate = before[++place];
    }
    if (candidate !== undefined && isSame(candidate, entry)) place++;
    else left[1].push(entry);
  }
  for (const candidate of before.slice(place)) left[0].push(candidate);
  return left;
}

function isSame(a: FileEntry, b: FileEntry): boolean {
  return (
    a.path === b.path &&
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
