import { PlimsollError } from '../errors.ts';
import { makeUsage, parsePrice, parsePulls, type AskedUsage } from '../plan/usage.ts';
import type { OptionValues } from './read-words.ts';

const OPTIONS = ['pulls', 'price-storage', 'price-transfer'] as const;

/** What `--worth` asks for; `null` without it. Throws `USAGE`, `INPUT_INVALID`. */
export function parseWorth(values: OptionValues): AskedUsage | null {
  if (values.worth !== true) {
    const alone = OPTIONS.find((option) => values[option] !== undefined);
    if (alone !== undefined) throw new PlimsollError('USAGE', `--${alone} goes with --worth`);
    return null;
  }
  const read = (option: (typeof OPTIONS)[number], parse: typeof parsePrice): number | null => {
    const text = values[option];
    return text === undefined ? null : parse(`--${option}`, text);
  };
  return makeUsage(read('pulls', parsePulls), read('price-storage', parsePrice), read('price-transfer', parsePrice));
}
