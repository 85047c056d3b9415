import { formatBytes, formatExactBytes } from './text/bytes.ts';
import type { BudgetResult } from '../compare/comparison.ts';

/** A limit's parts, out of its text, which begins with the input's name and may name a platform. */
export interface Limit {
  kind: 'size' | 'increase';
  where: 'download' | 'size on disk';
  /** For a sentence: `+5 %`, `+5 % and +1 MB`, `20 MB`. */
  text: string;
}

/** `max-increase: linux/arm64: 5% and 1 MB` -> `+5 % and +1 MB`. */
export function describeLimit({ limit }: Pick<BudgetResult, 'limit'>): Limit {
  const kind = limit.startsWith('max-size') ? 'size' : 'increase';
  const value = limit.replace(/^.*:\s*/, '').replace(/(\d)\s*%/g, '$1 %');
  return {
    kind,
    where: /^max-[a-z]+-on-disk/.test(limit) ? 'size on disk' : 'download',
    text: kind === 'size' ? value : value.replace(/(^|and\s+)\+?(?=\d)/g, '$1+'),
  };
}

/** Two numbers of bytes so that a reader sees which is larger: rounded, or to the byte where rounding makes them equal. */
export function formatApart(measured: number, allowed: number): { measured: string; allowed: string | null } {
  if (measured === allowed || formatBytes(measured) !== formatBytes(allowed)) {
    return { measured: formatBytes(measured), allowed: null };
  }
  return { measured: formatExactBytes(measured), allowed: formatExactBytes(allowed) };
}
