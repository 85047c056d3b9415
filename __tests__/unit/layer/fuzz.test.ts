import { describe, expect, test } from '@jest/globals';
import { fuzz, makeInput } from '../../fuzz/fuzz.ts';
import { FUZZED_READERS, type FuzzedReader } from '../../fuzz/readers.ts';
import { minimise } from '../../fuzz/minimise.ts';

const READERS = Object.entries(FUZZED_READERS);

test.each(READERS)(
  'the %s reader ends well with what is kept, and with some of what it is fuzzed with',
  async (_, reader) => {
    const { finds, ends, inputs } = await fuzz(reader, { inputs: 300, seed: 1 });
    expect(finds.map(({ why }) => why)).toEqual([]);
    expect(inputs).toBe(reader.seeds.length + 300);
    expect(ends['IMAGE_INVALID']).toBeGreaterThan(0);
    expect(ends['entries']).toBeGreaterThan(0);
  },
);

describe('fuzzing itself', () => {
  const breaks = (failure: Error): FuzzedReader => ({
    seeds: [Buffer.from('abcdefgh')],
    read: (bytes) => {
      if (bytes.includes(0x63)) throw failure;
    },
  });

  test('finds an error that is none of ours', async () => {
    const { finds } = await fuzz(breaks(new RangeError('broken')), { inputs: 100, seed: 1 });
    expect(finds[0]?.why).toContain('RangeError: broken');
  });

  test('makes the same inputs of the same seed, and others of another', () => {
    const reader = breaks(new Error('broken'));
    const make = (seed: number) =>
      Array.from({ length: 50 }, (_, number) => Buffer.from(makeInput(reader, number, seed)));
    expect(make(1)).toEqual(make(1));
    expect(make(1)).not.toEqual(make(2));
  });

  test('minimises to what still fails', async () => {
    const smallest = await minimise(
      Buffer.from('abcdefgh'),
      async (bytes) => await Promise.resolve(bytes.includes(0x63)),
    );
    expect(Buffer.from(smallest).toString()).toBe('c');
  });
});
