import { run } from '../lab/machine/run.ts';

/** A command with its arguments; several run one after the other. */
export type Command = readonly [command: string, ...args: string[]];

/** Milliseconds of each job, a list a job: rounds alternate, so that what else the machine does hits all alike. */
export async function timeCommands(jobs: readonly (readonly Command[])[], rounds: number): Promise<number[][]> {
  const times: number[][] = jobs.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, commands] of jobs.entries()) {
      const started = performance.now();
      for (const [command, ...args] of commands) await run(command, args);
      times[place]?.push(performance.now() - started);
    }
  }
  return times;
}

/** The middle of the rounds' values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Median of what a job took beyond another one in the same round. */
export function beyond(times: readonly number[], base: readonly number[]): number {
  return median(times.map((time, round) => time - (base[round] ?? NaN)));
}
