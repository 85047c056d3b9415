import { isDirectlyIn } from '../layer/layer-path.ts';
import type { Cause } from './comparison.ts';
import type { DifferingEntry } from './differing-entries.ts';

const MOST_PATHS = 3;

/** What makes so much of a folder's change is shown in the folder's place. */
const MOST_OF_IT = 0.8;

/** What makes less of the whole is not worth a word beside the largest. */
const WORTH_A_WORD = 0.1;

/** A file, or a folder with all that is in it. */
interface Moved {
  readonly path: string;
  /** Bytes that came less those that went. */
  readonly netBytes: number;
  /** Bytes that came and those that went. */
  readonly movedBytes: number;
}

interface Folder extends Moved {
  /** `null` for the root. */
  readonly parent: Folder | null;
  readonly folders: Map<string, Folder>;
  /** Of most folders nobody asks which of their files it is. */
  readonly files: DifferingEntry[];
  netBytes: number;
  movedBytes: number;
}

/**
 * What makes most of a change on disk, largest first, three at most: a file where one makes most of it, else the folder
 * that it is spread in, with a slash at its end. The bytes are those that came less those that went.
 */
export function findLargestPaths(differing: readonly DifferingEntry[]): Cause['paths'] {
  const root = sumFolders(differing);
  const found = descend(root, MOST_PATHS)
    .filter(({ netBytes }) => netBytes !== 0)
    .sort((a, b) => Math.abs(b.netBytes) - Math.abs(a.netBytes) || (a.path < b.path ? -1 : 1));
  return found
    .filter(({ movedBytes }, index) => index === 0 || movedBytes >= WORTH_A_WORD * root.movedBytes)
    .map((one) => ({ path: isFolder(one) ? `${one.path}/` : one.path, onDiskBytes: one.netBytes }));
}

function sumFolders(differing: readonly DifferingEntry[]): Folder {
  const root = makeFolder('', null);
  const all = [root];
  // Most come folder by folder.
  let folder = root;
  for (const one of differing) {
    const { path, type } = one.entry;
    if (type === 'directory') continue;
    if (!isDirectlyIn(folder.path, path)) folder = reach(root, path.slice(0, path.lastIndexOf('/')), all);
    folder.files.push(one);
  }
  // A folder was made before those in it.
  for (const each of all.reverse()) sumUp(each);
  return root;
}

/** Adds what its files are, and then all of it to the folder that it is in. */
function sumUp(folder: Folder): void {
  const { files, folders, parent } = folder;
  const isOneWay = files.every(({ bytes }) => bytes >= 0) || files.every(({ bytes }) => bytes <= 0);
  if (isOneWay && folders.size === 0)
    add(
      folder,
      files.reduce((sum, { bytes }) => sum + bytes, 0),
    );
  else {
    for (const [path, bytes] of sumByPath(files)) {
      add(folder, bytes);
      // A file that became a folder, or was one.
      const twin = folders.get(nameOf(path));
      if (twin !== undefined) add(twin, bytes);
    }
  }
  if (parent !== null) add(parent, folder.netBytes, folder.movedBytes);
}

function add(folder: Folder, netBytes: number, movedBytes = Math.abs(netBytes)): void {
  folder.netBytes += netBytes;
  folder.movedBytes += movedBytes;
}

/** Of a file that both sides have, what it grew. */
function sumByPath(files: readonly DifferingEntry[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { entry, bytes } of files) sums.set(entry.path, (sums.get(entry.path) ?? 0) + bytes);
  return sums;
}

function makeFolder(path: string, parent: Folder | null): Folder {
  return { path, parent, folders: new Map(), files: [], netBytes: 0, movedBytes: 0 };
}

/** Those that are made are put behind the others. */
function reach(root: Folder, path: string, all: Folder[]): Folder {
  let folder = root;
  for (const name of path.split('/').filter((part) => part !== '')) {
    let child = folder.folders.get(name);
    if (child === undefined) {
      child = makeFolder(`${folder.path}/${name}`, folder);
      folder.folders.set(name, child);
      all.push(child);
    }
    folder = child;
  }
  return folder;
}

/** What stands for a place: itself, or below it at most `places` that make most of it. */
function descend(start: Moved, places: number): Moved[] {
  let place = start;
  for (;;) {
    const largest = listInside(place)
      .sort((a, b) => b.movedBytes - a.movedBytes || (a.path < b.path ? -1 : 1))
      .slice(0, places);
    const [first] = largest;
    if (first === undefined) return [place];
    if (first.movedBytes >= MOST_OF_IT * place.movedBytes) {
      place = first;
      continue;
    }
    const covered = largest.reduce((sum, { movedBytes }) => sum + movedBytes, 0);
    // The root says nothing.
    const isWorthIt = places > 1 && (covered >= MOST_OF_IT * place.movedBytes || place.path === '');
    return isWorthIt ? largest.flatMap((child) => descend(child, 1)) : [place];
  }
}

function listInside(place: Moved): Moved[] {
  if (!isFolder(place)) return [];
  const { files, folders } = place;
  const sums = [...sumByPath(files)].filter(([path]) => !folders.has(nameOf(path)));
  return [...folders.values(), ...sums.map(([path, netBytes]) => ({ path, netBytes, movedBytes: Math.abs(netBytes) }))];
}

function isFolder(place: Moved): place is Folder {
  return 'folders' in place;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
