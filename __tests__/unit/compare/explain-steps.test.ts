import { describe, expect, test } from '@jest/globals';
import { compareBuilds } from '../../../src/compare/steps.ts';
import { makeBuild, makeDigest } from './fixture.ts';
import type { BuildStep } from '../../../src/build/build-record.ts';
import type { ContextChanges } from '../../../src/build/context/context-changes.ts';

const NOTHING: ContextChanges = { changed: [], unknown: [] };
const VERSION = { name: 'VERSION', hash: '00000001', kind: 'argument' as const };
const MODE = { name: 'MODE', hash: '00000002', kind: 'env' as const };
const PATH = { name: 'PATH', hash: '00000003', kind: 'base' as const };
const BASE = { reference: 'docker.io/library/golang:1.26', digest: makeDigest('golang') };
const MOVED = { ...BASE, digest: makeDigest('golang of another day') };

/** All of it known, cached, on the step before. */
function step(place: number, name: string, rest: Partial<BuildStep> = {}): Partial<BuildStep> {
  return {
    name,
    stage: 'build',
    status: 'cached',
    durationMs: null,
    source: { file: 'Dockerfile', line: place + 2 },
    needs: place === 0 ? [] : [place - 1],
    images: place === 0 ? [BASE] : [],
    own: name,
    variables: [PATH, VERSION, MODE],
    inputs: [],
    ignoresCache: false,
    ...rest,
  };
}

const take = (...paths: string[]): Partial<BuildStep> => ({ inputs: [{ context: 'context', paths }] });

/** The article's: dependencies first, then the rest. */
const BASELINE = [
  step(0, 'WORKDIR /src'),
  step(1, 'COPY go.mod go.sum ./', take('go.mod', 'go.sum')),
  step(2, 'RUN go mod download'),
  step(3, 'COPY . .', take('')),
  step(4, 'RUN go build'),
];

/** Why each step ran; all from `from` on do. */
function explain(
  head: readonly Partial<BuildStep>[],
  from: number,
  changes: ContextChanges | null = NOTHING,
  baseline: readonly Partial<BuildStep>[] = BASELINE,
): (string | null)[] {
  const RAN = { status: 'ran', durationMs: 1000 } as const;
  const ran = head.map((one, place) => (place < from ? one : { ...one, ...RAN }));
  const { steps } = compareBuilds(makeBuild(1, ran), makeBuild(1, baseline), { changes });
  return steps.map(({ because }) => because);
}

/** The baseline's steps, of which one is another. */
const withStep = (place: number, rest: Partial<BuildStep>): Partial<BuildStep>[] =>
  BASELINE.map((one, at) => (at === place ? { ...one, ...rest } : one));

describe('a step ran because', () => {
  test('a file that it takes changed, and those after it for the same reason', () => {
    expect(explain(BASELINE, 1, { changed: ['README.md', 'go.sum'], unknown: [] })).toEqual([
      null,
      'go.sum changed',
      'go.sum changed',
      'README.md and go.sum changed',
      'README.md and go.sum changed, which COPY . . (Dockerfile:5) takes',
    ]);
  });

  test('one of many files changed', () => {
    expect(explain(BASELINE, 3, { changed: ['a', 'b', 'c', 'd'], unknown: [] })[3]).toBe(
      'files such as a and b changed',
    );
  });

  test('its instruction changed, or that of an earlier step', () => {
    const head = withStep(2, { name: 'RUN go mod download -x', own: 'other' });
    expect(explain(head, 2).slice(2)).toEqual([
      'its instruction changed',
      'RUN go mod download -x (Dockerfile:4) changed',
      'RUN go mod download -x (Dockerfile:4) changed',
    ]);
  });

  test('an earlier step is new, or gone', () => {
    const fewer = [BASELINE[0], BASELINE[1], { ...BASELINE[3], needs: [1] }, { ...BASELINE[4], needs: [2] }].map(
      (one) => one ?? {},
    );
    expect(explain(BASELINE, 2, NOTHING, fewer).slice(2)).toEqual([
      null,
      'RUN go mod download (Dockerfile:4) is new',
      'RUN go mod download (Dockerfile:4) is new',
    ]);
    expect(explain(fewer, 2).slice(2)).toEqual([
      'RUN go mod download before it is gone',
      'RUN go mod download before it is gone',
    ]);
  });

  test('a build argument changed', () => {
    const head = BASELINE.map((one, place) =>
      place === 2 || place === 4 ? { ...one, variables: [PATH, { ...VERSION, hash: '9' }, MODE] } : one,
    );
    expect(explain(head, 2).slice(2)).toEqual([
      'the build argument VERSION changed',
      'the build argument VERSION changed',
      'the build argument VERSION changed',
    ]);
  });

  test('an ENV changed, or an ARG is new', () => {
    expect(explain(withStep(2, { variables: [PATH, VERSION, { ...MODE, hash: '9' }] }), 2)[2]).toBe('ENV MODE changed');
    const added = { name: 'COMMIT', hash: '1', kind: 'argument' as const };
    expect(explain(withStep(2, { variables: [PATH, VERSION, MODE, added] }), 2)[2]).toBe('ARG COMMIT changed');
  });

  test('the base changed, with what it brings into the environment', () => {
    const head = withStep(0, { images: [MOVED] }).map((one) => ({
      ...one,
      variables: [{ ...PATH, hash: '9' }, VERSION, MODE],
    }));
    expect(explain(head, 0)).toEqual(head.map(() => 'the image golang:1.26 changed'));
    const other = withStep(0, { images: [{ ...BASE, reference: 'docker.io/library/golang:1.27' }] });
    expect(explain(other, 0)[0]).toBe('the image golang:1.26 became golang:1.27');
  });

  test('nothing changed, and the cache had it not', () => {
    expect(explain(BASELINE.slice(0, 3), 0)).toEqual(BASELINE.slice(0, 3).map(() => 'the cache did not have it'));
  });

  test('the build was told not to use the cache, whatever changed', () => {
    const head = BASELINE.map((one) => ({ ...one, ignoresCache: true, variables: [] }));
    expect(explain(head, 0, { changed: ['go.sum'], unknown: [] })).toEqual(
      head.map(() => 'it was not to be taken from the cache'),
    );
    // One stage was, and the other stands on it.
    const some = BASELINE.map((one, place) => ({ ...one, ignoresCache: place === 0 }));
    expect(explain(some.slice(0, 2), 0)).toEqual([
      'it was not to be taken from the cache',
      'it was not to be taken from the cache',
    ]);
  });
});

