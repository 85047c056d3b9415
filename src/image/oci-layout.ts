import { constants } from 'node:fs';
import { open, realpath, type FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { PlimsollError, wrapError } from '../errors.ts';
import { openLayout, type LayoutFiles } from './layout-source.ts';
import type { ImageSource } from './source.ts';

const FILE_CHUNK_BYTES = 256 * 1024;

export interface LayoutKey {
  /** As the user named it. */
  readonly name: string;
  readonly directory: string;
  /** Chooses one where there are several. */
  readonly tag: string | null;
}

/**
 * An image in a folder with an OCI layout, `oci:DIR[:TAG]`. What leads out of the folder, by a symlink, is refused.
 * Throws as `openLayout` does, and `FILE_UNREADABLE`.
 */
export function openOciLayout({ name, directory, tag }: LayoutKey): ImageSource {
  return openLayout(name, folderFiles(directory, name), tag);
}

function folderFiles(directory: string, name: string): LayoutFiles {
  const withHandle = async <T>(path: string, use: (handle: FileHandle, what: string) => Promise<T>) => {
    try {
      const root = await realpath(directory);
      const file = await realpathOrNull(join(root, path));
      if (file === null) return null;
      if (!file.startsWith(root.endsWith(sep) ? root : `${root}${sep}`)) {
        throw new PlimsollError('IMAGE_INVALID', `${name}: ${path} leads out of the folder`);
      }
      // A named pipe would wait for a writer.
      return await use(await open(file, constants.O_RDONLY | constants.O_NONBLOCK), `${name}: ${path}`);
    } catch (error) {
      throw wrapError(
        'FILE_UNREADABLE',
        name,
        error,
        'An OCI layout is a folder with an index.json; a tar file of one is oci-archive:FILE.',
      );
    }
  };
  return {
    read: async (path, maxBytes) =>
      await withHandle(path, async (handle, what) => await readFile(handle, maxBytes, what)),
    stream: async (path) => await withHandle(path, streamFile),
  };
}

/** Closes the file at its end, or when whoever reads leaves. */
async function streamFile(handle: FileHandle, what: string): Promise<AsyncIterable<Uint8Array>> {
  const status = await handle.stat();
  if (!status.isFile()) {
    await handle.close();
    throw new PlimsollError('IMAGE_INVALID', `${what} is no file`);
  }
  return readChunks(handle, status.size);
}

/** A stream of Node's takes much longer to open, which tells where an image has a hundred layers. */
async function* readChunks(handle: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  try {
    for (let left = size; left > 0;) {
      const chunk = Buffer.allocUnsafe(Math.min(left, FILE_CHUNK_BYTES));
      const { bytesRead } = await handle.read(chunk);
      if (bytesRead === 0) return;
      yield chunk.subarray(0, bytesRead);
      left -= bytesRead;
    }
  } finally {
    await handle.close();
  }
}

async function readFile(handle: FileHandle, maxBytes: number, what: string): Promise<Uint8Array> {
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw new PlimsollError('IMAGE_INVALID', `${what} is no file`);
    if (status.size > maxBytes) {
      throw new PlimsollError('LIMIT_EXCEEDED', `${what} has ${status.size} bytes; ${maxBytes} are read`);
    }
    const bytes = new Uint8Array(status.size);
    const { bytesRead } = await handle.read(bytes, 0, status.size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function realpathOrNull(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && ABSENCE.includes(String(error.code));
}

const ABSENCE = ['ENOENT', 'ENOTDIR'];
