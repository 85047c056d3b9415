import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatRecord, MOST_RECORD_BYTES, parseRecord } from '../../../src/record/record-json.ts';
import { IMAGE, makeImageRecord, OTHER_IMAGE } from './fixture.ts';
import type { BuildStep } from '../../../src/build/build-record.ts';
import type { ImageRecord } from '../../../src/record/record.ts';

const encode = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

/** Of a step, that came after the first release. */
const LATER_FIELDS = new Set([
  ...['lastRanMs', 'startMs', 'isEmulated'],
  ...['needs', 'images', 'own', 'variables', 'inputs', 'ignoresCache'],
]);

const count = fc.nat();
const arbitrarySource = fc.record({ file: fc.string({ maxLength: 40 }), line: fc.integer({ min: 1, max: 9999 }) });
const arbitraryStep: fc.Arbitrary<BuildStep> = fc.record({
  name: fc.string({ maxLength: 200 }),
  stage: fc.option(fc.string({ maxLength: 40 })),
  platform: fc.option(fc.constantFrom('linux/amd64', 'linux/arm64')),
  status: fc.constantFrom('cached', 'ran', 'failed'),
  durationMs: fc.option(count),
  lastRanMs: fc.option(count),
  startMs: fc.option(count),
  isEmulated: fc.option(fc.boolean()),
  source: fc.option(arbitrarySource),
  needs: fc.option(fc.array(count, { maxLength: 3 })),
  images: fc.option(
    fc.array(fc.record({ reference: fc.string({ maxLength: 80 }), digest: fc.option(fc.constant(IMAGE)) })),
  ),
  own: fc.option(fc.string({ maxLength: 64 })),
  variables: fc.option(
    fc.array(
      fc.record({
        name: fc.string({ maxLength: 40 }),
        hash: fc.string({ maxLength: 8 }),
        kind: fc.option(fc.constantFrom('argument' as const, 'env' as const, 'base' as const)),
      }),
    ),
  ),
  inputs: fc.option(
    fc.array(fc.record({ context: fc.string({ maxLength: 40 }), paths: fc.array(fc.string({ maxLength: 40 })) })),
  ),
  ignoresCache: fc.option(fc.boolean()),
});
const commit = fc.constantFrom('a'.repeat(40), 'b'.repeat(64));
const path = fc.string({ maxLength: 80 });
const arbitraryContext = fc.oneof(
  fc.record({ kind: fc.constant('commit' as const), commit, folder: path }),
  fc.record({ kind: fc.constant('work-tree' as const), commit, folder: path, dockerfile: fc.option(path) }),
);
const arbitraryRecord: fc.Arbitrary<ImageRecord> = fc.record({
  schemaVersion: fc.constant(1 as const),
  plimsoll: fc.constant('1.2.3'),
  name: fc.constant('api'),
  image: fc.constantFrom(IMAGE, OTHER_IMAGE),
  commit: fc.option(commit),
  createdAt: fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  build: fc.option(
    fc.record({
      durationMs: count,
      steps: fc.array(arbitraryStep, { maxLength: 8 }),
      cache: fc.record({
        importMs: count,
        exportMs: count,
        manifests: fc.array(fc.constantFrom(IMAGE, OTHER_IMAGE), { maxLength: 3 }),
      }),
    }),
  ),
  advice: fc.option(
    fc.record({
      dockerfile: fc.string({ maxLength: 64 }),
      hasContext: fc.boolean(),
      context: fc.option(
        fc.record({
          ignore: fc.option(fc.string({ maxLength: 64 })),
          needless: fc.array(fc.string({ maxLength: 64 })),
        }),
      ),
      findings: fc.array(
        fc.record({
          rule: fc.constantFrom('root-user', 'go-flags'),
          hash: fc.string({ maxLength: 16 }),
          marks: fc.option(fc.array(fc.string({ maxLength: 4 }), { maxLength: 64 })),
        }),
        { maxLength: 3 },
      ),
    }),
  ),
  origins: fc.array(
    fc.record({
      platform: fc.constant('linux/amd64'),
      base: fc.option(
        fc.record({
          reference: fc.string({ maxLength: 80 }),
          digest: fc.option(fc.constant(IMAGE)),
          layers: count,
          source: fc.option(arbitrarySource),
          request: fc.option(fc.string({ maxLength: 64 })),
        }),
      ),
      layers: fc.array(
        fc.record({
          source: fc.option(arbitrarySource),
          recipe: fc.option(fc.string({ maxLength: 64 })),
          inputs: fc.option(
            fc.array(
              fc.record({ context: fc.string({ maxLength: 40 }), paths: fc.array(fc.string({ maxLength: 40 })) }),
            ),
          ),
        }),
        { maxLength: 4 },
      ),
      context: fc.option(arbitraryContext),
    }),
    { maxLength: 3 },
  ),
  platforms: fc.array(
    fc.record({ platform: fc.constant('linux/amd64'), manifest: fc.constant(IMAGE), downloadBytes: count }),
    { maxLength: 4 },
  ),
});

