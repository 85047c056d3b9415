import { PlimsollError } from '../errors.ts';
import { ByteReader } from '../layer/byte-reader.ts';
import { readHeaders, type TarEntry } from '../tar/read-headers.ts';
import { MOUNT_LIMITS } from './limits.ts';

/** What an archive has, as it streams; `content`: of a file of at most `MOUNT_LIMITS.fileBytes`, else `null`. */
export interface ArchivedEntry {
  readonly entry: TarEntry;
  readonly content: Uint8Array | null;
}

/** Throws `IMAGE_INVALID`, naming `what`, `LIMIT_EXCEEDED`, and what the stream throws. */
export async function* readArchive(chunks: AsyncIterable<Uint8Array>, what: string): AsyncGenerator<ArchivedEntry> {
  const reader = new ByteReader(chunks);
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
  try {
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
        const content = await reader.take(entry.size);
        offset += content.length;
        if (content.length < entry.size)
          throw new PlimsollError('IMAGE_INVALID', `${what} ends in the midst of a file`);
        yield { entry, content };
      } else {
        yield { entry, content: null };
      }
      step = headers.next(new Uint8Array());
    }
    // What follows is padding; whoever writes it is not to be cut off.
    await skipTo(Number.POSITIVE_INFINITY);
  } finally {
    await reader.close();
  }
}
