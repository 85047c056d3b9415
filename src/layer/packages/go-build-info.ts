import { GO_BUILD_INFO } from './text-marks.ts';
import type { PackageReader } from './package-reader.ts';

/** Of a program: Go's own runtime is larger. */
export const LEAST_GO_BYTES = 512 * 1024;

const ELF = Buffer.from('\x7fELF', 'latin1');
const MAGIC = Buffer.from('\xff Go buildinf:', 'latin1');
/** Where the magic may stand in the file. */
const ALIGNMENT = 16;
/** Magic, size of a pointer, flags, and room that is not used. */
const HEADER_BYTES = 32;
const FLAGS_OFFSET = 15;
/** The strings follow the header, from Go 1.18 on; before, there are pointers to them. */
const FLAG_INLINE = 2;
/** The largest programs have some 100 kB of modules. */
const MOST_BYTES = 1024 * 1024;
/** Bytes that look like the beginning and are not: a program may have the magic among its own texts. */
const MOST_MISTAKES = 16;
/** Around the modules: Go's `modload`, "infoStart" and "infoEnd". */
const START = Buffer.from('3077af0c9274080241e1c107e6d618e6', 'hex');
const END = Buffer.from('f932433186182072008242104116d8f2', 'hex');

type Search =
  | { readonly kind: 'start' | 'magic'; readonly carried: Buffer }
  | { readonly kind: 'info'; readonly parts: Uint8Array[]; bytes: number; wanted: number }
  | { readonly kind: 'ended' };

/**
 * The modules that a Go program for Linux is made of, as its linker wrote them into it (Go's `debug/buildinfo`), found as
 * the file passes by: `go`, then `mod` (the main one) and `dep` lines with a module's path and version, and those of what
 * replaces it, divided by tabs. Of Go before 1.18, and where the program was packed, it finds nothing.
 */
export class GoBuildInfo implements PackageReader {
  #search: Search = { kind: 'start', carried: NOTHING };
  /** Of what has passed, `carried` included. */
  #offset = 0;
  #mistakes = 0;
  #text: string | null = null;

  write(bytes: Uint8Array): void {
    let rest: Uint8Array = bytes;
    while (rest.length > 0 && this.#search.kind !== 'ended') {
      if (this.#search.kind === 'info') rest = this.#collect(rest, this.#search);
      else if (this.#search.kind === 'start') rest = this.#begin(rest, this.#search.carried);
      else rest = this.#find(rest, this.#search.carried);
    }
  }

  end(): string | null {
    return this.#text;
  }

  #begin(bytes: Uint8Array, carried: Buffer): Uint8Array {
    const start = Buffer.concat([carried, bytes.subarray(0, ELF.length)]);
    if (start.length < ELF.length) {
      this.#search = { kind: 'start', carried: start };
      return NOTHING;
    }
    this.#search = start.subarray(0, ELF.length).equals(ELF) ? { kind: 'magic', carried: NOTHING } : ENDED;
    this.#offset = carried.length;
    return bytes;
  }

  /** What of `bytes` is still to be read. */
  #find(bytes: Uint8Array, carried: Buffer): Uint8Array {
    const joint = carried.length === 0 ? NOTHING : Buffer.concat([carried, bytes.subarray(0, MAGIC.length - 1)]);
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const start = this.#offset - carried.length;
    const found = findAligned(joint, start) ?? shift(findAligned(view, this.#offset), carried.length);
    if (found === null) {
      const all = bytes.length < MAGIC.length ? Buffer.concat([carried, bytes]) : view;
      this.#offset += bytes.length;
      this.#search = { kind: 'magic', carried: Buffer.from(all.subarray(Math.max(0, all.length - MAGIC.length + 1))) };
      return NOTHING;
    }
    this.#search = { kind: 'info', parts: [], bytes: 0, wanted: HEADER_BYTES };
    this.#offset = start + found;
    if (found >= carried.length) return bytes.subarray(found - carried.length);
    return Buffer.concat([carried.subarray(found), bytes]);
  }

  #collect(bytes: Uint8Array, search: Extract<Search, { kind: 'info' }>): Uint8Array {
    const part = bytes.subarray(0, search.wanted - search.bytes);
    search.parts.push(Uint8Array.from(part));
    search.bytes += part.length;
    const rest = bytes.subarray(part.length);
    if (search.bytes < search.wanted) return rest;
    const got = Buffer.concat(search.parts);
    const read = readInfo(got);
    switch (read.kind) {
      case 'more':
        search.wanted = read.bytes;
        return rest;
      case 'read':
        this.#text = read.text;
        this.#search = ENDED;
        return NOTHING;
      case 'mistake':
        this.#mistakes += 1;
        this.#search = this.#mistakes > MOST_MISTAKES ? ENDED : { kind: 'magic', carried: NOTHING };
        this.#offset += 1;
        return Buffer.concat([got.subarray(1), rest]);
    }
  }
}

const NOTHING = Buffer.alloc(0);
const ENDED: Search = { kind: 'ended' };

function shift(place: number | null, by: number): number | null {
  return place === null ? null : place + by;
}

/** Place of the magic in bytes that begin at an offset of the file. */
function findAligned(bytes: Buffer, offset: number): number | null {
  for (let place = bytes.indexOf(MAGIC); place !== -1; place = bytes.indexOf(MAGIC, place + 1)) {
    if ((offset + place) % ALIGNMENT === 0) return place;
  }
  return null;
}

type ReadInfo =
  | { readonly kind: 'more'; readonly bytes: number }
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'mistake' };

