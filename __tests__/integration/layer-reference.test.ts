import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { digestOf } from '../../src/image/digest-of.ts';
import { mergeLayers } from '../../src/layer/merge-layers.ts';
import { readLayer } from '../../src/layer/read-layer.ts';
import { makeFile } from '../unit/layer/make-entry.ts';
import type { LayerEntry } from '../../src/layer/layer-entry.ts';

jest.setTimeout(120_000);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-layer-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

function askPython(what: 'tar' | 'overlay', input = ''): unknown {
  const script = join(import.meta.dirname, 'layer-reference.py');
  return JSON.parse(execFileSync('python3', [script, what, folder], { input, maxBuffer: 64 * 1024 * 1024 }).toString());
}

const Row = v.tuple([
  v.string(),
  v.string(),
  v.number(),
  v.number(),
  v.number(),
  v.number(),
  v.string(),
  v.nullable(v.string()),
]);

test('tells of archives what Python’s tarfile tells', async () => {
  const expected = v.parse(v.record(v.string(), v.array(Row)), askPython('tar'));
  expect(Object.keys(expected)).toHaveLength(9);
  for (const [name, rows] of Object.entries(expected)) {
    const tar = await readFile(join(folder, name));
    const blob = gzipSync(tar, { level: 1 });
    const pieces = (async function* () {
      for (let place = 0; place < blob.length; place += 1999)
        yield await Promise.resolve(blob.subarray(place, place + 1999));
    })();
    const { entries, diskBytes } = await readLayer(pieces, {
      mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
      what: name,
      digest: digestOf(blob),
      diffID: digestOf(tar),
      bytes: blob.length,
    });
    const ours = entries.map((entry) =>
      entry.kind === 'entry'
        ? [entry.path, entry.type, entry.size, entry.mode, entry.uid, entry.gid, entry.link ?? '', entry.contentHash]
        : [entry.path, entry.kind],
    );
    const absolute = (path: string) => `/${path.replace(/^\.?\/?/, '')}`;
    const theirs = rows.map(([path, type, size, mode, uid, gid, link, hash]) => [
      absolute(path),
      type,
      size,
      mode,
      uid,
      gid,
      type === 'hardlink' ? absolute(link) : link,
      hash,
    ]);
    expect({ name, entries: ours }).toEqual({ name, entries: theirs });
    expect(diskBytes).toBe(tar.length);
  }
});

const NAMES = ['a', 'b', 'c'];
const path = fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join('/')}`);
const entry = fc.oneof(
  fc.tuple(path, fc.nat(9)).map(([path, size]): LayerEntry => makeFile(path, size)),
  path.map((path): LayerEntry => makeFile(path, 0, { type: 'directory', mode: 0o755, contentHash: null })),
  path.map((path): LayerEntry => makeFile(path, 0, { type: 'symlink', link: 'x', contentHash: null })),
  path.map((path): LayerEntry => ({ kind: 'whiteout', path, tarBytes: 512 })),
  path.map((path): LayerEntry => ({ kind: 'opaque', path, tarBytes: 512 })),
);

/**
 * As builders write it: a path once, all directories above it before it, below nothing but directories. Those above a
 * whiteout need not be there.
 */
function makeSound(entries: readonly LayerEntry[]): LayerEntry[] {
  const sound = new Map<string, LayerEntry>();
  const whiteouts: LayerEntry[] = [];
  /** Directories that only a whiteout is in. */
  const unnamed = new Set<string>();
  for (const one of entries) {
    const directories = one.path.split('/').slice(1, one.kind === 'opaque' ? undefined : -1);
    const above = directories.map((_, place) => `/${directories.slice(0, place + 1).join('/')}`);
    const isDirectory = (path: string) => {
      const found = sound.get(path);
      return found === undefined || (found.kind === 'entry' && found.type === 'directory');
    };
    if (!above.every(isDirectory) || (one.kind === 'entry' && sound.has(one.path))) continue;
    if (unnamed.has(one.path) || whiteouts.some(({ path }) => above.includes(path))) continue;
    if (one.kind !== 'entry') {
      for (const path of above) if (!sound.has(path)) unnamed.add(path);
      whiteouts.push(one);
      continue;
    }
    for (const path of above) sound.set(path, makeFile(path, 0, { type: 'directory', mode: 0o755, contentHash: null }));
    sound.set(one.path, one);
  }
  return [...whiteouts, ...sound.values()];
}

test('merges layers to what an overlay mount shows', () => {
  const layers = fc.array(fc.array(entry, { maxLength: 8 }).map(makeSound), { minLength: 1, maxLength: 4 });
  const stacks = fc.sample(layers, { numRuns: 300, seed: 7 });
  const seen = askPython('overlay', JSON.stringify(stacks));
  const merged = stacks.map((stack) =>
    mergeLayers(stack)
      .files.slice(1)
      .map(({ path, type, size, link }) => [path, type, size, link])
      .sort(([one = ''], [other = '']) => (String(one) < String(other) ? -1 : 1)),
  );
  expect(merged.flat().length).toBeGreaterThan(1000);
  expect(merged).toEqual(seen);
});
