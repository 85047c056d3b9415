import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare as compareAll, type CompareInput } from '../../../src/compare/compare.ts';
import type { Comparison } from '../../../src/compare/comparison.ts';
import { isOfUnknown } from '../../../src/compare/note-unknown.ts';
import type { CacheFailure } from '../../../src/build/timeline/cache-use.ts';
import type { LayerContent } from '../../../src/layer/layer-contents.ts';
import { downloadBytes } from '../../../src/image/image.ts';
import {
  makeBudget,
  makeBuild,
  makeCacheUse,
  makeDigest,
  makeImage,
  makeInput,
  makeLayer,
  makePlatform,
  type LayerSpec,
} from './fixture.ts';

const BASE: LayerSpec = { by: 'ADD rootfs', bytes: 1000 };
const OLD = makePlatform('linux/amd64', [BASE, { by: 'RUN a', bytes: 10 }], 50);
const NEW = makePlatform('linux/amd64', [BASE, { by: 'RUN a', bytes: 30 }], 60);
const MAIN = makeImage('main', [OLD]);
const HEAD = makeImage('head', [NEW]);
const NOTE = { code: 'REGISTRY_DENIED', message: 'no', hint: 'Do.' };
const RULES: CompareInput['rules'] = { budgets: [], overBudget: 'fail', countDrift: false, isOverridden: false };

/** Without the notes on what these inputs leave unknown: they have a test of their own. */
function compare(input: CompareInput): Comparison {
  const comparison = compareAll(input);
  return { ...comparison, notes: comparison.notes.filter((note) => !isOfUnknown(note)) };
}

function platform(comparison: Comparison, name = 'linux/amd64'): Comparison['platforms'][number] {
  const found = comparison.platforms.find((candidate) => candidate.platform === name);
  if (found === undefined) throw new Error(`no platform ${name}`);
  return found;
}

