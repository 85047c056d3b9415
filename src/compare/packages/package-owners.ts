import { keyOf, type InstalledPackage } from './package-data.ts';
import type { FileEntry } from '../../layer/layer-entry.ts';

/** Whose the bytes of a layer's entry are: packages by their keys, each once; what is left is nobody's. */
export type FindOwners = (entry: FileEntry) => readonly OwnedBytes[];

export interface OwnedBytes {
  readonly key: string;
  /** Of the tar stream. */
  readonly bytes: number;
}

/** Of two packages that have one file, it is the first one's. */
export function makeOwners(packages: readonly InstalledPackage[]): FindOwners {
  const listed = new Map<string, string>();
  const folders = new Map<string, string>();
  const within = new Map<string, OwnedBytes[]>();
  const list = (path: string, key: string): void => {
    if (!listed.has(path)) listed.set(path, key);
  };
  for (const candidate of packages) {
    const { files } = candidate;
    const key = keyOf(candidate);
    if (files.kind === 'folder') folders.set(files.path, key);
    else if (files.kind === 'within')
      within.set(files.path, [...(within.get(files.path) ?? []), { key, bytes: files.bytes }]);
    else {
      for (const path of files.paths) {
        list(path, key);
        if (MERGED.test(path)) list(`/usr${path}`, key);
      }
    }
  }
  const debian = new Set(packages.filter(({ type }) => type === 'deb').map(keyOf));
  const findOwner = (path: string): string | undefined => {
    const key = path.startsWith(DPKG_FOLDER) ? `deb ${DPKG_INFO.exec(path)?.[1] ?? ''}` : '';
    return debian.has(key)
      ? key
      : (listed.get(path) ??
          listed.get(sourceOf(path)) ??
          (folders.size === 0 ? undefined : folders.get(findNpmFolder(path))));
  };
  return ({ path, type, tarBytes }) => {
    let left = tarBytes;
    const owned: OwnedBytes[] = [];
    // A hard link to an archive takes a header only.
    for (const { key, bytes } of type === 'file' ? (within.get(path) ?? []) : []) {
      owned.push({ key, bytes: Math.min(bytes, left) });
      left -= Math.min(bytes, left);
    }
    // A list's folders are those of other packages too; what is in npm's folder of a package is that package's.
    const key = type === 'directory' ? folders.get(findNpmFolder(path)) : findOwner(path);
    if (key !== undefined) owned.push({ key, bytes: left });
    return owned;
  };
}

/**
 * `/a/x.py` of `/a/__pycache__/x.cpython-312.opt-1.pyc` (PEP 3147): compiled after the package was unpacked, as uv and Debian
 * do, bytecode is on no list. Any other path is its own.
 */
function sourceOf(path: string): string {
  return path.endsWith('.pyc') ? path.replace(BYTECODE, '$1.py') : path;
}

const BYTECODE = /__pycache__\/([^/.]+)\.[^/]+\.pyc$/;

/** Folders of the root that are links into /usr where it is merged, while packages' lists may name them. */
const MERGED = /^\/(?:bin|sbin|lib|lib32|lib64|libx32)\//;

/** What dpkg keeps with each package, and lists as no package's. */
const DPKG_FOLDER = '/var/lib/dpkg/info/';
const DPKG_INFO = /^\/var\/lib\/dpkg\/info\/([^/:]+)(?::[^/.]+)?\.[^/.]+$/;

const NPM_FOLDER = '/node_modules/';

/** The innermost package's folder; `''`: it is in none. */
function findNpmFolder(path: string): string {
  const start = path.lastIndexOf(NPM_FOLDER);
  if (start === -1) return '';
  const name = start + NPM_FOLDER.length;
  const end = path.indexOf('/', path[name] === '@' ? path.indexOf('/', name) + 1 : name);
  return end === -1 ? path : path.slice(0, end);
}
