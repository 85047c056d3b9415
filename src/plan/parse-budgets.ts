import { BYTE_UNITS } from './byte-size.ts';
import { parseInputPlatform } from './input-platform.ts';
import { invalidInput } from './invalid-input.ts';
import { readLimit } from './limit.ts';
import type { Budget } from './budget.ts';
import type { Limit } from './limit.ts';

/** Inputs that hold budgets. */
export type BudgetInput = 'max-size' | 'max-increase' | 'max-size-on-disk' | 'max-increase-on-disk';

const PLATFORM_FORM = 'a platform before the colon, as in linux/arm64: 22 MB';
const SIZE_FORM = 'a size, as in 20 MB, and lines as in linux/arm64: 22 MB for single platforms';
const INCREASE_FORM =
  'a percent, a size, or both, as in 5%, 1 MB or 5% and 1 MB, and lines as in linux/arm64: 5% for single platforms';

/**
 * Limits of one input: a line for every platform that has none of its own, and a line per platform that has
 * (`linux/arm64: 22 MB`). Empty text has no limits. Throws `INPUT_INVALID` for what it does not understand, a percent
 * in a maximum size, and a second limit for the same platform.
 */
export function parseBudgets(input: BudgetInput, text: string): Budget[] {
  const budgets: Budget[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const budget = parseLine(input, line.trim());
    if (budgets.some(({ platform }) => platform === budget.platform)) {
      throw invalidInput(
        input,
        line.trim(),
        `one limit for ${budget.platform ?? 'all platforms'}, and this is the second`,
      );
    }
    budgets.push(budget);
  }
  return budgets;
}

function parseLine(input: BudgetInput, line: string): Budget {
  const kind = input.startsWith('max-size') ? 'max-size' : 'max-increase';
  const colon = line.indexOf(':');
  const limit = parseLimit(input, kind, line, line.slice(colon + 1));
  return {
    kind,
    on: input.endsWith('-on-disk') ? 'disk' : 'download',
    text: `${input}: ${line.replace(/\s+/g, ' ')}`,
    platform: colon === -1 ? null : parseInputPlatform(input, line.slice(0, colon).trim(), PLATFORM_FORM),
    ...limit,
  };
}

function parseLimit(input: BudgetInput, kind: Budget['kind'], line: string, text: string): Limit {
  const limit = readLimit(text);
  const takes = kind === 'max-size' ? SIZE_FORM : INCREASE_FORM;
  if (limit === null) throw invalidInput(input, line, takes, /\bor\b/.test(text) ? OR_HINT : UNITS_HINT);
  if (kind === 'max-size' && limit.percent !== null) {
    throw invalidInput(input, line, takes, 'A percent has no meaning in a maximum size: use max-increase.');
  }
  return limit;
}

const OR_HINT = 'There is no "or": "5% and 1 MB" is exceeded when both are; for either one, take the smaller limit.';

const UNITS_HINT = `Units are ${BYTE_UNITS}.`;