describe('compare', () => {
  test('puts both sides beside each other', () => {
    const comparison = compare(makeInput(MAIN, HEAD));
    expect(comparison).toMatchObject({
      schemaVersion: 1,
      name: 'api',
      image: 'ghcr.io/acme/api',
      head: { reference: 'build:', digest: HEAD.digest, pushed: false },
      baseline: { kind: 'found', digest: MAIN.digest, how: 'commit', distance: 0 },
      verdict: 'pass',
      build: null,
      notes: [],
    });
    expect(comparison.baseline).not.toHaveProperty('image');
    expect(comparison.baseline).not.toHaveProperty('isExact');
    expect(platform(comparison)).toMatchObject({
      status: 'compared',
      download: { baseline: 1060, head: 1090, change: 30 },
      onDisk: { baseline: null, head: null, change: null },
      // Config and the changed layer: the base is there.
      pull: { bytes: 90 },
      base: null,
      files: null,
    });
  });

  test('says of which platforms there is more than one image', () => {
    const one = makeImage('one', [makePlatform('windows/amd64', [BASE])]);
    const { notes } = compare(makeInput(one, { ...one, repeated: ['windows/amd64'] }));
    expect(notes).toMatchObject([
      { code: 'platform-repeated', message: expect.stringMatching(/^the head .*windows\/amd64/) },
    ]);
  });

  test('shows a pair as one row, with the baseline beside it', () => {
    const rows = platform(compare(makeInput(MAIN, HEAD))).layers;
    const [before, after] = [10, 30].map((bytes) => makeLayer({ by: 'RUN a', bytes }));
    expect(rows[0]).toMatchObject({ status: 'same', downloadBytes: 1000, baseline: { downloadBytes: 1000 } });
    expect(rows[1]).toEqual({
      status: 'changed',
      digest: after?.digest,
      diffID: after?.diffID,
      downloadBytes: 30,
      onDiskBytes: null,
      createdBy: 'RUN a',
      source: null,
      baseline: { digest: before?.digest, diffID: before?.diffID, downloadBytes: 10, onDiskBytes: null },
    });
  });

  test('gives a removed layer the numbers of the baseline', () => {
    const rows = platform(compare(makeInput(MAIN, makeImage('head', [makePlatform('linux/amd64', [BASE])])))).layers;
    expect(rows[1]).toMatchObject({ status: 'removed', downloadBytes: 10, baseline: null });
  });

  test('keeps the order of the head, then what only the baseline has', () => {
    const image = (names: string[]): typeof MAIN =>
      makeImage(
        'x',
        names.map((name) => makePlatform(name, [BASE])),
      );
    const comparison = compare(makeInput(image(['a/1', 'b/2', 'c/3']), image(['d/4', 'c/3', 'b/2'])));
    expect(comparison.platforms.map(({ platform: name, status }) => `${name} ${status}`)).toEqual([
      'd/4 added',
      'c/3 compared',
      'b/2 compared',
      'a/1 removed',
    ]);
    expect(platform(comparison, 'a/1')).toMatchObject({ download: { head: null, change: null }, pull: null });
    expect(platform(comparison, 'd/4')).toMatchObject({
      download: { baseline: null, change: null },
      pull: { bytes: 2500 },
    });
    expect(comparison.verdict).toBe('pass');
  });

  test('counts on disk each tar stream once, and only where all are known', () => {
    const twice = makePlatform('linux/amd64', [BASE, { ...BASE, compression: 'zstd', content: 'ADD rootfs 1000' }]);
    const known = new Map([[makeLayer(BASE).diffID, 4096]]);
    const sizes = platform(compare(makeInput(MAIN, makeImage('head', [twice]), { knownDiskBytes: known })));
    expect(sizes.onDisk).toEqual({ baseline: null, head: 4096, change: null });
    expect(sizes.download.head).toBe(3500);
    expect(sizes.layers[0]?.onDiskBytes).toBe(4096);
  });

  test('tells a first run from a comparison that failed', () => {
    const first = compare(makeInput(MAIN, HEAD, { baseline: { kind: 'none', reason: 'none yet' } }));
    expect(first).toMatchObject({ verdict: 'no-baseline', baseline: { kind: 'none', reason: 'none yet' }, notes: [] });
    expect(platform(first)).toMatchObject({
      status: 'added',
      download: { baseline: null, head: 1090, change: null },
      pull: { bytes: 1090 },
    });
    const failed = compare(makeInput(MAIN, HEAD, { baseline: { kind: 'failed', note: NOTE } }));
    expect(failed).toMatchObject({ verdict: 'not-compared', baseline: { kind: 'none', reason: 'no' }, notes: [NOTE] });
  });

  test('says why first, then what others noted', () => {
    const other = { code: 'x', message: 'x', hint: '' };
    const head: CompareInput['head'] = {
      kind: 'failed',
      reference: 'build:',
      commit: null,
      pushed: false,
      digest: '',
      note: NOTE,
    };
    const failed = compare(
      makeInput(MAIN, HEAD, { head, notes: [other], rules: { ...RULES, budgets: [makeBudget('x', { bytes: 1 })] } }),
    );
    expect(failed).toMatchObject({ verdict: 'not-compared', platforms: [], budgets: [], notes: [NOTE, other] });
    expect(failed.baseline.kind).toBe('found');
    const apart = compare(makeInput(MAIN, makeImage('head', [makePlatform('linux/arm64', [])]), { notes: [other] }));
    expect(apart.verdict).toBe('not-compared');
    expect(apart.notes.map(({ code }) => code)).toEqual(['no-common-platform', 'x']);
  });

  test('is over a size limit even where nothing could be compared', () => {
    const budgets = [
      makeBudget('max-size: 1 B', { kind: 'max-size', bytes: 1 }),
      makeBudget('max-increase: 1 B', { bytes: 1 }),
    ];
    const rules = { ...RULES, budgets };
    expect(compare(makeInput(MAIN, HEAD, { baseline: { kind: 'failed', note: NOTE }, rules })).verdict).toBe('over');
    expect(
      compare(
        makeInput(MAIN, HEAD, { baseline: { kind: 'none', reason: '' }, rules: { ...rules, isOverridden: true } }),
      ).verdict,
    ).toBe('overridden');
  });

  test('notes why it does not know what it does not know, last, and once', () => {
    const codesOf = (change: Partial<CompareInput>, head = HEAD): string[] =>
      compareAll(makeInput(MAIN, head, change)).notes.map(({ code }) => code);
    expect(codesOf({})).toEqual(['build-unknown', 'contents-unknown']);
    expect(compareAll(makeInput(MAIN, HEAD)).notes.map(({ message }) => message)).toEqual([
      'steps and times of the build of the head are not known: nothing that recorded it was found',
      'files and sizes on disk are not known: not every layer was read',
    ]);
    const none: CompareInput['baseline'] = { kind: 'none', reason: 'none yet' };
    expect(compareAll(makeInput(MAIN, HEAD, { baseline: none })).notes[1]?.message).toMatch(/^sizes on disk are not/);

    const ofHead: CompareInput['build'] = { head: makeBuild(1000, []), baseline: null };
    expect(compareAll(makeInput(MAIN, HEAD, { build: ofHead })).notes[0]?.message).toContain('of the baseline');
    const known = new Map([...OLD.layers, ...NEW.layers].map(({ diffID }) => [diffID, 4096]));
    const empty: LayerContent = { kind: 'read', entries: [], texts: new Map() };
    const contents = new Map([...known.keys()].map((diffID) => [diffID, empty]));
    expect(codesOf({ build: ofHead, baseline: none, knownDiskBytes: known })).toEqual([]);
    expect(codesOf({ build: ofHead, knownDiskBytes: known, contents })).toEqual(['build-unknown']);

    const said = ['no-build-record', 'layer-unreadable'].map((code) => ({ ...NOTE, code }));
    expect(codesOf({ notes: said })).toEqual(['no-build-record', 'layer-unreadable']);
    const failed: CompareInput['head'] = {
      ...{ kind: 'failed', reference: 'build:', digest: '', commit: null, pushed: false },
      note: NOTE,
    };
    expect(codesOf({ head: failed })).toEqual([NOTE.code]);
  });

  test('notes limits that nobody checked', () => {
    const budgets = [
      makeBudget('max-size-on-disk: 1 GB', { kind: 'max-size', on: 'disk', bytes: 1e9 }),
      makeBudget('max-size: linux/s390x: 1 GB', { kind: 'max-size', bytes: 1e9, platform: 'linux/s390x' }),
    ];
    const notesOf = (change: Partial<CompareInput>): string[] =>
      compare(makeInput(MAIN, HEAD, change)).notes.map(({ code }) => code);
    expect(notesOf({ rules: { ...RULES, budgets } })).toEqual(['on-disk-unknown', 'budget-without-platform']);
    expect(notesOf({ rules: { ...RULES, budgets, overBudget: 'none' } })).toEqual([]);
    const said = [{ code: 'budget-without-platform', message: '', hint: '' }];
    expect(notesOf({ rules: { ...RULES, budgets }, notes: said })).toEqual([
      'budget-without-platform',
      'on-disk-unknown',
    ]);
  });

  test('notes what a cache did not do, once, with what to do about it', () => {
    const failures: CacheFailure[] = [
      { of: 'import', error: '403 Forbidden' },
      { of: 'export', error: '403 Forbidden' },
      { of: 'export', error: '403 Forbidden' },
      { of: 'import', error: '503 Service Unavailable' },
      { of: 'import', error: 'unexpected EOF' },
    ];
    const build = { ...makeBuild(1, []), cache: makeCacheUse({ failures }) };
    const { notes } = compare(makeInput(MAIN, HEAD, { build: { head: build, baseline: null } }));
    expect(notes.map(({ code, message, hint }) => [code, message.split(':')[0], hint.split(/[,;:]/)[0]])).toEqual([
      ['cache-denied', 'the build cache could not be read', 'On ghcr.io the job needs "packages'],
      ['cache-denied', 'the build cache was not written', 'On ghcr.io the job needs "packages'],
      ['cache-failed', 'the build cache could not be read', 'The registry did not answer as it should'],
      ['cache-failed', 'the build cache could not be read', 'It may be broken'],
    ]);
    expect(notes[0]?.hint).toContain('packages: read');
    expect(notes[1]?.hint).toContain('packages: write');
  });
});

