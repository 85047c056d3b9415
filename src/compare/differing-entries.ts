import type { FileEntry, LayerEntry } from '../layer/layer-entry.ts';

/** A file that one side has and the other has not so: `bytes` of the tar stream, below zero for the baseline's. */
export interface DifferingEntry {
  readonly entry: FileEntry;
  readonly side: 'baseline' | 'head';
  readonly bytes: number;
}

/** What differs between two lists of entries, times aside; what takes another room in the archive differs too. What a layer takes away is no file of its own. */
export function findDifferingEntries(before: readonly LayerEntry[], after: readonly LayerEntry[]): DifferingEntry[] {
  const [filesBefore, filesAfter] = [before.filter(isFile), after.filter(isFile)];
  // As of a layer that only one side has: nothing is looked for.
  if (filesBefore.length === 0) return filesAfter.map(ofHead);
  if (filesAfter.length === 0) return filesBefore.map(ofBaseline);
  const [onlyBefore, onlyAfter] = leaveOutEqual(filesBefore, filesAfter, isSame);
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
    if (match === -1) differing.push(ofHead(entry));
    else candidates.splice(match, 1);
  }
  for (const left of unmatched.values()) for (const entry of left) differing.push(ofBaseline(entry));
  return differing;
}

function ofHead(entry: FileEntry): DifferingEntry {
  return { entry, side: 'head', bytes: entry.tarBytes };
}

function ofBaseline(entry: FileEntry): DifferingEntry {
  return { entry, side: 'baseline', bytes: -entry.tarBytes };
}

export function isFile(entry: LayerEntry): entry is FileEntry {
  return entry.kind === 'entry';
}

/** Takes away what both have, as far as both are in the order of archives, each in its own: what is left of each side. */
export function leaveOutEqual(
  before: readonly FileEntry[],
  after: readonly FileEntry[],
  isEqual: (a: FileEntry, b: FileEntry) => boolean,
): [FileEntry[], FileEntry[]] {
  const left: [FileEntry[], FileEntry[]] = [[], []];
  let place = 0;
  after.forEach((entry) => {
    let candidate = before[place];
    if (candidate === entry) {
      place++;
      return;
    }
    while (candidate !== undefined && isEarlier(candidate.path, entry.path)) {
      left[0].push(candidate);
      candidate = before[++place];
    }
    if (candidate?.path !== entry.path) left[1].push(entry);
    else {
      place++;
      if (isEqual(candidate, entry)) return;
      left[0].push(candidate);
      left[1].push(entry);
    }
  });
  for (const candidate of before.slice(place)) left[0].push(candidate);
  return left;
}

/** As archives are mostly written: by directory, what is in one before what only begins with its name. */
function isEarlier(path: string, other: string): boolean {
  if (path === other) return false;
  let place = 0;
  while (place < path.length && path.charCodeAt(place) === other.charCodeAt(place)) place += 1;
  return rank(path, place) < rank(other, place);
}

function rank(path: string, place: number): number {
  if (place >= path.length) return -2;
  const unit = path.charCodeAt(place);
  return unit === SLASH ? -1 : unit;
}

const SLASH = 0x2f;

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
