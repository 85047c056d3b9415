import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { createInflateRaw } from 'node:zlib';
import type { ByteReader } from './byte-reader.ts';

const SLOTS = 4;
const INPUT_BYTES = 64 * 1024;
const OUTPUT_BYTES = 256 * 1024;
/**
 * Counters that both threads see: pieces that were fed, and of these used; pieces that came out and were taken; whether the
 * feeding waits for room; and the length of what is in each slot of the input.
 */
const PLACES = { fed: 0, used: 1, taken: 2, isWaiting: 3, lengths: 4 } as const;
/** Of the thread: there is room for input again. */
const ROOM = -1;

/** What a thread tells: how many bytes are in the next slot of the output, or `ROOM`; and the last. */
type Told = number | { readonly digest: string } | { readonly failure: string };

/** Whether this Node's zlib has what the thread calls: fields that are nobody's promise. */
export function hasThreadedInflate(): boolean {
  const engine = createInflateRaw();
  const handle: unknown = Reflect.get(engine, '_handle');
  const isThere =
    typeof handle === 'object' && handle !== null && typeof Reflect.get(handle, 'writeSync') === 'function';
  engine.close();
  return isThere && ArrayBuffer.isView(Reflect.get(engine, '_writeState'));
}

/**
 * gzip, past the header of its first member, inflated and hashed in a thread of its own: Node's own way goes from thread to
 * thread and back for each piece. Bytes pass through memory that both have. A piece is valid until the next is asked for.
 * Throws what the reader does, and zlib.
 */
export class ThreadedInflate implements AsyncIterable<Uint8Array> {
  readonly #reader: ByteReader;
  readonly #algorithm: string;
  readonly #counters = new Int32Array(new SharedArrayBuffer(4 * (PLACES.lengths + SLOTS)));
  readonly #input = Buffer.from(new SharedArrayBuffer(SLOTS * INPUT_BYTES));
  readonly #output = Buffer.from(new SharedArrayBuffer(SLOTS * OUTPUT_BYTES));
  #hasRoom: () => void = () => undefined;
  #digest = '';

  /** `algorithm` is that of `digest`. */
  constructor(reader: ByteReader, algorithm: string) {
    this.#reader = reader;
    this.#algorithm = algorithm;
  }

  /** Of all that came out, after the last piece. */
  digest(): string {
    return `${this.#algorithm}:${this.#digest}`;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const thread = this.#start();
    const told = new Readable({ objectMode: true, read: () => undefined });
    thread.on('message', (message: Told) => {
      if (message === ROOM) this.#hasRoom();
      else told.push(message);
    });
    thread.on('error', (error) => told.destroy(error));
    thread.on('exit', () => told.push(null));
    const isOver = (): boolean => told.destroyed;
    this.#feed(isOver).catch((error: unknown) => told.destroy(asError(error)));
    try {
      yield* this.#take(told);
    } finally {
      told.destroy();
      this.#hasRoom();
      await thread.terminate();
    }
  }

  #start(): Worker {
    return new Worker(new URL('./inflate-thread.js', import.meta.url), {
      workerData: {
        PLACES,
        ROOM,
        slots: SLOTS,
        counters: this.#counters.buffer,
        input: this.#input.buffer,
        output: this.#output.buffer,
        algorithm: this.#algorithm,
      },
      env: {},
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 1 },
    });
  }

  async *#take(told: AsyncIterable<Told>): AsyncGenerator<Uint8Array> {
    let taken = 0;
    for await (const message of told) {
      if (typeof message === 'number') {
        const from = (taken % SLOTS) * OUTPUT_BYTES;
        yield this.#output.subarray(from, from + message);
        taken += 1;
        this.#tell(PLACES.taken, taken);
      } else if ('failure' in message) {
        throw new Error(message.failure);
      } else {
        this.#digest = message.digest;
        return;
      }
    }
    throw new Error('the thread that inflates it ended early');
  }

  /** An empty piece is the end. */
  async #feed(isOver: () => boolean): Promise<void> {
    let fed = 0;
    for (let chunk = await this.#reader.next(); !isOver(); chunk = await this.#reader.next()) {
      let rest = chunk ?? NOTHING;
      do {
        await this.#waitForRoom(fed, isOver);
        if (isOver()) return;
        const piece = rest.subarray(0, INPUT_BYTES);
        rest = rest.subarray(piece.length);
        const slot = fed % SLOTS;
        this.#input.set(piece, slot * INPUT_BYTES);
        this.#counters[PLACES.lengths + slot] = piece.length;
        fed += 1;
        this.#tell(PLACES.fed, fed);
      } while (rest.length > 0);
      if (chunk === null) return;
    }
  }

  async #waitForRoom(fed: number, isOver: () => boolean): Promise<void> {
    const isFull = (): boolean => !isOver() && fed - Atomics.load(this.#counters, PLACES.used) >= SLOTS;
    while (isFull()) {
      const room = new Promise<void>((resolve) => {
        this.#hasRoom = resolve;
      });
      Atomics.store(this.#counters, PLACES.isWaiting, 1);
      if (isFull()) await room;
    }
  }

  #tell(place: number, count: number): void {
    Atomics.store(this.#counters, place, count);
    Atomics.notify(this.#counters, place);
  }
}

const NOTHING = new Uint8Array();

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