describe('pull', () => {
  test('leaves out what the baseline has, the config too, and counts the rest once', () => {
    const pull = (baseline: typeof OLD, head: typeof OLD): number | undefined =>
      platform(compare(makeInput(makeImage('a', [baseline]), makeImage('b', [head])))).pull?.bytes;
    expect(pull(OLD, OLD)).toBe(0);
    expect(pull(OLD, { ...OLD, config: { digest: makeDigest('other'), size: 70 } })).toBe(70);
    const doubled = makePlatform('linux/amd64', [BASE, { by: 'RUN b', bytes: 7 }, { by: 'RUN b', bytes: 7 }], 0);
    expect(pull(OLD, doubled)).toBe(7);
  });

  test('is between nothing and the whole download', () => {
    const layers = fc.array(fc.record({ by: fc.constantFrom('RUN a', 'RUN b'), bytes: fc.nat(5) }), { maxLength: 5 });
    fc.assert(
      fc.property(layers, layers, (before, after) => {
        const head = makePlatform('linux/amd64', after);
        const comparison = compare(
          makeInput(makeImage('a', [makePlatform('linux/amd64', before)]), makeImage('b', [head])),
        );
        const { pull } = platform(comparison);
        expect(pull?.bytes).toBeGreaterThanOrEqual(0);
        expect(pull?.bytes).toBeLessThanOrEqual(downloadBytes(head));
      }),
    );
  });
});
