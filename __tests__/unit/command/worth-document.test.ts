import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseArguments } from '../../../src/command/arguments.ts';
import { estimatePull, UNPACK_BYTES_PER_SECOND } from '../../../src/worth/pull-time.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/worth.md'), 'utf8');

test('docs/worth.md: its commands are understood, and its numbers are those that are reckoned with', () => {
  const commands = [...PAGE.matchAll(/^plimsoll (.+)$/gm)].map(([, words = '']) => parseArguments(words.split(' ')));
  expect(commands).toMatchObject([
    { kind: 'compare', worth: { pulls: 5000, price: null } },
    { kind: 'inspect', worth: { pulls: 1000, price: { storage: 0.1, transfer: 0.05 } } },
    { kind: 'compare', vulnerabilities: { baseline: 'before.json', head: 'after.json' } },
  ]);
  expect(PAGE).toContain(`size on disk ÷ ${UNPACK_BYTES_PER_SECOND / 1e6} MB/s`);
  const { downloadMs, unpackMs } = estimatePull({ downloadBytes: 14e6, onDiskBytes: 40e6 }, 1e9);
  expect(PAGE).toContain(
    `${((downloadMs + (unpackMs ?? NaN)) / 1000).toFixed(1)} s at 1 Gbit/s, of which ${(unpackMs ?? NaN) / 1000} s`,
  );
});
