import type { Random } from './random.ts';

export interface Mutable {
  readonly bytes: Uint8Array;
  /** What is spliced in. */
  readonly other: Uint8Array;
}

/** More is more of the same. */
const MOST_BYTES = 32 * 1024;

/** One to eight changes, each of a kind that breaks readers: bits, bytes, numbers, ranges moved, cut and spliced. */
export function mutate({ bytes, other }: Mutable, random: Random): Uint8Array {
  let mutated: Buffer = Buffer.from(bytes);
  for (let left = 1 + random.below(1 + random.below(8)); left > 0; left--)
    mutated = random.pick(CHANGES)(mutated, random, other);
  return mutated.subarray(0, MOST_BYTES);
}

type Change = (bytes: Buffer, random: Random, other: Uint8Array) => Buffer;

/** Where signs, sizes and lengths end. */
const BYTES = [0, 1, 0x20, 0x2f, 0x30, 0x37, 0x39, 0x7f, 0x80, 0xff] as const;
const TEXTS = [
  '00000000000',
  '77777777777',
  '00000001000',
  '-1',
  '99999999999999999999',
  '4096',
  '../',
  '.wh.',
  '.wh..wh..opq',
  '\0',
  '\n',
  ',',
  '=',
] as const;
/** What tar and PAX count in. */
const UNITS = [1, 1, 8, 512] as const;

const CHANGES: [Change, ...Change[]] = [
  edit((bytes, at, random) => {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  }),
  edit((bytes, at, random) => {
    bytes[at] = random.below(256);
  }),
  edit((bytes, at, random) => {
    bytes[at] = random.pick(BYTES);
  }),
  edit((bytes, at, random) => {
    bytes.write(random.pick(TEXTS), at, 'latin1');
  }),
  edit((bytes, at, random) => {
    const number = Buffer.alloc(4);
    number.writeUInt32LE(random.below(2 ** 32));
    bytes.set(number.subarray(0, bytes.length - at), at);
  }),
  (bytes, random) => {
    const [from, until] = pickRange(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(until)]);
  },
  (bytes, random) => {
    const [from, until] = pickRange(bytes, random);
    return Buffer.concat([bytes.subarray(0, until), bytes.subarray(from)]);
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random, other) => {
    const [from, until] = pickRange(other, random);
    const at = pickPlace(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, until), bytes.subarray(at)]);
  },
  (bytes, random, other) => {
    const mixed = Buffer.from(bytes);
    const [from, until] = pickRange(other, random);
    mixed.set(other.subarray(from, until).subarray(0, Math.max(0, mixed.length - from)), Math.min(from, mixed.length));
    return mixed;
  },
];

function edit(change: (bytes: Buffer, at: number, random: Random) => void): Change {
  return (bytes, random) => {
    const edited = Buffer.from(bytes);
    if (edited.length > 0) change(edited, random.below(edited.length), random);
    return edited;
  };
}

function pickPlace(bytes: Uint8Array, random: Random): number {
  const unit = random.pick(UNITS);
  return unit * random.below(Math.floor(bytes.length / unit) + 1);
}

function pickRange(bytes: Uint8Array, random: Random): [from: number, until: number] {
  const [one, other] = [pickPlace(bytes, random), pickPlace(bytes, random)];
  return one < other ? [one, other] : [other, one];
}