function readInfo(bytes: Buffer): ReadInfo {
  if (((bytes[FLAGS_OFFSET] ?? 0) & FLAG_INLINE) === 0) return MISTAKE;
  const version = readString(bytes, HEADER_BYTES);
  if (version.kind !== 'read') return version;
  const go = version.string.toString();
  if (!/^(?:go\d|devel )/.test(go)) return MISTAKE;
  const modules = readString(bytes, version.until);
  if (modules.kind !== 'read') return modules;
  const { string } = modules;
  const isWhole = string.subarray(0, START.length).equals(START) && string.subarray(-END.length).equals(END);
  // One that was built without modules has none.
  if (!isWhole && string.length > 0) return MISTAKE;
  const lines = string.subarray(START.length, -END.length).toString().split('\n');
  return { kind: 'read', text: [`${GO_BUILD_INFO}go\t${go}`, ...reduceModules(lines)].join('\n') };
}

const MISTAKE = { kind: 'mistake' } as const;

/** A string after its length, which is a varint of seven bits a byte, low ones first. */
function readString(
  bytes: Buffer,
  offset: number,
): { readonly kind: 'read'; readonly string: Buffer; readonly until: number } | Exclude<ReadInfo, { kind: 'read' }> {
  let size = 0;
  for (let place = offset; ; place++) {
    const byte = bytes[place];
    if (byte === undefined) return { kind: 'more', bytes: place + 1 };
    size += (byte & 0x7f) * 2 ** (7 * (place - offset));
    if (size > MOST_BYTES || place - offset > 3) return MISTAKE;
    if (byte < 0x80) {
      const until = place + 1 + size;
      if (bytes.length < until) return { kind: 'more', bytes: until };
      return { kind: 'read', string: bytes.subarray(place + 1, until), until };
    }
  }
}

/** Without checksums and settings of the build; what replaces a module, in the line after it, comes to its own. */
function reduceModules(lines: readonly string[]): string[] {
  const reduced: string[] = [];
  for (const line of lines) {
    const [kind, path = '', version = ''] = line.split('\t');
    if (kind === 'mod' || kind === 'dep') reduced.push(`${kind}\t${path}\t${version}`);
    else if (kind === '=>') reduced.push(`${reduced.pop() ?? ''}\t${path}\t${version}`);
  }
  return reduced;
}
