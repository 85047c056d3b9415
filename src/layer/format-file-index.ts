import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { PlimsollError } from '../errors.ts';
import { ByteWriter } from './byte-columns.ts';
import { cutHash, expectedTarBytes, FILE_INDEX_LIMITS, type IndexedLayer } from './file-index.ts';
import type { FileEntry, LayerEntry } from './layer-entry.ts';

const compress = promisify(brotliCompress);

/**
 * A layer's file index: its entries column by column, so that like stands beside like, and packed by brotli.
 *
 * A header in JSON (`IndexHeaderSchema`), then columns with their lengths before them: each entry's row of the header's
 * shapes; of its path the characters (UTF-16) that it has in common with the one before, those that follow, and these as
 * UTF-8; sizes of files; hashes of files that are not empty; how far the footprint in the tar stream is from the expected;
 * links' lengths and links; of each text the entry that has it and its length; texts. Throws `LIMIT_EXCEEDED`, naming
 * `what`, where it would be too large to be read back.
 */
export async function formatFileIndex(layer: IndexedLayer, what: string): Promise<Uint8Array> {
  const plain = writeColumns(layer, what);
  if (plain.length > FILE_INDEX_LIMITS.unpackedBytes) throw tooLarge(what);
  const packed = await compress(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
  if (packed.length > FILE_INDEX_LIMITS.bytes) throw tooLarge(what);
  return packed;
}

/** Above it, a tenth less costs ten times as long. */
const QUALITY = 9;

function writeColumns({ entries, texts, diskBytes }: IndexedLayer, what: string): Uint8Array {
  const shapes = new Map<string, number>();
  const columns = {
    shapes: new ByteWriter(),
    shared: new ByteWriter(),
    lengths: new ByteWriter(),
    sizes: new ByteWriter(),
    hashes: new ByteWriter(),
    tarBytes: new ByteWriter(),
    linkLengths: new ByteWriter(),
    textPlaces: new ByteWriter(),
  };
  const names: string[] = [];
  const links: string[] = [];
  let characters = 0;
  let before = '';
  for (const entry of entries) {
    const { path } = entry;
    const shape = JSON.stringify(describeShape(entry));
    const row = shapes.get(shape) ?? shapes.size;
    shapes.set(shape, row);
    columns.shapes.number(row);
    const shared = countShared(before, path);
    columns.shared.number(shared);
    columns.lengths.number(path.length - shared);
    names.push(path.slice(shared));
    columns.tarBytes.number(foldSign(entry.tarBytes - expectedTarBytes(entry.kind === 'entry' ? entry.size : 0)));
    if (entry.kind === 'entry') writeFile(entry, columns, links);
    characters += path.length;
    before = path;
  }
  if (characters > FILE_INDEX_LIMITS.pathCharacters) throw tooLarge(what);
  const kept = writeTexts(entries, texts, columns.textPlaces);
  const writer = new ByteWriter();
  const header = {
    entries: entries.length,
    diskBytes,
    shapes: [...shapes.keys()].map((shape): unknown => JSON.parse(shape)),
  };
  writer.column(Buffer.from(JSON.stringify(header)));
  const { shapes: rows, shared, lengths, sizes, hashes, tarBytes, linkLengths, textPlaces } = columns;
  for (const column of [rows, shared, lengths]) writer.column(column.end());
  writer.column(Buffer.from(names.join('')));
  for (const column of [sizes, hashes, tarBytes, linkLengths]) writer.column(column.end());
  writer.column(Buffer.from(links.join('')));
  writer.column(textPlaces.end());
  writer.column(Buffer.from(kept.join('')));
  return writer.end();
}

function describeShape(entry: LayerEntry): unknown[] {
  if (entry.kind !== 'entry') return [entry.kind, 0, 0, 0, '', null];
  return [entry.type, entry.mode, entry.uid, entry.gid, entry.xattrs, entry.device];
}

function writeFile(
  { type, size, contentHash, link }: FileEntry,
  { sizes, hashes, linkLengths }: Record<'sizes' | 'hashes' | 'linkLengths', ByteWriter>,
  links: string[],
): void {
  if (type === 'file') {
    sizes.number(size);
    // All empty files are equal.
    if (size > 0) hashes.bytes(Buffer.from(cutHash(contentHash ?? ''), 'hex'));
  } else if (type === 'symlink' || type === 'hardlink') {
    linkLengths.number(link?.length ?? 0);
    links.push(link ?? '');
  }
}

/** A text under the first entry that has its content. */
function writeTexts(entries: readonly LayerEntry[], texts: IndexedLayer['texts'], places: ByteWriter): string[] {
  const kept: string[] = [];
  const written = new Set<string>();
  let before = 0;
  for (const [place, entry] of entries.entries()) {
    const hash = entry.kind === 'entry' ? entry.contentHash : null;
    const text = hash === null ? undefined : texts.get(hash);
    if (hash === null || text === undefined || written.has(hash)) continue;
    written.add(hash);
    places.number(place - before);
    places.number(text.length);
    kept.push(text);
    before = place;
  }
  return kept;
}

/** Never half of a character that UTF-16 has two units for. */
function countShared(before: string, path: string): number {
  const most = Math.min(before.length, path.length);
  let shared = 0;
  while (shared < most && before.charCodeAt(shared) === path.charCodeAt(shared)) shared += 1;
  const last = path.charCodeAt(shared - 1);
  return last >= 0xd800 && last < 0xdc00 ? shared - 1 : shared;
}

/** 0, -1, 1, -2 … to 0, 1, 2, 3 … */
function foldSign(value: number): number {
  return value < 0 ? -value * 2 - 1 : value * 2;
}

function tooLarge(what: string): PlimsollError {
  return new PlimsollError('LIMIT_EXCEEDED', `${what} has too many files for a file index`);
}
