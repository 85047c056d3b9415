/** Time and chance, as arguments: tests play them. */
export interface Clock {
  /** Unix milliseconds. */
  nowMs(): number;
  sleep(durationMs: number): Promise<void>;
  /** From 0 to below 1. */
  random(): number;
}

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  sleep: async (durationMs) => {
    await new Promise((resolve) => setTimeout(resolve, durationMs));
  },
  random: () => Math.random(),
};
