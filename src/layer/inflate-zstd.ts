import { Decompress } from 'fzstd';
import { PlimsollError } from '../errors.ts';
import { ZstdFrames } from './zstd-frames.ts';
import type { ByteReader } from './byte-reader.ts';

/** The decoder moves the whole window for each block: honest ones hold 32 KiB and more, with windows of 8 MiB. */
const MOVES = { bytes: 8 * 1024 ** 3, perTarByte: 256 };

/**
 * zstd (RFC 8878), of one frame or several, skippable ones between them. Checksums are not looked at: the digest says more.
 * Throws `IMAGE_INVALID` and `LIMIT_EXCEEDED`, naming `what`, what the reader throws and what the decoder does.
 */
export async function* inflateZstd(reader: ByteReader, what: string): AsyncGenerator<Uint8Array> {
  const frames = new ZstdFrames(what);
  const ready: Uint8Array[] = [];
  let tarBytes = 0;
  const decoder = new Decompress((bytes) => {
    tarBytes += bytes.length;
    ready.push(bytes);
  });
  for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) {
    for (let place = 0; place < chunk.length;) {
      // One block at a time: four bytes make 128 KiB, and a frame in the same piece a call within the call.
      const until = place + frames.next(chunk.subarray(place));
      decoder.push(chunk.subarray(place, until));
      place = until;
      yield* ready.splice(0);
      if (frames.movedBytes > MOVES.bytes + MOVES.perTarByte * tarBytes) {
        throw new PlimsollError('LIMIT_EXCEEDED', `${what} has zstd blocks that are tiny beside their window`);
      }
    }
  }
  decoder.push(new Uint8Array(), true);
  yield* ready.splice(0);
}
