import { describe, expect, test } from '@jest/globals';
import { findInChange } from '../../../src/advice/find-in-change.ts';
import { RULES } from '../../../src/advice/rules.ts';
import { IMAGE_RULES } from '../../../src/advice/image-rules.ts';
import { openPackageReader } from '../../../src/layer/packages/package-reader.ts';
import { makeBase, makeImage, makePlatform } from '../compare/fixture.ts';
import { file, whiteout } from '../compare/layer-fixture.ts';
import type { ImageOrigin } from '../../../src/build/origins/image-origin.ts';
import type { Digest } from '../../../src/image/digest.ts';
import type { Image } from '../../../src/image/image.ts';
import type { LayerContent } from '../../../src/layer/layer-contents.ts';
import type { LayerEntry } from '../../../src/layer/layer-entry.ts';

const KEY = `-----BEGIN OPENSSH PRIVATE KEY-----\n${'b3BlbnNzaC1rZXktdjEAAAAABG5vbmU'.repeat(4)}\n-----END OPENSSH PRIVATE KEY-----\n`;

/** What is in a layer, by the line of its instruction; `null`: it is not read. */
type Layer = readonly (LayerEntry | { key: string })[] | null;
type Side = Readonly<Record<string, Layer>>;

const BASE: Side = { 'FROM debian': [file('/bin/sh')] };
const SHARED: Side = { ...BASE, 'RUN 2': [file('/usr/bin/tool')] };
const apt = (bytes: number): LayerEntry =>
  file('/var/lib/apt/lists/deb.debian.org_debian_dists_bookworm_main_Packages.lz4', { size: bytes });

/** Layers of the same instruction and content are the same layer, as they are to BuildKit. */
function makeSide(sides: Readonly<Record<string, Side>>): { image: Image; read: [Digest, LayerContent][] } {
  const read: [Digest, LayerContent][] = [];
  const platforms = Object.entries(sides).map(([platform, side]) =>
    makePlatform(
      platform,
      Object.entries(side).map(([by, layer]) => ({ by, bytes: 9, content: `${by} ${JSON.stringify(layer)}` })),
    ),
  );
  for (const [index, side] of Object.values(sides).entries()) {
    for (const [place, layer] of Object.values(side).entries()) {
      const diffID = platforms[index]?.layers[place]?.diffID;
      if (layer === null || diffID === undefined) continue;
      const texts = new Map<string, string>();
      const entries = layer.map((entry) => {
        if (!('key' in entry)) return entry;
        const reader = openPackageReader({ path: entry.key, size: KEY.length });
        reader?.write(Buffer.from(KEY));
        texts.set('of a key', reader?.end() ?? '');
        return file(entry.key, { contentHash: 'of a key' });
      });
      read.push([diffID, { kind: 'read', entries, texts }]);
    }
  }
  return { image: makeImage('x', platforms), read };
}

interface Known {
  isComparable?: boolean;
  base?: 'known' | 'unknown';
}

function find(baseline: Side, head: Side, known: Known = {}) {
  return findOn({ 'linux/amd64': baseline }, { 'linux/amd64': head }, known);
}

function findOn(
  baseline: Readonly<Record<string, Side>>,
  head: Readonly<Record<string, Side>>,
  { isComparable = true, base = 'known' }: Known = {},
) {
  const [before, after] = [makeSide(baseline), makeSide(head)];
  const trace = ({ platforms }: Image): ImageOrigin[] =>
    platforms.map(({ platform, layers }) => ({
      platform,
      base: makeBase(),
      layers: layers.slice(1).map((_, place) => ({
        source: { file: 'Dockerfile', line: place + 2 },
        recipe: null,
        inputs: null,
      })),
      context: null,
    }));
  const origins = { baseline: trace(before.image), head: trace(after.image) };
  const found = findInChange({
    head: after.image,
    baseline: before.image,
    origins: base === 'known' ? origins : { baseline: [], head: [] },
    contents: new Map([...before.read, ...after.read]),
    isComparable,
  });
  return found.map(({ advice, files, isNew, source }) => [
    advice.rule.id,
    files.map(({ path }) => path).join(' '),
    isNew,
    source?.line ?? null,
  ]);
}

