import { entriesOf, type LayerContents } from '../layer/layer-contents.ts';
import type { Digest } from '../image/digest.ts';
import type { FileEntry, LayerEntry } from '../layer/layer-entry.ts';

/**
 * What makes two layers `rebuilt`: the same for layers with the same entries, contents, modes, owners, links and extended
 * attributes, whatever their times, their order and how the archive writes them. `null` where a layer was not read.
 */
export function makeIdentify(contents: LayerContents): (diffID: Digest) => string | null {
  const numbers = new Map<string, number>();
  const known = new Map<Digest, string | null>();
  const identify = (diffID: Digest): string | null => {
    const entries = entriesOf(contents, diffID);
    if (entries === null) return null;
    const text = describe(entries);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return String(number);
  };
  return (diffID) => {
    const found = known.get(diffID);
    if (found !== undefined) return found;
    const identity = identify(diffID);
    known.set(diffID, identity);
    return identity;
  };
}

/** A file under all the names that it has in one layer. */
interface LinkedFile {
  readonly file: FileEntry;
  firstName: string;
}

function describe(entries: readonly LayerEntry[]): string {
  const files = findFiles(entries);
  const lines = new Map<string, string>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.kind, entry.path]);
    // Of a path that stands there twice, the last is what counts.
    lines.set(key, entry.kind === 'entry' ? `${key} ${describeFile(entry, files.get(entry.path))}` : key);
  }
  return [...lines.values()].sort().join('\n');
}

function describeFile(entry: FileEntry, linked: LinkedFile | undefined): string {
  const { type, size, link, contentHash, mode, uid, gid, xattrs, device } = linked?.file ?? entry;
  return JSON.stringify([type, size, linked?.firstName ?? link, contentHash, mode, uid, gid, xattrs, device]);
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
