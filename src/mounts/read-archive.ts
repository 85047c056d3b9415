import { PlimsollError } from '../errors.ts';
import { ByteReader } from '../layer/byte-reader.ts';
import { BLOCK_BYTES, isZeroBlock } from '../tar/parse-header.ts';
import { readHeaders, type TarEntry } from '../tar/read-headers.ts';
import { MOUNT_LIMITS } from './limits.ts';

/** What an archive has, as it streams; `content`: of a file of at most `MOUNT_LIMITS.fileBytes`, else `null`; valid until the next is asked for. */
export interface ArchivedEntry {
  readonly entry: TarEntry;
  readonly content: Uint8Array | null;
}

/** Of tar archives, one behind the other. Throws `IMAGE_INVALID`, naming `what`, `LIMIT_EXCEEDED`, and what the stream throws. */
export async function* readArchives(chunks: AsyncIterable<Uint8Array>, what: string): AsyncGenerator<ArchivedEntry> {
  const reader = new ByteReader(chunks);
  try {
    do yield* readOne(reader, what);
    while (await skipZeros(reader));
  } finally {
    await reader.close();
  }
}

/** A buffer a file would keep the collector of garbage busy. */
const ROOM_BYTES = 1024 * 1024;

async function* readOne(reader: ByteReader, what: string): AsyncGenerator<ArchivedEntry> {
  const room = new Uint8Array(ROOM_BYTES);
  const headers = readHeaders(what);
  let offset = 0;
  const skipTo = async (end: number): Promise<void> => {
    while (offset < end) {
      const chunk = await reader.next();
      if (chunk === null) return;
      if (chunk.length > end - offset) reader.unread(chunk.subarray(end - offset));
      offset += Math.min(chunk.length, end - offset);
    }
  };
  let step = headers.next();
  while (step.done !== true) {
    if (step.value.kind === 'read') {
      await skipTo(step.value.offset);
      const bytes = await reader.take(step.value.size);
      offset += bytes.length;
      step = headers.next(bytes);
      continue;
    }
    const { entry } = step.value;
    const isRead = entry.type === 'file' && entry.sparse === null && entry.size <= MOUNT_LIMITS.fileBytes;
    if (isRead) {
      await skipTo(entry.contentOffset);
      const content = entry.size <= ROOM_BYTES ? room.subarray(0, entry.size) : new Uint8Array(entry.size);
      const length = await reader.fill(content);
      offset += length;
      if (length < entry.size) throw new PlimsollError('IMAGE_INVALID', `${what} ends in the midst of a file`);
      yield { entry, content };
    } else {
      yield { entry, content: null };
    }
    step = headers.next(new Uint8Array());
  }
}

/** Whether anything but zeros, with which an archive ends, is left. */
async function skipZeros(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const block = await reader.take(BLOCK_BYTES);
    if (block.length === 0) return false;
    if (isZeroBlock(block)) continue;
    reader.unread(block);
    return true;
  }
}
