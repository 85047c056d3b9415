import { createHash } from 'node:crypto';
import { PlimsollError } from '../errors.ts';
import { readHeaders, type TarEntry } from '../tar/read-headers.ts';
import { START_BYTES, type ArchiveFiles, type FileDescription } from './archive-files.ts';
import { ArchiveTable } from './archive-table.ts';
import { parseDigest } from './digest.ts';
import { LIMITS } from './limits.ts';

type Kept =
  | { readonly kind: 'json'; readonly bytes: Uint8Array }
  | { readonly kind: 'described'; readonly description: FileDescription }
  | { readonly kind: 'passed' };

interface Place {
  readonly kept: Kept;
  readonly offset: number;
  readonly size: number;
}

/**
 * Reads an archive that comes from the start each time: a compressed one, or what the engine saves. Its JSON files are
 * kept, since all that is asked for an image is among them; layers pass by, and one that is asked for comes out of the
 * archive opened anew, since nothing is written to the disk. Throws `IMAGE_INVALID`, `LIMIT_EXCEEDED`, and what `open` does.
 */
export async function scanArchiveStream(open: () => AsyncIterable<Uint8Array>, what: string): Promise<ArchiveFiles> {
  const table = new ArchiveTable<Place>(what);
  const tape = new Tape(open(), what);
  const headers = readHeaders(what);
  let keptBytes = 0;
  let step = headers.next();
  while (step.done !== true) {
    if (step.value.kind === 'read') {
      await tape.skipTo(step.value.offset);
      step = headers.next(await tape.take(step.value.size));
      continue;
    }
    const kept = await keep(tape, step.value.entry, what);
    if (kept.kind === 'json') keptBytes += kept.bytes.length;
    if (keptBytes > LIMITS.archiveKeptBytes) {
      throw new PlimsollError('LIMIT_EXCEEDED', `${what} has more than ${LIMITS.archiveKeptBytes} bytes of JSON`);
    }
    const { contentOffset, contentBytes } = step.value.entry;
    table.add(step.value.entry, { kept, offset: contentOffset, size: contentBytes });
    step = headers.next(NOTHING);
  }
  // Up to gzip's checksum, and so that who sends may end well.
  await tape.skipTo(LIMITS.archiveStreamBytes);
  return {
    read(path, maxBytes) {
      const kept = table.find(path)?.kept;
      if (kept === undefined) return Promise.resolve(null);
      if (kept.kind !== 'json' || kept.bytes.length > maxBytes) {
        throw new PlimsollError('IMAGE_INVALID', `${what}: ${path} is no JSON of at most ${maxBytes} bytes`);
      }
      return Promise.resolve(kept.bytes);
    },
    stream(path) {
      const place = table.find(path);
      return Promise.resolve(place === null ? null : cutOut(open(), place, what));
    },
    describe(path) {
      const kept = table.find(path)?.kept;
      if (kept === undefined) return Promise.resolve(null);
      if (kept.kind !== 'described') throw new PlimsollError('IMAGE_INVALID', `${what}: ${path} is no layer`);
      return Promise.resolve(kept.description);
    },
  };
}

async function* cutOut(
  chunks: AsyncIterable<Uint8Array>,
  { offset, size }: Place,
  what: string,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const chunk of chunks) {
    const bytes = chunk.subarray(Math.max(0, offset - at), Math.max(0, offset + size - at));
    at += chunk.length;
    if (bytes.length > 0) yield bytes;
    if (at >= offset + size) return;
  }
  throw new PlimsollError('IMAGE_INVALID', `${what} is another archive than it was`);
}

const NOTHING = new Uint8Array();
const BRACES = [0x7b, 0x5b];

async function keep(tape: Tape, entry: TarEntry, what: string): Promise<Kept> {
  const { contentOffset, contentBytes, path } = entry;
  await tape.skipTo(contentOffset);
  const start = await tape.take(Math.min(contentBytes, START_BYTES));
  const isJson = BRACES.includes(start[0] ?? 0) && contentBytes <= LIMITS.configBytes;
  const end = contentOffset + contentBytes;
  const hash = createHash('sha256').update(start);
  const rest: Uint8Array[] = [start];
  // A blob of a layout has its digest in its name.
  const isPassed = !isJson && /^(?:\.\/)?blobs\//.test(path);
  await tape.skipTo(end, (bytes) => {
    if (isJson) rest.push(Uint8Array.from(bytes));
    else if (!isPassed) hash.update(bytes);
  });
  if (tape.offset < end) {
    throw new PlimsollError('IMAGE_INVALID', `${what} is cut off in ${JSON.stringify(path.slice(0, 200))}`);
  }
  if (isJson) return { kind: 'json', bytes: Buffer.concat(rest) };
  if (isPassed) return { kind: 'passed' };
  const digest = parseDigest(`sha256:${hash.digest('hex')}`);
  return { kind: 'described', description: { size: contentBytes, digest, start } };
}

/** Bytes that come once. */
class Tape {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #what: string;
  #chunk: Uint8Array = NOTHING;
  offset = 0;

  constructor(chunks: AsyncIterable<Uint8Array>, what: string) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#what = what;
  }

  /** Fewer bytes where the stream ends. */
  async take(size: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    await this.skipTo(this.offset + size, (bytes) => parts.push(Uint8Array.from(bytes)));
    return Buffer.concat(parts);
  }

  /** Passes all bytes before `offset` to `see`; stops before it where the stream ends. */
  async skipTo(offset: number, see: (bytes: Uint8Array) => void = () => undefined): Promise<void> {
    if (offset > LIMITS.archiveStreamBytes) {
      throw new PlimsollError('LIMIT_EXCEEDED', `${this.#what} has more than ${LIMITS.archiveStreamBytes} bytes`);
    }
    while (this.offset < offset) {
      if (this.#chunk.length === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) return;
        this.#chunk = next.value;
      }
      const bytes = this.#chunk.subarray(0, offset - this.offset);
      this.#chunk = this.#chunk.subarray(bytes.length);
      this.offset += bytes.length;
      see(bytes);
    }
  }
}
