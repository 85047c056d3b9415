import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PlimsollError, wrapError } from '../errors.ts';
import { errorCode } from '../image/error-code.ts';

/** What is looked at of a project: never more than the tops of its folders, and files that people write. */
export interface Project {
  /** Files and folders at its top, those of 10,000 at most. */
  readonly names: ReadonlySet<string>;
  /** A file's text; `null` where there is none. Throws `FILE_UNREADABLE`, and `LIMIT_EXCEEDED` over 1 MB. */
  readonly read: (path: string) => Promise<string | null>;
  /** What is in a folder; nothing where there is none. */
  readonly list: (path: string) => Promise<readonly Entry[]>;
}

export interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Those of the names that are at its top. */
export function presentNames({ names }: Project, wanted: readonly string[]): readonly string[] {
  return wanted.filter((name) => names.has(name));
}

const MOST_BYTES = 1_000_000;
const MOST_NAMES = 10_000;

/** Throws `FILE_UNREADABLE` where there is no such folder. */
export async function openProject(folder: string, name: string): Promise<Project> {
  try {
    const entries = await readdir(folder);
    return {
      names: new Set(entries.slice(0, MOST_NAMES)),
      read: async (path) => await readText(join(folder, path), path),
      list: async (path) => await listFolder(join(folder, path)),
    };
  } catch (error) {
    throw wrapError('FILE_UNREADABLE', name, error, 'init takes the folder of a project.');
  }
}

async function readText(path: string, name: string): Promise<string | null> {
  try {
    const found = await stat(path);
    // For a pipe we would wait, and so would Ctrl-C.
    if (!found.isFile()) throw new PlimsollError('FILE_UNREADABLE', `${name} is no file`);
    if (found.size > MOST_BYTES) throw new PlimsollError('LIMIT_EXCEEDED', `${name} is larger than 1 MB`);
    const file = await open(path);
    try {
      const buffer = Buffer.alloc(MOST_BYTES);
      const { bytesRead } = await file.read(buffer, 0, MOST_BYTES, 0);
      return buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isAbsent(error)) return null;
    throw wrapError('FILE_UNREADABLE', name, error);
  }
}

async function listFolder(path: string): Promise<readonly Entry[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.slice(0, MOST_NAMES).map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  } catch (error) {
    if (isAbsent(error)) return [];
    throw wrapError('FILE_UNREADABLE', path, error);
  }
}

function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
}
