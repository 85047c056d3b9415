import { Decompress } from 'fzstd';
import { PlimsollError } from '../errors.ts';
import { ByteReader } from './byte-reader.ts';
import { runEngine, type Engine } from './run-engine.ts';
import { ZstdFrames } from './zstd-frames.ts';

/**
 * zstd (RFC 8878), of one frame or several, skippable ones between them; by `engine`, or where there is none by a decoder
 * that we bring, which is slower and does not look at checksums: the digest says more. A chunk is valid until the next is
 * asked for. Throws `IMAGE_INVALID` and `LIMIT_EXCEEDED`, naming `what`, what the reader throws and what the decoder does.
 */
export function inflateZstd(reader: ByteReader, what: string, engine: Engine | null): AsyncGenerator<Uint8Array> {
  return engine === null ? inflateByOurs(reader, what) : runEngine(engine, new ByteReader(splitFrames(reader, what)));
}

/** Pieces that end where frames do: the engine is at its end where one has more than that. Skippable frames are left out. */
async function* splitFrames(reader: ByteReader, what: string): AsyncGenerator<Uint8Array> {
  const frames = new ZstdFrames(what);
  let isSkippable = false;
  for (let chunk = await reader.next(); chunk !== null; chunk = await reader.next()) {
    for (let place = 0; place < chunk.length;) {
      const from = place;
      if (frames.isBetween) isSkippable = ((chunk[from] ?? 0) & 0xf0) === SKIPPABLE;
      do place += frames.next(chunk.subarray(place));
      while (place < chunk.length && !frames.isBetween);
      if (!isSkippable) yield chunk.subarray(from, place);
    }
  }
  frames.end();
}

/** What a skippable frame begins with; others, with 0x28. The low half is free. */
const SKIPPABLE = 0x50;

/** Our decoder moves the whole window for each block: honest ones hold 32 KiB and more, with windows of 8 MiB. */
const MOVES = { bytes: 8 * 1024 ** 3, perTarByte: 256 };

async function* inflateByOurs(reader: ByteReader, what: string): AsyncGenerator<Uint8Array> {
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
  frames.end();
  decoder.push(new Uint8Array(), true);
  yield* ready.splice(0);
}
