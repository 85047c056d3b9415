import { describe, expect, test } from '@jest/globals';
import { costImage } from '../../../src/worth/image-cost.ts';
import { calculateCost } from '../../../src/worth/monthly-cost.ts';
import { PRICES } from '../../../src/worth/prices.ts';
import { estimatePull } from '../../../src/worth/pull-time.ts';
import { makeImage, makePlatform } from '../compare/fixture.ts';

test("a pull: the download over the line, then the size on disk at the unpacker's speed", () => {
  expect(estimatePull({ downloadBytes: 125_000_000, onDiskBytes: 300_000_000 }, 1_000_000_000)).toEqual({
    downloadMs: 1000,
    unpackMs: 3000,
  });
  expect(estimatePull({ downloadBytes: 125_000_000, onDiskBytes: null }, 100_000_000)).toEqual({
    downloadMs: 10_000,
    unpackMs: null,
  });
});

describe('a month', () => {
  test('GB stored and GB pulled, each at its price', () => {
    const bytes = { storedBytes: 2_000_000_000, pulledBytes: 1_000_000_000 };
    expect(calculateCost(bytes, 1000, { storage: 0.1, transfer: 0.09 })).toEqual({ storage: 0.2, transfer: 90 });
    expect(calculateCost(bytes, 0, { storage: 0, transfer: 0.09 })).toEqual({ storage: 0, transfer: 0 });
  });

  test('a blob of two platforms is stored once, and the first platform is pulled', () => {
    const shared = { by: 'base', bytes: 500_000_000 };
    const head = makeImage('x', [
      makePlatform('linux/amd64', [shared, { by: 'a', bytes: 499_998_500 }]),
      makePlatform('linux/arm64', [shared, { by: 'b', bytes: 499_998_500 }]),
    ]);
    const baseline = makeImage('y', [makePlatform('linux/arm64', [shared])]);
    const price = { registry: 'r', storage: 1, transfer: 1, source: null, asOf: null };
    expect(costImage(baseline, head, { pulls: 10, prices: [price] })).toEqual({
      pulls: 10,
      platform: 'linux/amd64',
      registries: [
        {
          registry: 'r',
          storagePrice: 1,
          transferPrice: 1,
          source: null,
          asOf: null,
          baseline: null,
          head: { storage: 1.5, transfer: 10 },
        },
      ],
    });
  });

  test('each list price says where it stands, and when it was read there', () => {
    for (const { source, asOf } of PRICES) {
      expect(source).toMatch(/^https:\/\//);
      expect(asOf ?? '2026-01').toMatch(/^20\d\d-[01]\d$/);
    }
  });
});
