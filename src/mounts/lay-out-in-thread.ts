import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { hasZstd, unpackByOurs } from './packing.ts';
import { BLOCK_BYTES } from './tar-header.ts';
import type { FetchedPack } from './stored-set.ts';

/** A file, as it goes into an archive. */
export interface EntryToLayOut {
  readonly header: Uint8Array;
  /** Where in the pack its content begins. */
  readonly offset: number;
  readonly size: number;
}

/** How many bytes were written, or why none were; `isOfPack`: by the pack's fault. */
const AnswerSchema = v.union([v.number(), v.object({ failure: v.string(), isOfPack: v.boolean() })]);

/**
 * A thread that unpacks packs and lays their contents out as a tar archive, in memory that it uses again. In Node's own
 * threads each pack would come into new memory, which the system has yet to make: on a virtual machine that took longer than
 * unpacking.
 */
export class LayOutThread {
  readonly #thread: Worker;
  readonly #failed: Promise<never>;

  constructor() {
    this.#thread = new Worker(new URL('./lay-out-thread.js', import.meta.url), {
      workerData: { blockBytes: BLOCK_BYTES, contentsBytes: MOUNT_LIMITS.packBytes },
      env: {},
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 1 },
    });
    this.#failed = once(this.#thread, 'exit').then(() => {
      throw new Error('the thread that unpacks ended early');
    });
    // Is told where it is waited for.
    this.#failed.catch(() => undefined);
  }

  /**
   * An archive, without an end, of files whose contents are in a pack, into `file`, a descriptor, from its start. How many
   * bytes it has. Throws `IMAGE_INVALID`, and what writing throws.
   */
  async layOut(pack: FetchedPack, entries: readonly EntryToLayOut[], file: number): Promise<number> {
    const { contentBytes } = pack;
    const { packed, packing } = await unpackWhatNodeCannot(pack);
    const headers = new Uint8Array(entries.reduce((sum, { header }) => sum + header.length, 0));
    const parts = new Uint32Array(3 * entries.length);
    let length = 0;
    for (const [at, { header, offset, size }] of entries.entries()) {
      headers.set(header, length);
      parts.set([header.length, offset, size], 3 * at);
      length += header.length;
    }
    const answered = once(this.#thread, 'message');
    const message = { packed, packing, contentBytes, headers, parts, file };
    this.#thread.postMessage(message, [headers.buffer, parts.buffer]);
    const [answer] = v.parse(v.tuple([AnswerSchema]), await Promise.race([answered, this.#failed]));
    if (typeof answer === 'number') return answer;
    throw answer.isOfPack ? invalid(pack, answer.failure) : new Error(answer.failure);
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }
}

/** Where Node has no zstd, what reads layers reads it. */
async function unpackWhatNodeCannot(pack: FetchedPack): Promise<Pick<FetchedPack, 'packed'> & { packing: string }> {
  const { packed, packing, contentBytes } = pack;
  if (packing !== 'zstd' || hasZstd()) return { packed, packing };
  try {
    return { packed: await unpackByOurs(packed, contentBytes), packing: 'none' };
  } catch (error) {
    throw invalid(pack, error instanceof Error ? error.message : String(error));
  }
}

function invalid({ what, contentBytes }: FetchedPack, why: string): PlimsollError {
  return new PlimsollError('IMAGE_INVALID', `${what} does not unpack to ${contentBytes} bytes: ${why}`);
}
