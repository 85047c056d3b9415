const MAGIC = Buffer.from('RpmP');
const SLOT = Buffer.from('Slot').readUInt32LE();
const BLOB = Buffer.from('BlbS').readUInt32LE();
const SLOT_BYTES = 16;
const SLOT_PAGE_BYTES = 4096;
/** The first two slots are the file's own header. */
const FIRST_SLOT = 2 * SLOT_BYTES;
const BLOCK_BYTES = 16;

export function isNdb(file: Buffer): boolean {
  return file.subarray(0, MAGIC.length).equals(MAGIC);
}

/**
 * Headers of packages in rpm's own database, as SUSE has it (rpm's lib/backend/ndb/rpmpkg.c): slots that say in which
 * block one begins, of which those with package 0 are free. Throws where the file is damaged.
 */
export function* readNdb(file: Buffer): Generator<Buffer> {
  if (file.readUInt32LE(4) !== 0) throw new Error('a version that is not known');
  const until = file.readUInt32LE(12) * SLOT_PAGE_BYTES;
  for (let slot = FIRST_SLOT; slot < until; slot += SLOT_BYTES) {
    if (file.readUInt32LE(slot) !== SLOT) throw new Error('no slot');
    const number = file.readUInt32LE(slot + 4);
    if (number === 0) continue;
    const blob = file.readUInt32LE(slot + 8) * BLOCK_BYTES;
    if (file.readUInt32LE(blob) !== BLOB || file.readUInt32LE(blob + 4) !== number) throw new Error('no package');
    yield file.subarray(blob + BLOCK_BYTES, blob + BLOCK_BYTES + file.readUInt32LE(blob + 12));
  }
}
