import type { Transform } from 'node:stream';
import { reuseBuffers } from './reuse-buffers.ts';
import type { ByteReader } from './byte-reader.ts';

/** An inflating engine of node:zlib. */
export interface Engine extends Transform {
  /** Of what it was given, as much as it has used. */
  readonly bytesWritten: number;
}

const CHUNK_BYTES = 256 * 1024;

/** What each engine is made with. */
export const ENGINE_OPTIONS = {
  chunkSize: CHUNK_BYTES,
  // One piece is taken while the next is inflated beside it, in a thread of Node's.
  readableHighWaterMark: 2 * CHUNK_BYTES,
};

/**
 * Feeds `engine` until it has its end, and gives back to the reader what it did not use. A chunk is valid until the next is
 * asked for. Throws what the reader does, and the engine.
 */
export async function* runEngine(engine: Engine, reader: ByteReader): AsyncGenerator<Uint8Array> {
  const isOver = new Promise<void>((resolve) => {
    engine.once('end', resolve).once('close', resolve);
  });
  let fed = 0;
  let last: Uint8Array = new Uint8Array();
  const feed = async (): Promise<void> => {
    // At its end it takes no more, and says so before the end or after.
    while (!engine.readableEnded && !engine.destroyed && fed === engine.bytesWritten) {
      const chunk = await reader.next();
      if (chunk === null) {
        engine.end();
        return;
      }
      fed += chunk.length;
      last = chunk;
      const isTaken = new Promise<void>((resolve) => {
        engine.write(chunk, () => {
          resolve();
        });
      });
      await Promise.race([isTaken, isOver]);
    }
  };
  const feeding = feed().catch((error: unknown) => {
    engine.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  const giveBack = reuseBuffers(engine, CHUNK_BYTES);
  try {
    for await (const chunk of engine) {
      if (!(chunk instanceof Uint8Array)) continue;
      yield chunk;
      giveBack(chunk);
    }
  } finally {
    engine.destroy();
  }
  await feeding;
  const unused = fed - engine.bytesWritten;
  if (unused > 0) reader.unread(last.subarray(last.length - unused));
}
