import type { LookupAddress } from 'node:dns';
import { describe, expect, test } from '@jest/globals';
import { guardLookup } from '../../../../src/image/registry/guard-lookup.ts';

const PUBLIC = { address: '140.82.112.34', family: 4 };
const PRIVATE = { address: '10.0.0.1', family: 4 };

async function look(addresses: LookupAddress[], all: boolean, failure: Error | null = null): Promise<unknown> {
  return await new Promise((resolve) => {
    const dns: Parameters<typeof guardLookup>[1] = (_, __, done) => {
      done(failure, addresses);
    };
    guardLookup(['public'], dns)('token.example', { all }, (error, address, family) => {
      resolve(error ?? [address, family]);
    });
  });
}

describe('guardLookup', () => {
  test('gives out only addresses on the networks that are allowed', async () => {
    expect(await look([PRIVATE, PUBLIC], true)).toEqual([[PUBLIC], undefined]);
    expect(await look([PRIVATE, PUBLIC], false)).toEqual([PUBLIC.address, 4]);
  });

  test('refuses a name that leads elsewhere alone', async () => {
    for (const all of [true, false]) {
      expect(await look([PRIVATE], all)).toMatchObject({
        code: 'REGISTRY_DENIED',
        message: expect.stringContaining('token.example, on a private network'),
      });
    }
  });

  test('hands on what DNS says', async () => {
    expect(await look([], true, new Error('ENOTFOUND'))).toMatchObject({ message: 'ENOTFOUND' });
    expect(await look([], true)).toMatchObject({ code: 'REGISTRY_DENIED' });
  });
});
