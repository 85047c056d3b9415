import { Decompress } from 'fzstd';
import { ZstdFrames } from './zstd-frames.ts';
import type { ByteReader } from './byte-reader.ts';

/** The decoder calls itself for each frame of a piece. */
const PIECE_BYTES = 16 * 1024;

/**
 * zstd (RFC 8878), of one frame or several, skippable ones between them. Checksums are not looked at: the digest says more.
 * Throws `IMAGE_INVALID` and `LIMIT_EXCEEDED`, naming `what`, what the reader throws and what the decoder does.
 */
export async function* inflateZstd(reader: ByteReader, what: string): AsyncGenerator<Uint8Array> {
  const frames = new ZstdFrames(what);
  const ready: Uint8Array[] = [];
  const decoder = new Decompress((bytes) => ready.push(bytes));
  for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) {
    for (let place = 0; place < chunk.length; place += PIECE_BYTES) {
      const piece = chunk.subarray(place, place + PIECE_BYTES);
      frames.push(piece);
      decoder.push(piece);
      yield* ready.splice(0);
    }
  }
  decoder.push(new Uint8Array(), true);
  yield* ready.splice(0);
}
