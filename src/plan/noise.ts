import { invalidInput } from './invalid-input.ts';
import { readLimit } from './limit.ts';

/** Changes below both are noise: no comment is started for them. */
export interface Noise {
  bytes: number;
  percent: number;
}

/** What every change is below: stands where only one of the two was given. */
const NO_CONDITION = Number.MAX_SAFE_INTEGER;

/** `50 kB and 0.5%`, or one of the two. Throws `INPUT_INVALID`. */
export function parseNoise(name: string, text: string): Noise {
  const limit = readLimit(text);
  if (limit === null) throw invalidInput(name, text, 'a size, a percent, or both, as in 50 kB and 0.5%');
  return { bytes: limit.bytes ?? NO_CONDITION, percent: limit.percent ?? NO_CONDITION };
}
