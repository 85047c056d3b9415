const MASK = 0xffff_ffff_ffff_ffffn;
const P1 = 0x9e3779b185ebca87n;
const P2 = 0xc2b2ae3d27d4eb4fn;
const P3 = 0x165667b19e3779f9n;
const P4 = 0x85ebca77c2b2ae63n;
const P5 = 0x27d4eb2f165667c5n;

/** XXH64 with seed 0, by its specification: what zstd's checksums are the lower half of. */
export function xxh64(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lanes = [P1 + P2, P2, 0n, -P1];
  let place = 0;
  for (; place + 32 <= bytes.length; place += 32) {
    for (const [lane, sum] of lanes.entries()) lanes[lane] = round(sum, view.getBigUint64(place + 8 * lane, true));
  }
  let hash = P5;
  if (bytes.length >= 32) {
    hash = lanes.reduce((sum, lane, place) => sum + rotate(lane, [1n, 7n, 12n, 18n][place] ?? 0n), 0n);
    for (const lane of lanes) hash = ((hash ^ round(0n, lane)) * P1 + P4) & MASK;
  }
  hash += BigInt(bytes.length);
  for (; place + 8 <= bytes.length; place += 8) {
    hash = rotate(hash ^ round(0n, view.getBigUint64(place, true)), 27n) * P1 + P4;
  }
  if (place + 4 <= bytes.length) {
    hash = rotate(hash ^ (BigInt(view.getUint32(place, true)) * P1), 23n) * P2 + P3;
    place += 4;
  }
  for (; place < bytes.length; place += 1) hash = rotate(hash ^ (BigInt(view.getUint8(place)) * P5), 11n) * P1;
  hash &= MASK;
  hash = ((hash ^ (hash >> 33n)) * P2) & MASK;
  hash = ((hash ^ (hash >> 29n)) * P3) & MASK;
  return hash ^ (hash >> 32n);
}

function round(sum: bigint, input: bigint): bigint {
  return (rotate(sum + input * P2, 31n) * P1) & MASK;
}

function rotate(value: bigint, by: bigint): bigint {
  const bits = value & MASK;
  return ((bits << by) | (bits >> (64n - by))) & MASK;
}
