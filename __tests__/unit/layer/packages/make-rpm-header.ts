export type RpmField = { readonly tag: number; readonly count?: number } & (
  { readonly text: readonly string[] } | { readonly numbers: readonly number[] } | { readonly bytes: readonly number[] }
);

/** A package's header as rpm's databases have it; `count` where it lies. */
export function makeRpmHeader(fields: readonly RpmField[]): Buffer {
  const entries: Buffer[] = [];
  const data: Buffer[] = [];
  let offset = 0;
  for (const field of fields) {
    const { type, count, bytes } = encode(field);
    entries.push(writeNumbers([field.tag, type, offset, field.count ?? count]));
    data.push(bytes);
    offset += bytes.length;
  }
  return Buffer.concat([writeNumbers([fields.length, offset]), ...entries, ...data]);
}

function encode(field: RpmField): { type: number; count: number; bytes: Buffer } {
  if ('text' in field) {
    return { type: 8, count: field.text.length, bytes: Buffer.from(field.text.map((one) => `${one}\0`).join('')) };
  }
  if ('numbers' in field) return { type: 4, count: field.numbers.length, bytes: writeNumbers(field.numbers) };
  return { type: 1, count: field.bytes.length, bytes: Buffer.from(field.bytes) };
}

function writeNumbers(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, index * 4);
  return bytes;
}
