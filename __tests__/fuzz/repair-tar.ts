import type { Random } from './random.ts';

/** Where numbers, the type and the name's ends stand in a header. */
const PLACES = [0, 99, 100, 108, 116, 124, 135, 156, 157, 257, 263, 329, 345, 386, 398, 482, 483, 508] as const;
const FLAGS = ['0', '1', '2', '3', '4', '5', '6', '7', 'x', 'g', 'L', 'K', 'S', 'X', 'Z', '\0'] as const;
const NUMBERS = [
  '00000000000\0',
  '00000000001\0',
  '00000001000\0',
  '77777777777\0',
  '-1\0',
  '\x80\0\0\0\0\0\0\0\0\0\x02\0',
] as const;

/** Breaks a field or two of an archive's headers, and mends their checksums: else nearly all would end at the first. */
export function repairTar(bytes: Uint8Array, random: Random): Uint8Array {
  const tar = Buffer.from(bytes);
  for (let at = 0; at + 512 <= tar.length; at += 512) {
    const block = tar.subarray(at, at + 512);
    if (block.toString('latin1', 257, 262) !== 'ustar') continue;
    if (random.below(8) === 0) block.write(random.pick(FLAGS), 156, 'latin1');
    if (random.below(8) === 0) block.write(random.pick(NUMBERS), random.pick(PLACES), 'latin1');
    if (random.below(16) > 0) mendChecksum(block);
  }
  return tar;
}

function mendChecksum(block: Buffer): void {
  block.fill(0x20, 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
}
