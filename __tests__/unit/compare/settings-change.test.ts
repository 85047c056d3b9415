import { describe, expect, test } from '@jest/globals';
import { compare } from '../../../src/compare/compare.ts';
import { findSettingsNote } from '../../../src/compare/settings-change.ts';
import { judgeSignificance } from '../../../src/compare/significance.ts';
import type { Image } from '../../../src/image/image.ts';
import type { Settings } from '../../../src/image/settings.ts';
import { makeImage, makeInput, makePlatform } from './fixture.ts';

const NOISE = { bytes: 50_000, percent: 0.5 };

/** The same layers on each platform, with its settings and labels. */
function image(settings: Readonly<Record<string, Settings>>, labels: Record<string, string> = {}): Image {
  const platforms = Object.entries(settings).map(([name, own]) => ({
    ...makePlatform(name, [{ by: 'RUN a', bytes: 1_000_000 }]),
    settings: own,
    labels,
  }));
  return makeImage('x', platforms);
}

function judge(baseline: Image, head: Image): [string | undefined, string] {
  const comparison = compare(makeInput(baseline, head));
  expect(comparison.verdict).toBe('pass');
  return [findSettingsNote(comparison)?.message, judgeSignificance(comparison, { noise: NOISE, subject: 'change' })];
}

const AMD = 'linux/amd64';
const ARM = 'linux/arm64';

describe('a change of the configuration alone', () => {
  test('is no "no change", and is said by its instructions, for all platforms at once', () => {
    const before = image({ [AMD]: { ENV: '["A=1"]', USER: '"x"' }, [ARM]: { ENV: '["A=1"]' } });
    const after = image({ [AMD]: { ENV: '["A=2"]', USER: '"x"' }, [ARM]: { ENV: '["A=2"]', CMD: '["y"]' } });
    expect(judge(before, after)).toEqual(["the image's configuration changed: ENV, CMD", 'noise']);
    expect(judge(after, before)).toEqual(["the image's configuration changed: ENV, CMD", 'noise']);
  });

  test('is none where only labels differ', () => {
    const settings = { [AMD]: { ENV: '["A=1"]' } };
    expect(judge(image(settings), image(settings, { revision: 'x' }))).toEqual([undefined, 'unchanged']);
  });

  test('is not asked of a platform that only one side has', () => {
    const one = image({ [AMD]: {} });
    expect(judge(one, image({ [AMD]: {}, [ARM]: { ENV: '["A=1"]' } }))).toEqual([undefined, 'news']);
  });
});
