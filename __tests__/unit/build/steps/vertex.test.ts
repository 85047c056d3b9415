import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { collectVertices } from '../../../../src/build/steps/vertex.ts';

const line = (...vertexes: unknown[]): string => JSON.stringify({ vertexes });
const at = (ms: number): string => new Date(ms).toISOString().replace('Z', '000111Z');

describe('lines of rawjson', () => {
  test('repeat a vertex: intervals add up, cached stays, the last name and error hold', () => {
    const { addLine, vertices } = collectVertices();
    addLine(line({ digest: 'a', inputs: ['b'], name: 'n' }));
    addLine(line({ digest: 'a', name: 'n', started: at(10) }));
    addLine(line({ digest: 'a', name: 'n', started: at(10), completed: at(15), cached: true }));
    addLine(line({ digest: 'a', name: 'm', started: at(20), completed: at(29), error: 'e' }));
    expect(vertices()).toEqual([
      {
        digest: 'a',
        inputs: ['b'],
        name: 'm',
        isCached: true,
        error: 'e',
        pushedFromMs: null,
        blobs: [],
        intervals: [
          { startMs: 10, endMs: 15 },
          { startMs: 20, endMs: 29 },
        ],
      },
    ]);
  });

  test('logs are passed over, and of statuses those that speak of no blob', () => {
    const { addLine, vertices } = collectVertices();
    expect(addLine('{"logs":[{"vertex":"a","data":"eA=="}],"statuses":[{}],"warnings":[1]}')).toBe(true);
    expect(vertices()).toEqual([]);
  });

  test('tell of blobs, each with the most of its bytes that was seen, whatever else they say', () => {
    const { addLine, vertices } = collectVertices();
    const blob = `sha256:${'ab'.repeat(32)}`;
    const statuses = [
      { id: blob, vertex: 'a', current: 7 },
      { id: blob, vertex: 'a', current: 5 },
      { id: `writing layer ${blob}`, vertex: 'a' },
      { id: `writing layer ${blob}`, vertex: 'unknown' },
      { id: `extracting ${blob}`, vertex: 'a' },
      { id: `${blob} and more`, vertex: 'a' },
      { id: `writing config ${blob}`, vertex: 'a', current: -1 },
      null,
    ];
    addLine(line({ digest: 'a', name: 'n' }));
    expect(addLine(JSON.stringify({ statuses }))).toBe(true);
    expect(vertices()[0]?.blobs).toEqual([
      { task: blob, bytes: 7 },
      { task: `writing layer ${blob}`, bytes: 0 },
    ]);
  });

  test.each(['ERROR: no record found', '', '[]x', '"a"', 'null', '{"vertexes":[{"digest":1}]}', '{"vertexes":1}'])(
    'is none: %s',
    (text) => {
      const { addLine, vertices } = collectVertices();
      expect(addLine(text)).toBe(false);
      expect(vertices()).toEqual([]);
    },
  );

  test('a time that is none makes the line none', () => {
    expect(collectVertices().addLine(line({ digest: 'a', name: 'n', started: 'noon' }))).toBe(false);
  });

  test('take any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const { addLine, vertices } = collectVertices();
        addLine(json);
        expect(vertices()).toEqual([]);
      }),
    );
  });

  test('are bounded: texts are cut, and vertices past the limit are dropped', () => {
    const { addLine, vertices } = collectVertices();
    addLine(line({ digest: 'a', name: 'n'.repeat(100_000) }));
    addLine(line(...Array.from({ length: 30_000 }, (_, index) => ({ digest: String(index), name: 'n' }))));
    expect(vertices()).toHaveLength(20_000);
    expect(vertices()[0]?.name).toHaveLength(4096);
  });
});
