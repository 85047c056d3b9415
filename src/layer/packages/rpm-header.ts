const TAGS = {
  name: 1000,
  version: 1001,
  release: 1002,
  epoch: 1003,
  fileStates: 1029,
  fileFlags: 1037,
  folderPlaces: 1116,
  names: 1117,
  folders: 1118,
} as const;

const INT32 = 4;
const TEXTS: ReadonlySet<number> = new Set([6, 8, 9]);
const ENTRY_BYTES = 16;
/** Of a file that a package lists and does not bring. */
const GHOST = 0x40;
/** The others were replaced by another package, or left out, as manuals are. */
const INSTALLED = 0;
/** A key that rpm was told to trust is kept as if it were a package. */
const KEY = 'gpg-pubkey';

/**
 * A package's header, as rpm's databases have it (rpm's format of packages, "Header structure"; there is no magic before
 * it), to lines `P:` name, `V:` epoch, version and release, `F:` a folder, `R:` a file in it that was installed. `null`
 * for a key. Throws where it is none.
 */
export function describeRpm(header: Buffer): string | null {
  const fields = new RpmHeader(header);
  const name = fields.text(TAGS.name);
  if (name === KEY) return null;
  const [epoch] = fields.numbers(TAGS.epoch);
  const version = `${epoch === undefined ? '' : `${epoch}:`}${fields.text(TAGS.version)}-${fields.text(TAGS.release)}`;
  const lines = [`P:${oneLine(name)}`, `V:${oneLine(version)}`];
  for (const [folder, names] of groupFiles(fields)) {
    lines.push(`F:${oneLine(folder)}`);
    for (const file of names) lines.push(`R:${oneLine(file)}`);
  }
  return lines.join('\n');
}

/** Names of files by their folder, each once, without the slashes around it. */
function groupFiles(fields: RpmHeader): Map<string, string[]> {
  const folders = fields.texts(TAGS.folders);
  const places = fields.numbers(TAGS.folderPlaces);
  const states = fields.bytes(TAGS.fileStates);
  const flags = fields.numbers(TAGS.fileFlags);
  const byPlace = new Map<number, string[]>();
  for (const [index, name] of fields.texts(TAGS.names).entries()) {
    if ((states[index] ?? INSTALLED) !== INSTALLED || ((flags[index] ?? 0) & GHOST) !== 0) continue;
    const place = places[index] ?? NaN;
    const names = byPlace.get(place);
    if (names === undefined) byPlace.set(place, [name]);
    else names.push(name);
  }
  const grouped = new Map<string, string[]>();
  for (const [place, names] of byPlace) {
    const folder = folders[place];
    if (folder === undefined) throw new Error('a file in no folder');
    grouped.set(folder.replace(/^\/+|\/+$/g, ''), names);
  }
  return grouped;
}

/** Nothing that a package has breaks a line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]/g, ' ');
}

interface Field {
  readonly type: number;
  readonly offset: number;
  readonly count: number;
}

/** Counts of entries and of bytes, entries of a tag, type, offset and count each, then what they point at. */
class RpmHeader {
  readonly #data: Buffer;
  /** Of a tag that stands twice, what rpm added when it installed the package: that is last. */
  readonly #fields = new Map<number, Field>();

  constructor(header: Buffer) {
    const start = 8 + header.readUInt32BE(0) * ENTRY_BYTES;
    const until = start + header.readUInt32BE(4);
    if (until > header.length) throw new Error('a header that is cut off');
    this.#data = header.subarray(start, until);
    for (let place = 8; place < start; place += ENTRY_BYTES) {
      const [type, offset] = [header.readUInt32BE(place + 4), header.readUInt32BE(place + 8)];
      this.#fields.set(header.readUInt32BE(place), { type, offset, count: header.readUInt32BE(place + 12) });
    }
  }

  /** '' where there is none. */
  text(tag: number): string {
    return this.texts(tag)[0] ?? '';
  }

  /** Each ends in a zero. */
  texts(tag: number): string[] {
    const field = this.#fields.get(tag);
    if (field === undefined || field.count === 0) return [];
    if (!TEXTS.has(field.type)) throw new Error('no text');
    let until = field.offset - 1;
    for (let left = field.count; left > 0; left--) {
      until = this.#data.indexOf(0, until + 1);
      if (until === -1) throw new Error('a text without an end');
    }
    return this.#data.toString('utf8', field.offset, until).split('\0');
  }

  numbers(tag: number): number[] {
    const field = this.#fields.get(tag);
    if (field === undefined) return [];
    const { type, offset, count } = field;
    if (type !== INT32 || offset + count * 4 > this.#data.length) throw new Error('no numbers');
    return Array.from({ length: count }, (_, index) => this.#data.readUInt32BE(offset + index * 4));
  }

  bytes(tag: number): Buffer {
    const { offset, count } = this.#fields.get(tag) ?? { offset: 0, count: 0 };
    return this.#data.subarray(offset, offset + count);
  }
}
