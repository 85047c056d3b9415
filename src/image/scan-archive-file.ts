import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { open, type FileHandle } from 'node:fs/promises';
import { PlimsollError } from '../errors.ts';
import { readHeaders } from '../tar/read-headers.ts';
import { START_BYTES, type ArchiveFiles } from './archive-files.ts';
import { ArchiveTable } from './archive-table.ts';
import { parseDigest } from './digest.ts';

interface Place {
  readonly offset: number;
  readonly size: number;
}

const CHUNK_BYTES = 1024 * 1024;

/**
 * Walks the headers of an uncompressed archive by seeking, so that a large one costs no more than a small one. Throws
 * `IMAGE_INVALID` where it is broken or cut off, and what the file system throws.
 */
export async function scanArchiveFile(file: string, what: string): Promise<ArchiveFiles> {
  const table = await withFile(file, async (handle) => await scan(handle, what));
  return {
    async read(path, maxBytes) {
      const place = table.find(path);
      if (place === null) return null;
      if (place.size > maxBytes) {
        throw new PlimsollError('LIMIT_EXCEEDED', `${what}: ${path} has ${place.size} bytes; ${maxBytes} are read`);
      }
      return await withFile(file, async (handle) => await readAt(handle, place));
    },
    stream(path) {
      const place = table.find(path);
      if (place === null) return Promise.resolve(null);
      if (place.size === 0) return Promise.resolve(Readable.from([]));
      const range = { start: place.offset, end: place.offset + place.size - 1 };
      return Promise.resolve(createReadStream(file, { ...range, highWaterMark: CHUNK_BYTES / 4 }));
    },
    async describe(path) {
      const place = table.find(path);
      if (place === null) return null;
      return await withFile(file, async (handle) => {
        const start = await readAt(handle, { offset: place.offset, size: Math.min(place.size, START_BYTES) });
        return { size: place.size, digest: await digestAt(handle, place), start };
      });
    },
  };
}

async function scan(handle: FileHandle, what: string): Promise<ArchiveTable<Place>> {
  const { size: fileBytes } = await handle.stat();
  const table = new ArchiveTable<Place>(what);
  const headers = readHeaders(what);
  let step = headers.next();
  while (step.done !== true) {
    if (step.value.kind === 'read') {
      step = headers.next(await readAt(handle, step.value));
      continue;
    }
    const { entry } = step.value;
    if (entry.contentOffset + entry.contentBytes > fileBytes) {
      throw new PlimsollError('IMAGE_INVALID', `${what} is cut off in ${JSON.stringify(entry.path.slice(0, 200))}`);
    }
    table.add(entry, { offset: entry.contentOffset, size: entry.contentBytes });
    step = headers.next(NOTHING);
  }
  return table;
}

const NOTHING = new Uint8Array();

async function readAt(handle: FileHandle, { offset, size }: Place): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let filled = 0;
  while (filled < size) {
    const { bytesRead } = await handle.read(bytes, filled, size - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

async function digestAt(handle: FileHandle, { offset, size }: Place) {
  const hash = createHash('sha256');
  for (let done = 0; done < size; done += CHUNK_BYTES) {
    hash.update(await readAt(handle, { offset: offset + done, size: Math.min(CHUNK_BYTES, size - done) }));
  }
  return parseDigest(`sha256:${hash.digest('hex')}`);
}

async function withFile<Result>(file: string, work: (handle: FileHandle) => Promise<Result>): Promise<Result> {
  const handle = await open(file);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}
