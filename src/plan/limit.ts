import { readByteSize } from './byte-size.ts';

/** A size, a percent, or both with `and` between them. */
export interface Limit {
  /** Whole bytes. */
  bytes: number | null;
  /** As written: `5` for `5%`. */
  percent: number | null;
}

/** `5%`, `1 MB`, `5% and 1 MB`, in any order. `null` where the text is no limit. */
export function readLimit(text: string): Limit | null {
  const limit: Limit = { bytes: null, percent: null };
  for (const part of text.trim().split(/\s+and\s+/)) {
    const percent = readPercent(part);
    const bytes = percent === null ? readByteSize(part) : null;
    if (percent !== null && limit.percent === null) limit.percent = percent;
    else if (bytes !== null && limit.bytes === null) limit.bytes = bytes;
    else return null;
  }
  return limit;
}

function readPercent(text: string): number | null {
  const match = /^(\d{1,9}(?:\.\d{1,9})?)\s*%$/.exec(text);
  return match === null ? null : Number(match[1]);
}
