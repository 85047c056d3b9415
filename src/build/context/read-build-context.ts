import { open, opendir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDockerIgnore } from './docker-ignore.ts';
import { PlimsollError, wrapError } from '../../errors.ts';
import type { BuildContext, NeedlessFolder } from '../../dockerfile/build-context.ts';

/** Of a file that a person writes. */
const MOST_BYTES = 1024 * 1024;
const MOST_NAMES = 10_000;
/** Files that are measured of one folder: a person waits. */
const MOST_FILES = 5000;
/** Less of a folder nobody feels. */
const LEAST_BYTES = 1_000_000;

/** What tools make again by themselves, and the history of a repository. */
const NEEDLESS = ['.git', 'node_modules', '.venv', 'venv', '.terraform', '.gradle', 'bower_components'];

/** Files that say what a project depends on. */
const MANIFEST = /^(?:package\.json|go\.mod|Cargo\.toml|[\w.-]*requirements[\w.-]*\.txt|composer\.json)$/;

/** Looks at the folder of a Dockerfile as the context of its build; `null` where it cannot be read. */
export async function readBuildContext(folder: string, dockerfile: string): Promise<BuildContext | null> {
  try {
    const entries = (await readdir(folder, { withFileTypes: true })).slice(0, MOST_NAMES);
    const all = new Set(entries.map(({ name }) => name));
    const ignoreFile = [`${dockerfile}.dockerignore`, '.dockerignore'].find((name) => all.has(name)) ?? null;
    const ignoreText = ignoreFile === null ? null : await readFound(join(folder, ignoreFile), ignoreFile);
    const ignore = ignoreText === null ? null : parseDockerIgnore(ignoreText);
    // Of a folder that is left out, exceptions may take something back in: not all of it, which is what is told.
    const sent = entries.filter((entry) => ignore?.isIgnored(entry.name, false) !== true);
    const manifests = sent.filter((entry) => entry.isFile() && MANIFEST.test(entry.name));
    const texts = await Promise.all(
      manifests.map(async ({ name }): Promise<[string, string]> => [name, await readBounded(join(folder, name), name)]),
    );
    // One that is too long to read may leave out anything.
    const isRead = ignoreFile === null || ignore !== null;
    const folders = sent.filter((entry) => isRead && entry.isDirectory() && NEEDLESS.includes(entry.name));
    const measured = await Promise.all(folders.map(({ name }) => measure(join(folder, name), name)));
    return {
      ignoreFile,
      ignoreText,
      names: new Set(sent.map(({ name }) => name)),
      texts: new Map(texts),
      needless: measured.filter(({ bytes }) => bytes >= LEAST_BYTES).sort((one, other) => other.bytes - one.bytes),
    };
  } catch {
    return null;
  }
}

async function measure(folder: string, path: string): Promise<NeedlessFolder> {
  let bytes = 0;
  let files = 0;
  const left = [folder];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    for await (const entry of await opendir(one)) {
      if (entry.isDirectory()) left.push(join(one, entry.name));
      if (!entry.isFile()) continue;
      files += 1;
      if (files > MOST_FILES) return { path, bytes, isMore: true };
      bytes += (await stat(join(one, entry.name))).size;
    }
  }
  return { path, bytes, isMore: false };
}

/** One that was found, and not named: for a pipe we would wait, and so would Ctrl-C. Throws as `readBounded`. */
export async function readFound(path: string, name: string): Promise<string> {
  if (!(await stat(path)).isFile()) throw new PlimsollError('FILE_UNREADABLE', `${name} is no file`);
  return await readBounded(path, name);
}

/** A text file of a person's. Throws `FILE_UNREADABLE` and `LIMIT_EXCEEDED`, naming it as `name`. */
export async function readBounded(path: string, name: string): Promise<string> {
  const bytes = await readBytes(path, name);
  if (bytes.length > MOST_BYTES) throw new PlimsollError('LIMIT_EXCEEDED', `${name} is larger than 1 MB`);
  return bytes.toString('utf8');
}

async function readBytes(path: string, name: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const buffer = Buffer.alloc(MOST_BYTES + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length);
        if (bytesRead === 0) return buffer.subarray(0, length);
        length += bytesRead;
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw wrapError('FILE_UNREADABLE', name, error);
  }
}
