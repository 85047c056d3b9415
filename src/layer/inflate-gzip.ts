import { constants, createGunzip, createInflateRaw } from 'node:zlib';
import { invalidLayer } from './invalid-layer.ts';
import { ENGINE_OPTIONS, runEngine } from './run-engine.ts';
import type { ByteReader } from './byte-reader.ts';

/** An end that is missing is not concluded from: the digest tells. */
const OPTIONS = { ...ENGINE_OPTIONS, finishFlush: constants.Z_SYNC_FLUSH };

/**
 * gzip (RFC 1952), of one member or several. A chunk is valid until the next is asked for. The trailer of the first is
 * not looked at, since a digest says more, nor is what follows the last. Throws `IMAGE_INVALID`, naming `what`, what the
 * reader throws and what zlib does.
 */
export async function* inflateGzip(reader: ByteReader, what: string): AsyncGenerator<Uint8Array> {
  await skipGzipHeader(reader, what);
  yield* runEngine(createInflateRaw(OPTIONS), reader);
  await reader.take(TRAILER_BYTES);
  const next = await reader.peek(2);
  // Node's own reading of many members is much the faster: eStargz has one a file.
  if (next[0] === MAGIC[0] && next[1] === MAGIC[1]) yield* runEngine(createGunzip(OPTIONS), reader);
}

const MAGIC = [0x1f, 0x8b];
const TRAILER_BYTES = 8;
const FLAG = { headerCrc: 2, extra: 4, name: 8, comment: 16 };
/** Of a name or a comment; both are short. */
const TEXT_BYTES = 64 * 1024;

/** To where the first member begins. Throws `IMAGE_INVALID`, naming `what`, and what the reader does. */
export async function skipGzipHeader(reader: ByteReader, what: string): Promise<void> {
  const header = await reader.take(10);
  const flags = header[3] ?? 0;
  if (header.length < 10 || header[2] !== 8 || flags > 31) throw invalidLayer(what, 'has a malformed gzip header');
  if (flags & FLAG.extra) {
    const [low = 0, high = 0] = await reader.take(2);
    await reader.take(low + 256 * high);
  }
  if (flags & FLAG.name) await skipText(reader, what);
  if (flags & FLAG.comment) await skipText(reader, what);
  if (flags & FLAG.headerCrc) await reader.take(2);
}

async function skipText(reader: ByteReader, what: string): Promise<void> {
  for (let length = 0; length < TEXT_BYTES;) {
    const chunk = await reader.next();
    if (chunk === null) return;
    const end = chunk.indexOf(0);
    if (end !== -1) {
      reader.unread(chunk.subarray(end + 1));
      return;
    }
    length += chunk.length;
  }
  throw invalidLayer(what, 'has a malformed gzip header');
}
