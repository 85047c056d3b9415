import { PlimsollError } from '../errors.ts';
import type { BlobKey } from './source.ts';

/** A blob as it streams, up to the size that was announced. Throws `IMAGE_INVALID`, naming `what`, where it goes on. */
export async function* boundBlob(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { digest, size }: BlobKey,
  what: string,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > size) {
      throw new PlimsollError(
        'IMAGE_INVALID',
        `${what}: ${digest} has more than the ${size} bytes that were announced`,
      );
    }
    yield chunk;
  }
}
