import { invalidTar } from './invalid-tar.ts';
import type { Segment } from './parse-header.ts';

/**
 * The numbers of a PAX sparse map, version 0.1 or 1.0 (GNU tar's manual, "Sparse Formats"), to what of the file is there.
 * Throws `IMAGE_INVALID`, naming `what`.
 */
export function pairSegments(numbers: readonly string[], what: string): Segment[] {
  const map: Segment[] = [];
  for (let place = 0; place < numbers.length; place += 2) {
    map.push({ offset: parseNumber(numbers[place], what), bytes: parseNumber(numbers[place + 1], what) });
  }
  return map;
}

/** A map is in order, within the file, and as large as what the archive holds of it. Throws `IMAGE_INVALID`, naming `what`. */
export function checkSegments(
  map: readonly Segment[],
  { size, dataBytes }: { readonly size: number; readonly dataBytes: number },
  what: string,
): void {
  let end = 0;
  let sum = 0;
  for (const { offset, bytes } of map) {
    if (offset < end) throw invalidTar(what, 'has a sparse file whose parts overlap');
    end = offset + bytes;
    sum += bytes;
  }
  if (end > size || sum !== dataBytes) throw invalidTar(what, 'has a sparse file whose map does not fit it');
}

function parseNumber(text: string | undefined, what: string): number {
  const value = Number(text);
  if (text === undefined || !/^[0-9]{1,16}$/.test(text) || !Number.isSafeInteger(value)) {
    throw invalidTar(what, 'has a malformed sparse map');
  }
  return value;
}
