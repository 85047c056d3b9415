import { invalidInput } from './invalid-input.ts';

/** How an image is used, as the user says it. */
export interface AskedUsage {
  /** In a month. */
  readonly pulls: number;
  /** For a GB stored a month, and for one pulled, in US dollars; `null`: list prices. */
  readonly price: { readonly storage: number; readonly transfer: number } | null;
}

const PULLS = 1000;
const MOST_PULLS = 1_000_000_000;

/** What was not said is 1,000 pulls, and the price that was not said beside the other one is none. */
export function makeUsage(pulls: number | null, storage: number | null, transfer: number | null): AskedUsage {
  const isPriced = storage !== null || transfer !== null;
  return { pulls: pulls ?? PULLS, price: isPriced ? { storage: storage ?? 0, transfer: transfer ?? 0 } : null };
}

/** Throws `INPUT_INVALID`. */
export function parsePulls(name: string, text: string): number {
  if (!/^\d{1,10}$/.test(text) || Number(text) > MOST_PULLS) {
    throw invalidInput(name, text, `how often a month the image is pulled, at most ${MOST_PULLS}`);
  }
  return Number(text);
}

/** Throws `INPUT_INVALID`. */
export function parsePrice(name: string, text: string): number {
  if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(text)) throw invalidInput(name, text, 'US dollars for a GB, as in 0.09');
  return Number(text);
}
