import { PlimsollError } from '../errors.ts';
import type { OptionValues } from './read-words.ts';
import type { Usage } from '../worth/image-cost.ts';

/** What `--worth` asks for. */
export interface WorthArguments {
  readonly pulls: number;
  /** For a GB stored a month, and for one pulled, in US dollars; `null`: list prices. */
  readonly price: { readonly storage: number; readonly transfer: number } | null;
}

const PULLS = 1000;
const MOST_PULLS = 1_000_000_000;

/** Throws `USAGE`. */
export function parseWorth(values: OptionValues): WorthArguments | null {
  if (values.worth !== true) {
    for (const option of ['pulls', 'price-storage', 'price-transfer'] as const) {
      if (values[option] !== undefined) throw wrong(`--${option} goes with --worth`);
    }
    return null;
  }
  const { pulls = `${PULLS}`, 'price-storage': storage, 'price-transfer': transfer } = values;
  if (!/^\d{1,10}$/.test(pulls) || Number(pulls) > MOST_PULLS) {
    throw wrong(
      `--pulls takes how often a month the image is pulled, at most ${MOST_PULLS}; it got ${JSON.stringify(pulls)}`,
    );
  }
  const isGiven = storage !== undefined || transfer !== undefined;
  const price = isGiven
    ? { storage: parsePrice('price-storage', storage), transfer: parsePrice('price-transfer', transfer) }
    : null;
  return { pulls: Number(pulls), price };
}

/** Loaded only where it is asked. */
export async function readUsage(asked: WorthArguments): Promise<Usage> {
  if (asked.price !== null) {
    return { pulls: asked.pulls, prices: [{ registry: 'your prices', ...asked.price, source: null, asOf: null }] };
  }
  const { PRICES } = await import('../worth/prices.ts');
  return { pulls: asked.pulls, prices: PRICES };
}

/** One that is not said is none. */
function parsePrice(option: string, text = '0'): number {
  if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(text)) {
    throw wrong(`--${option} takes US dollars for a GB, as 0.09; it got ${JSON.stringify(text)}`);
  }
  return Number(text);
}

function wrong(message: string): PlimsollError {
  return new PlimsollError('USAGE', message);
}
