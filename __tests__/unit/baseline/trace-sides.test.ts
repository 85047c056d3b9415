import { describe, expect, test } from '@jest/globals';
import { traceSides } from '../../../src/baseline/trace-sides.ts';
import { hasStepsToExplain } from '../../../src/build/steps/has-steps-to-explain.ts';
import { makeBuild, makeImage, makePlatform } from '../compare/fixture.ts';
import type { OriginSide } from '../../../src/build/origins/origin-side.ts';

const side = (content: string): OriginSide => ({
  role: 'the head',
  image: makeImage('api', [makePlatform('linux/amd64', [{ by: 'COPY . .', bytes: 10, content }])]),
  source: {
    name: 'api',
    fetchRoot: () => Promise.reject(new Error('read')),
    fetchManifest: () => Promise.reject(new Error('read')),
    fetchBlob: () => Promise.reject(new Error('read')),
    openBlob: () => Promise.reject(new Error('read')),
  },
  reference: null,
  known: [],
});
const CHANGES = { changed: ['go.sum'], unknown: [] };

const trace = async (content: string, explainsSteps: boolean) => {
  const { changes } = await traceSides(side('a'), side(content), {
    looksFurther: false,
    explainsSteps,
    registry: () => Promise.reject(new Error('asked')),
    findChanges: () => Promise.resolve(CHANGES),
  });
  return changes;
};

describe('what of the context differs', () => {
  test('is asked where a layer differs', async () => {
    expect(await trace('b', false)).toEqual(CHANGES);
  });

  test('is asked where steps are to be explained, though no layer differs', async () => {
    expect(await trace('a', true)).toEqual(CHANGES);
  });

  test('is nobody’s question where nothing differs and nothing ran', async () => {
    expect(await trace('a', false)).toBeNull();
  });
});

test('steps are to be explained where one ran, or failed, beside a build that is known', () => {
  const [ran, cached, failed] = (['ran', 'cached', 'failed'] as const).map(
    (status) => makeBuild(1000, [{ status }, { status: 'cached' }]).steps,
  );
  expect(hasStepsToExplain(ran ?? [], cached ?? [])).toBe(true);
  expect(hasStepsToExplain(failed ?? [], ran ?? [])).toBe(true);
  expect(hasStepsToExplain(cached ?? [], ran ?? [])).toBe(false);
  expect(hasStepsToExplain(ran ?? [], [])).toBe(false);
});