describe('it is left open', () => {
  test.each<[string, Partial<BuildStep>[], ContextChanges | null]>([
    ['what became of the files', withStep(2, take('x')), null],
    ['whether a file that git does not know changed', withStep(2, take('x')), { changed: [], unknown: ['x'] }],
    ['what lies in another context', withStep(2, { inputs: [{ context: 'docs', paths: ['a'] }] }), NOTHING],
    ['what is behind a URL', withStep(2, { inputs: null }), NOTHING],
    ['what it does', withStep(2, { own: null }), NOTHING],
    ['why the same words do something else: SHELL, USER, another BuildKit', withStep(2, { own: 'other' }), NOTHING],
    ['its variables', withStep(2, { variables: null }), NOTHING],
    [
      'whose variable changed',
      withStep(2, { variables: [PATH, { ...VERSION, hash: '9', kind: null }, MODE] }),
      NOTHING,
    ],
    ['its images', withStep(2, { images: null }), NOTHING],
    ['what it is made from', withStep(2, { needs: null }), NOTHING],
    ['whether it was to use the cache', withStep(2, { ignoresCache: null }), NOTHING],
  ])('%s', (_, both, changes) => {
    const head = both.slice(0, 3);
    const isOther = both[2]?.own === 'other' || both[2]?.variables?.[1]?.hash === '9';
    expect(explain(head, 2, changes, isOther ? BASELINE : both)[2]).toBeNull();
  });

  test('of a step that the baseline has not, and of one from the cache', () => {
    expect(explain([step(0, 'RUN new')], 0, NOTHING, [])).toEqual([null]);
    expect(explain(BASELINE, 5, { changed: ['go.sum'], unknown: [] })).toEqual(BASELINE.map(() => null));
  });

  test('where the steps before it are in another order', () => {
    const swapped = [BASELINE[0], BASELINE[2], BASELINE[1]].map((one, place) => ({
      ...one,
      needs: place === 0 ? [] : [place - 1],
    }));
    expect(explain(swapped, 1)).toEqual([null, null, null]);
  });

  test('where a stage that cannot be paired only took another name', () => {
    const head = [
      ...[step(0, 'RUN a', { stage: 'go' }), step(1, 'RUN b', { stage: 'go', own: 'x' })],
      step(2, 'COPY --from=go /a /a', { stage: 'stage-1' }),
    ];
    const before = [
      ...[step(0, 'RUN a', { stage: 'build' }), step(1, 'RUN b', { stage: 'build' })],
      ...[step(2, 'RUN c', { stage: 'build' }), step(3, 'COPY --from=go /a /a', { stage: 'stage-1', needs: [2] })],
    ];
    expect(explain(head, 1, NOTHING, before)).toEqual([null, null, 'RUN c before it is gone']);
  });
});

test('no record, however it lies, does more than be of no use', () => {
  const head = [step(0, 'RUN a', { needs: [0, 7, 99] }), step(1, 'RUN b', { needs: [1] })];
  expect(explain(head, 0, NOTHING, head)).toEqual([null, null]);
});
