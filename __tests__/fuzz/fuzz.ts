import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PlimsollError } from '../../src/errors.ts';
import { mutate } from './mutate.ts';
import { Random } from './random.ts';
import type { FuzzedReader } from './readers.ts';

/** An input that a reader did not end well with. */
export interface Find {
  readonly why: string;
  readonly input: Uint8Array;
}

export interface FuzzReport {
  readonly inputs: number;
  /** Inputs that ended in entries, and in each error of ours. */
  readonly ends: Readonly<Record<string, number>>;
  readonly finds: readonly Find[];
  readonly slowestMs: number;
  /** What the process took beyond what it had before the first, at its most, litter of earlier inputs included. */
  readonly growthBytes: number;
}

export interface FuzzOptions {
  readonly inputs: number;
  readonly seed: number;
  /** Hears of each input before it is read. */
  readonly follow?: (input: number) => void;
}

const LIMITS = { inputMs: 1000, growthBytes: 80 * 1024 * 1024, finds: 10 };
/** What earlier inputs have left behind is not the next one's doing. */
const LITTER_BYTES = 24 * 1024 * 1024;
setFlagsFromString('--expose-gc');
const gc: unknown = runInNewContext('gc');

const EXPECTED = new Set(['IMAGE_INVALID', 'LIMIT_EXCEEDED']);

/**
 * Reads the seeds as they are, then `inputs` changed ones; the same seed makes the same. Each must end, within a second of the processor's and
 * without more than 80 MB, in entries or in an `IMAGE_INVALID` or `LIMIT_EXCEEDED`. Stops at the tenth find.
 */
export async function fuzz(reader: FuzzedReader, { inputs, seed, follow }: FuzzOptions): Promise<FuzzReport> {
  const ends: Record<string, number> = {};
  const finds: Find[] = [];
  let slowestMs = 0;
  let cleanBytes = collectGarbage();
  const startBytes = mostBytes();
  const total = reader.seeds.length + inputs;
  for (let number = 0; number < total && finds.length < LIMITS.finds; number++) {
    const input = makeInput(reader, number, seed);
    follow?.(number);
    let beforeBytes = process.memoryUsage.rss();
    if (beforeBytes - cleanBytes > LITTER_BYTES) beforeBytes = cleanBytes = collectGarbage();
    const peakBefore = mostBytes();
    const start = { ms: performance.now(), processor: process.cpuUsage() };
    const end = await readOne(reader, input);
    const { user, system } = process.cpuUsage(start.processor);
    // Another process may have had the processor; and this one has threads.
    const tookMs = Math.min(performance.now() - start.ms, (user + system) / 1000);
    slowestMs = Math.max(slowestMs, tookMs);
    ends[end] = (ends[end] ?? 0) + 1;
    const tookBytes = mostBytes() > peakBefore ? mostBytes() - beforeBytes : 0;
    const why = end.startsWith('find: ')
      ? end
      : tookMs > LIMITS.inputMs
        ? `takes ${Math.round(tookMs)} ms`
        : tookBytes > LIMITS.growthBytes
          ? `takes ${tookBytes} bytes`
          : null;
    if (why !== null) finds.push({ why, input });
  }
  return { inputs: total, ends, finds, slowestMs, growthBytes: mostBytes() - startBytes };
}

/** The input of that number: a seed as it is, or changed. */
export function makeInput({ seeds, repair }: FuzzedReader, number: number, seed: number): Uint8Array {
  const asItIs = seeds[number];
  if (asItIs !== undefined) return asItIs;
  const random = new Random(seed + Math.imul(number, 0x9e3779b1));
  const pick = () => seeds[random.below(seeds.length)] ?? new Uint8Array();
  const mutated = mutate({ bytes: pick(), other: pick() }, random);
  return repair === undefined ? mutated : repair(mutated, random);
}

/** How reading ends: `entries`, the code of an error of ours, or what it must not end with. */
async function readOne({ read }: FuzzedReader, input: Uint8Array): Promise<string> {
  try {
    await read(input);
    return 'entries';
  } catch (error) {
    if (error instanceof PlimsollError && EXPECTED.has(error.code)) return error.code;
    return `find: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** The most that the process has had in memory so far. */
function mostBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}

/** Gives what is in memory after it. */
function collectGarbage(): number {
  if (typeof gc === 'function') Reflect.apply(gc, undefined, []);
  return process.memoryUsage.rss();
}
