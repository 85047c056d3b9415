import { describe, expect, test } from '@jest/globals';
import { judgeConfig } from '../../../src/compare/judge-config.ts';
import type { SideOrigin } from '../../../src/compare/side-origin.ts';
import type { PlatformImage } from '../../../src/image/image.ts';
import { makeBase, makeDigest, makePlatform } from './fixture.ts';

const known = (recipes: (string | null)[], base: ReturnType<typeof makeBase> | null = makeBase()): SideOrigin => ({
  kind: 'known',
  base,
  layers: recipes.map((recipe) => ({ source: null, recipe, inputs: [] })),
});
const image = (change: Partial<PlatformImage> = {}): PlatformImage => ({
  ...makePlatform('linux/amd64', []),
  ...change,
});
const judge = (
  before: SideOrigin,
  after: SideOrigin,
  { inDiff = false, change = {} }: { inDiff?: boolean | null; change?: Partial<PlatformImage> } = {},
) => judgeConfig({ image: image(), origin: before }, { image: image(change), origin: after }, inDiff);

describe('whose doing the configuration is', () => {
  test('is drift where nothing that a Dockerfile says differs', () => {
    expect(judge(known(['1']), known(['1']))).toBe('drift');
    const labels = { 'org.opencontainers.image.revision': 'abc', 'org.opencontainers.image.created': 'now' };
    expect(judge(known(['1']), known(['1'], makeBase({ digest: makeDigest('x') })), { change: { labels } })).toBe(
      'drift',
    );
  });

  test('is the change for other instructions, settings and labels', () => {
    expect(judge(known(['1']), known(['1', '2']))).toBe('change');
    expect(judge(known(['1']), known(['1']), { inDiff: true })).toBe('change');
    expect(judge(known(['1']), known(['1']), { change: { settings: { CMD: '["x"]' } } })).toBe('change');
    expect(judge(known(['1'], null), known(['1'], null), { change: { labels: { a: 'b' } } })).toBe('change');
    const labels = { 'org.opencontainers.image.version': 'x'.repeat(1000) };
    expect(judge(known(['1'], null), known(['1'], null), { change: { labels } })).toBe('change');
  });

  test('is not known where a base that moved may have set it, or not all is known', () => {
    const moved = known(['1'], makeBase({ digest: makeDigest('another day') }));
    expect(judge(known(['1']), moved, { change: { settings: { ENV: '["V=2"]' } } })).toBeNull();
    expect(judge(known(['1']), known([null]))).toBeNull();
    expect(judge(known(['1']), known(['1']), { inDiff: null })).toBeNull();
    expect(judge({ kind: 'unknown' }, known(['1']))).toBeNull();
    expect(
      judgeConfig({ image: null, origin: { kind: 'absent' } }, { image: image(), origin: known([]) }, null),
    ).toBeNull();
  });
});
