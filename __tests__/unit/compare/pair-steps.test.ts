import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pairSteps, type UnnamedPlatforms } from '../../../src/compare/pair-steps.ts';
import { makeBuild } from './fixture.ts';
import type { BuildStep } from '../../../src/build/build-record.ts';

/** `build: RUN a` is a step of the stage `build`; `RUN a` of the only one. */
function steps(lines: readonly string[], platform: string | null = null): BuildStep[] {
  return lines.flatMap((line) => {
    const [, stage, name = ''] = /^(?:([\w-]+): )?(.*)$/.exec(line) ?? [];
    return makeBuild(1, [{ name, stage: stage ?? null, platform }]).steps;
  });
}

/** What each of the head's steps was, by place; `~` before it where it is another instruction. */
function pair(head: readonly BuildStep[], baseline: readonly BuildStep[], unnamed?: UnnamedPlatforms): string[] {
  return pairSteps(head, baseline, unnamed).map((found) =>
    found === null ? '–' : `${found.isSame ? '' : '~'}${found.place}`,
  );
}

describe('steps are paired', () => {
  test.each<[string, string[], string[], string[]]>([
    ['by stage and instruction', ['b: RUN a', 'c: RUN a'], ['c: RUN a', 'b: RUN a'], ['1', '0']],
    ['the first of two alike with the first', ['RUN a', 'RUN a', 'RUN a'], ['RUN a', 'RUN a'], ['0', '1', '–']],
    ['where one is new', ['RUN x', 'RUN a', 'RUN b'], ['RUN a', 'RUN b'], ['–', '0', '1']],
    ['where one is gone', ['RUN a', 'RUN c'], ['RUN a', 'RUN b', 'RUN c'], ['0', '2']],
    ['where they changed places', ['RUN b', 'RUN a'], ['RUN a', 'RUN b'], ['1', '0']],
    ['with the one whose place it took', ['RUN a', 'RUN x', 'RUN c'], ['RUN a', 'RUN b', 'RUN c'], ['0', '~1', '2']],
    ['by the program it runs', ['RUN apk add git', 'RUN npm ci'], ['RUN npm ci --omit=dev'], ['–', '~0']],
    ['not where there is no telling which took its place', ['RUN x', 'RUN y'], ['RUN a'], ['–', '–']],
    ['nor a RUN with a COPY', ['RUN x'], ['COPY a b'], ['–']],
    [
      'where a stage has another name',
      ['go: RUN a', 'go: RUN b', 'stage-1: RUN c'],
      ['build: RUN a', 'build: RUN b', 'stage-1: RUN c'],
      ['0', '1', '2'],
    ],
    [
      'where a stage came before one without a name',
      ['test: RUN t', 'build: RUN a', 'stage-2: RUN c'],
      ['build: RUN a', 'stage-1: RUN c'],
      ['–', '0', '1'],
    ],
    [
      'where an unnamed stage took the number of another',
      ['stage-0: RUN new', 'stage-1: RUN a', 'stage-2: RUN b'],
      ['stage-0: RUN a', 'stage-1: RUN b'],
      ['–', '0', '1'],
    ],
    ['where the only stage is the last of two', ['b: RUN x', 'stage-1: RUN a'], ['RUN a'], ['–', '0']],
    [
      'in the last stage, whatever it is called',
      ['build: RUN a', 'stage-2: RUN c', 'stage-2: RUN new'],
      ['build: RUN a', 'final: RUN c'],
      ['0', '1', '–'],
    ],
  ])('%s', (_, head, baseline, expected) => {
    expect(pair(steps(head), steps(baseline))).toEqual(expected);
  });

  test('by what they do, where a renamed stage changes the words, and nothing across it', () => {
    const copy = { name: 'COPY --from=go /a /a', own: 'same' };
    const head = makeBuild(1, [{ name: 'RUN x' }, copy]).steps;
    const baseline = makeBuild(1, [{ ...copy, name: 'COPY --from=build /a /a' }, { name: 'RUN z' }]).steps;
    expect(pair(head, baseline)).toEqual(['–', '0']);
  });
});

describe('platforms', () => {
  const [amd64, arm64] = [steps(['RUN a'], 'linux/amd64'), steps(['RUN a'], 'linux/arm64')];

  test('are kept apart', () => {
    expect(pair([...amd64, ...arm64], [...arm64, ...amd64])).toEqual(['1', '0']);
    expect(pair(arm64, amd64)).toEqual(['–']);
  });

  test('that a build does not name are those that its image has, or else any', () => {
    const unnamed = steps(['RUN a']);
    expect(pair(unnamed, [...amd64, ...arm64], { head: 'linux/arm64', baseline: null })).toEqual(['1']);
    expect(pair(unnamed, [...amd64, ...arm64])).toEqual(['0']);
    expect(pair([...amd64, ...arm64], unnamed, { head: null, baseline: 'linux/arm64' })).toEqual(['–', '0']);
    expect(pair(amd64, unnamed)).toEqual(['0']);
  });

  test('that share a step have it both', () => {
    const shared = makeBuild(1, [
      { name: 'COPY go.mod ./', platform: 'linux/amd64' },
      { name: 'RUN a', platform: 'linux/amd64', needs: [0] },
      { name: 'RUN a', platform: 'linux/arm64', needs: [0] },
    ]).steps.slice();
    const alone = makeBuild(1, [
      { name: 'COPY go.mod ./', platform: 'linux/arm64' },
      { name: 'RUN a', platform: 'linux/arm64', needs: [0] },
    ]).steps.slice();
    expect(pair(alone, shared)).toEqual(['0', '2']);
    expect(pair(shared, alone)).toEqual(['0', '–', '1']);
  });
});

test('no step is paired twice within a platform, and each with one of its own build', () => {
  const line = fc.constantFrom('b: RUN a', 'b: RUN b', 'RUN npm ci', 'RUN npm i', 'COPY a b', 'stage-1: RUN a');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (head, baseline) => {
      const own = steps(baseline);
      const places = pairSteps(steps(head), own).flatMap((found) => found ?? []);
      expect(new Set(places.map(({ place }) => place)).size).toBe(places.length);
      for (const { step, place } of places) expect(own[place]).toBe(step);
      expect(pair(own, own)).toEqual(own.map((_, place) => String(place)));
    }),
  );
});
