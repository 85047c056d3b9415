import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../lab/machine/run.ts';
import { median } from '../time-commands.ts';

/** One way to an answer: a script for bash that leaves it in `$OUT`, and may put files into the empty folder `$DIR`. */
export interface Contender {
  readonly name: string;
  readonly script: string;
  /** What its answer says, in the terms that all have in common; `null` where it gives none. */
  readonly read: ((text: string) => string[]) | null;
  /** Undoes what the last round left, outside of the time that is measured. */
  readonly prepare?: () => Promise<unknown>;
}

export interface RaceOptions {
  /** At most. */
  readonly rounds: number;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Raced {
  readonly name: string;
  readonly times: readonly number[];
  /** Of what it says; the same for all. */
  readonly answers: number;
}

/** Who has taken so long in all, sits out the rounds that follow. */
const ENOUGH_MS = 20_000;

/**
 * Whole processes side by side, rounds alternating; a slow one runs in the first of them only. Throws where they do not give the same answer: then nothing is
 * compared with anything.
 */
export async function race(contenders: readonly Contender[], options: RaceOptions): Promise<Raced[]> {
  const raced = contenders.map((contender) => ({ contender, times: Array<number>(), answer: Array<string>() }));
  for (let round = 0; round < options.rounds; round += 1) {
    for (const one of raced) {
      if (one.times.reduce((sum, time) => sum + time, 0) > ENOUGH_MS) continue;
      const { prepare, script, read } = one.contender;
      await prepare?.();
      const dir = join(options.folder, 'scratch');
      await rm(dir, { recursive: true, force: true });
      await mkdir(dir, { recursive: true });
      const out = join(options.folder, 'out');
      const started = performance.now();
      await run('bash', ['-c', `set -euo pipefail; ${script}`], { env: { ...options.env, OUT: out, DIR: dir } });
      one.times.push(performance.now() - started);
      if (read !== null) one.answer = [...new Set(read(await readFile(out, 'utf8')))].sort();
    }
  }
  const [first, ...others] = raced;
  for (const { contender, answer } of others) {
    const odd = first === undefined || contender.read === null ? [] : differ(first.answer, answer);
    if (odd.length === 0) continue;
    throw new Error(
      `${first?.contender.name ?? ''} and ${contender.name} disagree on ${odd.length}: ${odd.slice(0, 5).join(' ')}`,
    );
  }
  return raced.map(({ contender, times, answer }) => ({ name: contender.name, times, answers: answer.length }));
}

/** How many times longer the other took, the median of the ratios of the rounds in which both ran. */
export function ratioOf(other: Raced, ours: Raced): number {
  const rounds = Math.min(other.times.length, ours.times.length);
  return median(other.times.slice(0, rounds).map((time, round) => time / (ours.times[round] ?? NaN)));
}

function differ(left: readonly string[], right: readonly string[]): string[] {
  const [inLeft, inRight] = [new Set(left), new Set(right)];
  return [...left.filter((one) => !inRight.has(one)), ...right.filter((one) => !inLeft.has(one))];
}
