import { ByteCursor, ByteWriter } from '../../src/layer/byte-columns.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';
import { UNPACKED_INDEX_SEEDS } from './seeds.ts';

/** Half of the time: instead, a seed with one to three columns changed, and lengths that fit. Else nearly all would end at the head. */
export function changeColumns(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.below(2) === 0) return bytes;
  const columns = splitColumns(UNPACKED_INDEX_SEEDS[random.below(UNPACKED_INDEX_SEEDS.length)] ?? bytes);
  for (let left = 1 + random.below(3); left > 0; left--) {
    const place = random.below(columns.length);
    columns[place] = mutate({ bytes: columns[place] ?? bytes, other: bytes }, random);
  }
  const writer = new ByteWriter();
  for (const column of columns) writer.column(column);
  return writer.end();
}

function splitColumns(index: Uint8Array): Uint8Array[] {
  const cursor = new ByteCursor(index, (why) => new Error(why));
  const columns: Uint8Array[] = [];
  while (!cursor.isAtEnd) columns.push(cursor.column());
  return columns;
}
