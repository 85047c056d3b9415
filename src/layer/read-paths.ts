import { isAscii } from 'node:buffer';
import { FILE_INDEX_LIMITS } from './file-index.ts';
import { LAYER_LIMITS } from './limits.ts';
import { isInside, TextCursor } from './text-cursor.ts';
import type { ByteCursor } from './byte-columns.ts';

/** What a file index tells paths by, each by what it has in common with the one before, in UTF-16 units. */
export interface PathColumns {
  readonly shared: ByteCursor;
  readonly lengths: ByteCursor;
  /** What follows that, in UTF-8. */
  readonly names: Uint8Array;
}

export interface PathFailures {
  /** For what cannot have been written. */
  readonly fail: (why: string) => Error;
  /** For more characters than an index may have. */
  readonly tooLarge: () => Error;
}

/** The paths of a file index, its columns to their ends. Throws `failures`; and whatever `decode` does, which makes text of UTF-8. */
export function readPaths(
  count: number,
  columns: PathColumns,
  decode: (bytes: Uint8Array) => string,
  failures: PathFailures,
): string[] {
  const paths = isAscii(columns.names)
    ? readAscii(count, columns, failures)
    : readText(count, columns, new TextCursor(decode(columns.names), failures.fail), failures);
  columns.shared.end();
  columns.lengths.end();
  return paths;
}

/** Of any characters. */
function readText(
  count: number,
  { shared, lengths }: PathColumns,
  names: TextCursor,
  { fail, tooLarge }: PathFailures,
): string[] {
  const paths: string[] = [];
  let characters = 0;
  let before = '';
  for (let place = 0; place < count; place += 1) {
    const from = shared.number();
    if (from > before.length || isInside(before, from)) throw sharesTooMuch(fail);
    before = before.slice(0, from) + names.take(lengths.number());
    if (before.length > LAYER_LIMITS.pathCharacters) throw isTooLong(fail);
    characters += before.length;
    if (characters > FILE_INDEX_LIMITS.pathCharacters) throw tooLarge();
    paths.push(before);
  }
  names.end();
  return paths;
}

/** As nearly all are. Many are decoded at once and cut apart, which takes a fraction of putting each together. */
function readAscii(count: number, { shared, lengths, names }: PathColumns, { fail, tooLarge }: PathFailures): string[] {
  const paths: string[] = [];
  const block = Buffer.alloc(BLOCK_BYTES);
  const ends: number[] = [];
  let characters = 0;
  let used = 0;
  let from = 0;
  let end = 0;
  const flush = (): void => {
    const text = block.toString('latin1', 0, end);
    let start = 0;
    for (const each of ends) {
      paths.push(text.slice(start, each));
      start = each;
    }
    ends.length = 0;
  };
  for (let place = 0; place < count; place += 1) {
    const common = shared.number();
    const length = lengths.number();
    if (common > end - from) throw sharesTooMuch(fail);
    if (length > names.length - used) throw fail('ends too early');
    if (common + length > LAYER_LIMITS.pathCharacters) throw isTooLong(fail);
    characters += common + length;
    if (characters > FILE_INDEX_LIMITS.pathCharacters) throw tooLarge();
    let before = from;
    from = end;
    if (from + common + length > BLOCK_BYTES) {
      flush();
      // What the next one may begin with.
      block.copyWithin(0, before, end);
      before = 0;
      from = 0;
      end = 0;
    }
    end = from + common + length;
    for (let index = 0; index < common; index += 1) block[from + index] = block[before + index] ?? 0;
    for (let index = from + common; index < end; index += 1) block[index] = names[used++] ?? 0;
    ends.push(end);
  }
  flush();
  if (used < names.length) throw fail('goes on after its end');
  return paths;
}

const BLOCK_BYTES = 64 * 1024;

function sharesTooMuch(fail: (why: string) => Error): Error {
  return fail('shares what is not there');
}

function isTooLong(fail: (why: string) => Error): Error {
  return fail(`makes a path of more than ${LAYER_LIMITS.pathCharacters} characters`);
}
