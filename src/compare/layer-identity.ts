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

/** What a layer says, whatever the order. */
interface Described {
  /** By path; of a path that stands there twice, the last is what counts. */
  readonly entries: ReadonlyMap<string, FileEntry>;
  readonly whiteouts: ReadonlySet<string>;
  /** Files by path, where some have several names; else none. */
  readonly linked: ReadonlyMap<string, LinkedFile>;
}

/** A file under all the names that it has in one layer. */
interface LinkedFile {
  readonly file: FileEntry;
  firstName: string;
}

function describe(all: readonly LayerEntry[]): Described {
  const entries = new Map<string, FileEntry>();
  const whiteouts = new Set<string>();
  let hasLinks = false;
  for (const entry of all) {
    if (entry.kind === 'entry') {
      entries.set(entry.path, entry);
      hasLinks ||= entry.type === 'hardlink';
    } else whiteouts.add(`${entry.kind} ${entry.path}`);
  }
  return { entries, whiteouts, linked: hasLinks ? findFiles(all) : new Map() };
}

function isSame(one: Described, other: Described): boolean {
  if (one.entries.size !== other.entries.size || one.whiteouts.size !== other.whiteouts.size) return false;
  for (const whiteout of one.whiteouts) if (!other.whiteouts.has(whiteout)) return false;
  for (const [path, entry] of one.entries) {
    const twin = other.entries.get(path);
    if (twin === undefined || !isSameFile(entry, one.linked.get(path), twin, other.linked.get(path))) return false;
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
function findFiles(entries: readonly LayerEntry[]): Map<string, LinkedFile> {
  const files = new Map<string, LinkedFile>();
  for (const entry of entries) {
    if (entry.kind !== 'entry') continue;
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
