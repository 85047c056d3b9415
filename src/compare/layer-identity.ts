import { isFile, leaveOutEqual } from './differing-entries.ts';
import { entriesOf, type LayerContents } from '../layer/layer-contents.ts';
import type { Digest } from '../image/digest.ts';
import type { FileEntry, LayerEntry } from '../layer/layer-entry.ts';

/**
 * What makes two layers `rebuilt`: the same for layers with the same entries, contents, modes, owners, links and extended
 * attributes, whatever their times, their order and how the archive writes them. `null` where a layer was not read.
 */
export function makeIdentify(contents: LayerContents): (diffID: Digest) => string | null {
  const distinct: Described[] = [];
  const known = new Map<Digest, string | null>();
  const identify = (diffID: Digest): string | null => {
    const entries = entriesOf(contents, diffID);
    if (entries === null) return null;
    const described = describe(entries);
    const twin = distinct.findIndex((other) => isSame(described, other));
    return String(twin === -1 ? distinct.push(described) - 1 : twin);
  };
  return (diffID) => {
    const found = known.get(diffID);
    if (found !== undefined) return found;
    const identity = identify(diffID);
    known.set(diffID, identity);
    return identity;
  };
}

/** What a layer says. */
interface Described {
  /** In archive order. */
  readonly entries: readonly FileEntry[];
  readonly whiteouts: ReadonlySet<string>;
  readonly hasLinks: boolean;
}

/** A file under all the names that it has in one layer. */
interface LinkedFile {
  readonly file: FileEntry;
  firstName: string;
}

function describe(all: readonly LayerEntry[]): Described {
  const entries = all.filter(isFile);
  const whiteouts = all.length === entries.length ? [] : all.filter((entry) => !isFile(entry));
  return {
    entries,
    whiteouts: new Set(whiteouts.map(({ kind, path }) => `${kind} ${path}`)),
    hasLinks: entries.some(({ type }) => type === 'hardlink'),
  };
}

function isSame(one: Described, other: Described): boolean {
  if (one.whiteouts.size !== other.whiteouts.size) return false;
  for (const whiteout of one.whiteouts) if (!other.whiteouts.has(whiteout)) return false;
  // Which names are one file's, only all of them tell.
  if (one.hasLinks || other.hasLinks) return areSame(one.entries, other.entries);
  // What both have in the same order is the same of both, and so is the last that a path without others left has.
  const left = leaveOutEqual(one.entries, other.entries, isSameWithoutLinks);
  const paths = new Set(left.flatMap((entries) => entries.map(({ path }) => path)));
  const areSameAt = (isLeft: (entry: FileEntry) => boolean): boolean =>
    areSame(one.entries.filter(isLeft), other.entries.filter(isLeft));
  // One path tells as a rule, and needs no hash of all of them.
  const [first] = paths;
  return areSameAt(({ path }) => path === first) && areSameAt(({ path }) => paths.has(path));
}

function isSameWithoutLinks(one: FileEntry, other: FileEntry): boolean {
  return isSameFile(one, undefined, other, undefined);
}

/** Whatever the order; of a path that stands there twice, the last is what counts. */
function areSame(all: readonly FileEntry[], others: readonly FileEntry[]): boolean {
  const one = new Map(all.map((entry) => [entry.path, entry]));
  const other = new Map(others.map((entry) => [entry.path, entry]));
  if (one.size !== other.size) return false;
  const [linked, otherLinked] = [findFiles(all), findFiles(others)];
  for (const [path, entry] of one) {
    const twin = other.get(path);
    if (twin === undefined || !isSameFile(entry, linked.get(path), twin, otherLinked.get(path))) return false;
  }
  return true;
}

function isSameFile(
  entry: FileEntry,
  linked: LinkedFile | undefined,
  otherEntry: FileEntry,
  otherLinked: LinkedFile | undefined,
): boolean {
  const one = linked?.file ?? entry;
  const other = otherLinked?.file ?? otherEntry;
  return (
    one.type === other.type &&
    one.size === other.size &&
    one.contentHash === other.contentHash &&
    one.mode === other.mode &&
    one.uid === other.uid &&
    one.gid === other.gid &&
    one.xattrs === other.xattrs &&
    one.device === other.device &&
    linkOf(entry, linked) === linkOf(otherEntry, otherLinked)
  );
}

/** Of a file the first of its names. */
function linkOf({ path, type, link }: FileEntry, linked: LinkedFile | undefined): string | null {
  return linked?.firstName ?? (type === 'file' ? path : link);
}

/** Which of a file's names has its content, and which are links to it, is a matter of the order of the archive. */
function findFiles(entries: readonly FileEntry[]): Map<string, LinkedFile> {
  const files = new Map<string, LinkedFile>();
  if (!entries.some(({ type }) => type === 'hardlink')) return files;
  for (const entry of entries) {
    const { path, type, link } = entry;
    const linked = type === 'hardlink' && link !== null ? files.get(link) : undefined;
    if (type === 'file') files.set(path, { file: entry, firstName: path });
    else if (linked === undefined) files.delete(path);
    else {
      if (path < linked.firstName) linked.firstName = path;
      files.set(path, linked);
    }
  }
  return files;
}
