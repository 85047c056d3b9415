import type { Clock } from '../../../src/github/clock.ts';

/** Time that passes only where all wait for it: what happens side by side comes in the same order in every run. */
export class VirtualClock implements Clock {
  #nowMs = 1_700_000_000_000;
  #sleepers: { atMs: number; wake: () => void }[] = [];
  readonly #random: () => number;

  constructor(random: () => number = () => 0) {
    this.#random = random;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  random(): number {
    return this.#random();
  }

  async sleep(durationMs: number): Promise<void> {
    await new Promise<void>((wake) => {
      this.#sleepers.push({ atMs: this.#nowMs + durationMs, wake });
    });
  }

  /** Lets time pass until all work is done. */
  async run<Result>(work: Promise<Result>[]): Promise<Result[]> {
    const state = { isDone: false };
    const all = Promise.all(work).finally(() => {
      state.isDone = true;
    });
    all.catch(() => undefined);
    await this.#goOn();
    while (!state.isDone) {
      this.#sleepers.sort((a, b) => a.atMs - b.atMs);
      const next = this.#sleepers.shift();
      if (next === undefined) throw new Error('all wait, and nothing is left to wait for');
      this.#nowMs = next.atMs;
      next.wake();
      await this.#goOn();
    }
    return await all;
  }

  /** Everything that waits for no time goes as far as it can. */
  async #goOn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
