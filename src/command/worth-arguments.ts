import { makeUsage, parsePrice, parsePulls, type AskedUsage } from '../plan/usage.ts';
import { refuseAlone } from './option-pairs.ts';
import type { OptionValues } from './read-words.ts';

const OPTIONS = ['pulls', 'price-storage', 'price-transfer'] as const;

/** What `--worth` asks for; `null` without it. Throws `USAGE`, `INPUT_INVALID`. */
export function parseWorth(values: OptionValues): AskedUsage | null {
  for (const option of OPTIONS) refuseAlone(values, option, 'worth');
  if (values.worth !== true) return null;
  const read = (option: (typeof OPTIONS)[number], parse: typeof parsePrice): number | null => {
    const text = values[option];
    return text === undefined ? null : parse(`--${option}`, text);
  };
  return makeUsage(read('pulls', parsePulls), read('price-storage', parsePrice), read('price-transfer', parsePrice));
}
