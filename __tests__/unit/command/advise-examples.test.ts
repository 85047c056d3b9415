import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import * as v from 'valibot';
import { makeTerminal } from './fake-terminal.ts';
import { runAdvise } from '../../../src/command/advise.ts';
import { parseArguments } from '../../../src/command/arguments.ts';

/**
 * What is found in both files of each example. The distroless images' digests are left to their registry: the lab's
 * images of that name are others.
 */
const FOUND: Readonly<Record<string, { readonly before: readonly string[]; readonly after: readonly string[] }>> = {
  'go-cgo-sqlite': {
    before: ['toolchain-shipped:1', 'source-before-dependencies:3', 'go-flags:4'],
    after: ['moving-image:16'],
  },
  'go-scratch-tls': {
    before: ['source-before-dependencies:3', 'go-flags:4', 'scratch-without-ca:6'],
    after: [],
  },
  'go-static': {
    before: ['toolchain-shipped:1', 'source-before-dependencies:3', 'root-user:1', 'go-flags:4'],
    after: ['moving-image:16'],
  },
  java: {
    before: ['toolchain-shipped:1', 'source-before-dependencies:3'],
    after: ['moving-image:12'],
  },
  node: {
    before: ['source-before-dependencies:3', 'root-user:1', 'dev-dependencies-shipped:4', 'package-cache-left:4'],
    after: [],
  },
  php: {
    before: [
      'source-before-dependencies:6',
      'package-cache-left:2',
      'package-cache-left:7',
      'apt-recommends:2',
      'moving-image:4',
    ],
    after: [],
  },
  python: { before: ['source-before-dependencies:3', 'root-user:1', 'package-cache-left:4'], after: [] },
};

const findings = v.object({ findings: v.array(v.object({ rule: v.string(), line: v.number() })) });

async function adviseOn(path: string): Promise<string[]> {
  const terminal = makeTerminal({ directory: process.cwd() });
  const asked = parseArguments(['advise', '--json', '--quiet', path]);
  if (asked.kind !== 'advise') throw new Error(asked.kind);
  await runAdvise(asked, terminal);
  return v.parse(findings, JSON.parse(terminal.out())).findings.map(({ rule, line }) => `${rule}:${line}`);
}

test('each folder of examples/ is told of', () => {
  const folders = readdirSync('examples', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(FOUND).sort());
});

test.each(Object.entries(FOUND))('advise finds in examples/%s what it should', async (name, { before, after }) => {
  expect(await adviseOn(`examples/${name}/before.Dockerfile`)).toEqual(before);
  expect(await adviseOn(`examples/${name}/Dockerfile`)).toEqual(after);
});
