import { isAscii } from 'node:buffer';
import { FILE_INDEX_LIMITS } from './file-index.ts';
import { LAYER_LIMITS } from './limits.ts';
import { isInside, TextCursor } from './text-cursor.ts';
import type { KnownPaths } from './known-entries.ts';
import type { LayerEntry } from './layer-entry.ts';
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
  /** Throws for a path that no layer has. */
  readonly check: (path: string) => void;
}

interface ReadPaths {
  readonly paths: readonly string[];
  /** Of each what it has in common with the one before. */
  readonly shared: Uint32Array;
  /** Of each the known entry of that path; may have fewer. */
  readonly twins: readonly (LayerEntry | null)[];
}

/** Reads columns to their ends. Throws `failures`; and whatever `decode` does, which makes text of UTF-8. */
export function readPaths(
  count: number,
  columns: PathColumns,
  decode: (bytes: Uint8Array) => string,
  failures: PathFailures,
  known: KnownPaths | null,
): ReadPaths {
  const shared = new Uint32Array(count);
  const twins: (LayerEntry | null)[] = [];
  const read = (): readonly string[] => {
    if (!isAscii(columns.names)) return readText(count, columns, decode, failures);
    if (known === null) return readAscii(count, columns, failures, shared);
    return readKnown(count, columns, failures, { shared, twins, known });
  };
  const paths = read();
  columns.shared.end();
  columns.lengths.end();
  return { paths, shared, twins };
}

/** Of any characters. */
function readText(
  count: number,
  { shared, lengths, names: bytes }: PathColumns,
  decode: (bytes: Uint8Array) => string,
  { fail, tooLarge, check }: PathFailures,
): string[] {
  const names = new TextCursor(decode(bytes), fail);
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
    check(before);
    paths.push(before);
  }
  names.end();
  return paths;
}

/** As nearly all are. Many are decoded at once and cut apart, which takes a fraction of putting each together. */
function readAscii(count: number, columns: PathColumns, failures: PathFailures, shared: Uint32Array): string[] {
  const { names } = columns;
  const paths: string[] = [];
  const block = Buffer.alloc(BLOCK_BYTES);
  const ends: number[] = [];
  const next = makeStepper(columns, failures);
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
    const { common, length } = next(end - from);
    shared[place] = common;
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
    block.copyWithin(from, before, before + common);
    let last = common === 0 ? 0 : block[from + common - 1];
    let isSuspect = last === DOT;
    for (let index = from + common; index < end; index += 1) {
      const byte = names[used++] ?? 0;
      block[index] = byte;
      if (last === SLASH && (byte === SLASH || byte === DOT)) isSuspect = true;
      last = byte;
    }
    // The only ones that can be odd: there regular expressions take most of the time.
    if (isSuspect || last === SLASH || block[from] !== SLASH) failures.check(block.toString('latin1', from, end));
    ends.push(end);
  }
  flush();
  if (used < names.length) throw failures.fail('goes on after its end');
  return paths;
}

/** The same where most of it is known. */
function readKnown(
  count: number,
  columns: PathColumns,
  failures: PathFailures,
  { shared, twins, known }: { shared: Uint32Array; twins: (LayerEntry | null)[]; known: KnownPaths },
): string[] {
  const { names } = columns;
  const text = Buffer.from(names.buffer, names.byteOffset, names.length);
  const paths: string[] = [];
  const next = makeStepper(columns, failures);
  let used = 0;
  let before = '';
  for (let place = 0; place < count; place += 1) {
    const { common, length } = next(before.length);
    shared[place] = common;
    let twin = known.step(common, names, used, length);
    if (twin === null) {
      const path = before.slice(0, common) + text.toString('latin1', used, used + length);
      twin = known.find(path);
      if (twin === null) failures.check(path);
      before = path;
    } else before = twin.path;
    used += length;
    paths.push(before);
    twins.push(twin);
  }
  if (used < names.length) throw failures.fail('goes on after its end');
  return paths;
}

/** Takes what the next path has in common with the one before, of so many characters, and how many follow. */
function makeStepper({ shared, lengths, names }: PathColumns, { fail, tooLarge }: PathFailures) {
  const step = { common: 0, length: 0 };
  let characters = 0;
  let used = 0;
  return (before: number): Readonly<typeof step> => {
    step.common = shared.number();
    step.length = lengths.number();
    const { common, length } = step;
    if (common > before) throw sharesTooMuch(fail);
    if (length > names.length - used) throw fail('ends too early');
    if (common + length > LAYER_LIMITS.pathCharacters) throw isTooLong(fail);
    used += length;
    characters += common + length;
    if (characters > FILE_INDEX_LIMITS.pathCharacters) throw tooLarge();
    return step;
  };
}

const SLASH = 0x2f;
const DOT = 0x2e;
const BLOCK_BYTES = 64 * 1024;

function sharesTooMuch(fail: (why: string) => Error): Error {
  return fail('shares what is not there');
}

function isTooLong(fail: (why: string) => Error): Error {
  return fail(`makes a path of more than ${LAYER_LIMITS.pathCharacters} characters`);
}