describe('a record', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        expect(parseRecord(formatRecord(record), 'r')).toEqual(record);
      }),
    );
  });

  test('of a later Plimsoll is read as far as it is known here', () => {
    const later = {
      ...makeImageRecord(),
      files: [{ layer: IMAGE }],
      build: { ...makeImageRecord().build, timeline: [] },
    };
    expect(parseRecord(encode(later), 'r')).toEqual(makeImageRecord());
  });

  test('of an earlier Plimsoll, which kept less of a finding, is read', () => {
    const [rule, hash] = ['root-user', 'abcd'];
    const advice = { dockerfile: 'abcd', hasContext: true, findings: [{ rule, hash }] };
    const read = parseRecord(encode({ ...makeImageRecord(), advice }), 'x');
    expect(read.advice).toEqual({ ...advice, context: null, findings: [{ rule, hash, marks: null }] });
  });

  test('of an earlier Plimsoll, which kept less of a step, is read', () => {
    const [step] = makeImageRecord().build?.steps ?? [];
    const earlier = Object.fromEntries(Object.entries(step ?? {}).filter(([key]) => !LATER_FIELDS.has(key)));
    const record = { ...makeImageRecord(), build: { ...makeImageRecord().build, steps: [earlier] } };
    expect(parseRecord(encode(record), 'r').build?.steps).toEqual([
      { ...step, ...Object.fromEntries([...LATER_FIELDS].map((field) => [field, null])) },
    ]);
  });

  test('of another schema version is refused with the version and what to do', () => {
    expect(() => parseRecord(encode({ ...makeImageRecord(), schemaVersion: 2 }), 'the record')).toThrow(
      expect.objectContaining({
        code: 'IMAGE_INVALID',
        message: 'the record has schema version 2, which is not known here',
        hint: expect.stringContaining('newest Plimsoll'),
      }),
    );
  });

  test.each([
    ['no JSON', Buffer.from('{')],
    ['an array', encode([])],
    ['no version', encode({})],
    ['an image that is none', encode({ ...makeImageRecord(), image: 'latest' })],
    ['a negative time', encode({ ...makeImageRecord(), build: { ...makeImageRecord().build, durationMs: -1 } })],
    ['a commit that is none', encode({ ...makeImageRecord(), commit: 'main' })],
    ['a name without end', encode({ ...makeImageRecord(), name: 'n'.repeat(65) })],
  ])('that lies is refused: %s', (_, bytes) => {
    expect(() => parseRecord(bytes, 'the record')).toThrow(/^the record /);
  });

  test('that would be too long to be read back goes without its steps', () => {
    const { build } = makeImageRecord();
    const [step] = build?.steps ?? [];
    if (build === null || step === undefined) throw new Error('no step');
    for (const steps of [
      Array.from({ length: 1000 }, () => ({ ...step, name: 'x'.repeat(2000) })),
      Array.from({ length: 5001 }, () => ({ ...step, name: '' })),
    ]) {
      const bytes = formatRecord(makeImageRecord({ build: { ...build, steps } }));
      expect(bytes.length).toBeLessThanOrEqual(MOST_RECORD_BYTES);
      expect(parseRecord(bytes, 'r').build).toEqual({ ...build, steps: [] });
    }
  });

  test('that would be too long with all that is told of steps keeps their times', () => {
    const { build } = makeImageRecord();
    const paths = Array.from({ length: 200 }, (_, place) => `${place}/${'x'.repeat(1000)}`);
    const steps = (build?.steps ?? []).flatMap((step) =>
      Array.from({ length: 5 }, () => ({ ...step, inputs: [{ context: 'context', paths }] })),
    );
    if (build === null) throw new Error('no build');
    const read = parseRecord(formatRecord(makeImageRecord({ build: { ...build, steps } })), 'r');
    expect(read.build?.steps).toEqual(steps.map((step) => ({ ...step, variables: null, inputs: null })));
  });

  test('that would be too long even then goes without where its layers come from', () => {
    const paths = Array.from({ length: 200 }, (_, place) => `${place}/${'x'.repeat(1000)}`);
    const layers = Array.from({ length: 10 }, () => ({
      source: null,
      recipe: null,
      inputs: [{ context: 'c', paths }],
    }));
    const bytes = formatRecord(
      makeImageRecord({ origins: [{ platform: 'linux/amd64', base: null, layers, context: null }] }),
    );
    expect(bytes.length).toBeLessThanOrEqual(MOST_RECORD_BYTES);
    expect(parseRecord(bytes, 'r').origins).toEqual([]);
  });
});