describe('what a change brings into the image', () => {
  test('a key that the baseline has not is new, with the line that copied it', () => {
    expect(find({ ...SHARED, 'COPY 3': [] }, { ...SHARED, 'COPY 3': [{ key: '/app/key.pem' }] })).toEqual([
      ['private-key', '/app/key.pem', true, 3],
    ]);
  });

  test('one that it has is not, though its layer was built anew; one beside it is, and stands first', () => {
    const before: Layer = [{ key: '/app/key.pem' }];
    expect(find({ ...SHARED, 'COPY 3': before }, { ...SHARED, 'COPY 3': [...before, file('/app/x')] })).toEqual([
      ['private-key', '/app/key.pem', false, 3],
    ]);
    const head: Layer = [{ key: '/app/key.pem' }, { key: '/root/z.pem' }];
    expect(find({ ...SHARED, 'COPY 3': before }, { ...SHARED, 'COPY 3': head })).toEqual([
      ['private-key', '/root/z.pem /app/key.pem', true, 3],
    ]);
  });

  test('beside a baseline that is not the very commit, nobody knows', () => {
    expect(find(SHARED, { ...SHARED, 'COPY 3': [{ key: '/k' }] }, { isComparable: false })).toEqual([
      ['private-key', '/k', null, 3],
    ]);
  });

  test('shared layers need not be read: what only the others tell is found, and nothing that they could tell otherwise', () => {
    const unread: Side = { 'FROM debian': null, 'RUN 2': null };
    const sudo = file('/usr/bin/sudo', { mode: 0o4755 });
    const head: Side = { ...unread, 'COPY 3': [{ key: '/k' }, sudo, apt(900_000)] };
    expect(find({ ...unread, 'COPY 3': [] }, head)).toEqual([
      ['private-key', '/k', true, 3],
      ['package-cache-shipped', '/var/lib/apt/lists/deb.debian.org_debian_dists_bookworm_main_Packages.lz4', true, 3],
    ]);
    expect(find({ ...SHARED, 'COPY 3': [] }, { ...SHARED, 'COPY 3': [sudo] })).toEqual([
      ['setuid-file', '/usr/bin/sudo', true, 3],
    ]);
  });

  test('nothing where a layer above was not read: it may take away what is below', () => {
    expect(find(SHARED, { ...SHARED, 'COPY 3': [{ key: '/k' }], 'RUN 4': null })).toEqual([]);
    expect(find(SHARED, { 'FROM debian': null, 'RUN 2': null })).toEqual([]);
  });

  test('where the base is not known, secrets alone', () => {
    const head: Side = { ...SHARED, 'COPY 3': [{ key: '/k' }, apt(900_000)] };
    expect(find(SHARED, head, { base: 'unknown' })).toEqual([['private-key', '/k', true, null]]);
  });

  test('bytes that were there are not new when more come to them, and are when there were none', () => {
    const [less, more] = [apt(900_000), apt(2_000_000)];
    const path = less.path;
    expect(find({ ...SHARED, 'RUN 3': [less] }, { ...SHARED, 'RUN 3': [more] })).toEqual([
      ['package-cache-shipped', path, false, 3],
    ]);
    expect(find(SHARED, { ...SHARED, 'RUN 3': [more] })).toEqual([['package-cache-shipped', path, true, 3]]);
    // Cleaned in a later step: another finding, and the change's.
    expect(find({ ...SHARED, 'RUN 3': [more] }, { ...SHARED, 'RUN 3': [more], 'RUN 4': [whiteout(path)] })).toEqual([
      ['hidden-files', path, true, 3],
    ]);
  });

  test('of two caches the one that came is new, though no file of the other is where it was', () => {
    const npm = (name: string): LayerEntry => file(`/root/.npm/_cacache/content-v2/${name}`, { size: 900_000 });
    const { path } = apt(0);
    expect(
      find({ ...SHARED, 'RUN 3': [npm('a')] }, { ...SHARED, 'RUN 3': [npm('b')], 'RUN 4': [apt(800_000)] }),
    ).toEqual([
      ['package-cache-shipped', npm('b').path, false, 3],
      ['package-cache-shipped', path, true, 4],
    ]);
  });

  test('what all platforms have is one finding, and one that one platform has only is found', () => {
    const both = { 'linux/amd64': SHARED, 'linux/arm64': SHARED };
    const keyed: Side = { ...SHARED, 'COPY 3': [{ key: '/k' }] };
    expect(findOn(both, { 'linux/amd64': keyed, 'linux/arm64': keyed })).toEqual([['private-key', '/k', true, 3]]);
    expect(findOn(both, { 'linux/amd64': SHARED, 'linux/arm64': keyed })).toEqual([['private-key', '/k', true, 3]]);
    expect(findOn({ 'windows/amd64': SHARED }, { 'windows/amd64': keyed })).toEqual([]);
    expect(findOn({ 'linux/amd64': SHARED }, { 'linux/arm64': keyed })).toEqual([]);
  });
});

test('rules that say the same of a Dockerfile are rules', () => {
  const known = new Set(RULES.map(({ id }) => id));
  expect(IMAGE_RULES.flatMap(({ twins }) => twins).filter((id) => !known.has(id))).toEqual([]);
});
