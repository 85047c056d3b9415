import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LayerContent, LayerContents } from '../../../src/layer/layer-contents.ts';
import { nameLayers } from '../../../src/image/name-layers.ts';
import { pairLayers } from '../../../src/compare/pair-layers.ts';
import type { LayerEntry } from '../../../src/layer/layer-entry.ts';
import { makeLayer } from './fixture.ts';
import { file, whiteout } from './layer-fixture.ts';

/** No layer was read. */
const NONE: LayerContents = new Map();

/** `A1g`: made by A, content 1, compressed with g. */
function layers(text: string): ReturnType<typeof makeLayer>[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map(([by = '', content = '', compression = 'g']) =>
      makeLayer({ by: by === '-' ? '' : by, bytes: 100, content, compression }),
    );
}

function pair(baseline: string, head: string): string[] {
  const name = (layer: ReturnType<typeof makeLayer> | null): string => layer?.createdBy ?? '·';
  return pairLayers(layers(baseline), layers(head), NONE).map(
    (row) => `${row.status} ${name(row.baseline)}${name(row.head)}`,
  );
}

describe('pairLayers', () => {
  test('pairs what is the same, in order', () => {
    expect(pair('A1 B2', 'A1 B2')).toEqual(['same AA', 'same BB']);
    expect(pair('', '')).toEqual([]);
  });

  test('puts what went before what came, where they stood', () => {
    expect(pair('A1 B2 D4', 'A1 C3 D4')).toEqual(['same AA', 'removed B·', 'added ·C', 'same DD']);
    expect(pair('A1', 'A1 C3')).toEqual(['same AA', 'added ·C']);
    expect(pair('B2 A1', 'A1')).toEqual(['removed B·', 'same AA']);
  });

  test('ties by content before instruction, and by neither across a stronger pair', () => {
    expect(pair('A1 B2g D4', 'A1 B2z D4')).toEqual(['same AA', 'recompressed BB', 'same DD']);
    expect(pair('A1 B2 D4', 'A1 B3 D4')).toEqual(['same AA', 'changed BB', 'same DD']);
    // B of the baseline has the content of C in the head: the content is the stronger tie.
    expect(pair('A1 B2g B3', 'A1 C2z B4')).toEqual(['same AA', 'recompressed BC', 'changed BB']);
    // B would be changed, but stands on the other side of D.
    expect(pair('B2 D4', 'D4 B3')).toEqual(['removed B·', 'same DD', 'added ·B']);
  });

  test('ties a layer of unknown origin to nothing but its own content', () => {
    expect(pair('-1', '-2')).toEqual(['removed ·', 'added ·']);
    expect(pair('-1g', '-1z')).toEqual(['recompressed ']);
  });

  test("pairs Jib's layers by their names, one that is new between them", () => {
    const side = (names: string[], content: string): ReturnType<typeof makeLayer>[] =>
      nameLayers(
        names.map((comment) => ({ created_by: 'jib-gradle-plugin:3.4.5', comment })),
        [],
      ).map((by, place) => makeLayer({ by, bytes: 100, content: `${content}${place}` }));
    const rows = pairLayers(
      side(['dependencies', 'resources', 'classes'], 'before'),
      side(['dependencies', 'snapshot dependencies', 'resources', 'classes'], 'after'),
      NONE,
    );
    const by = (name: string): string => `${name} (jib-gradle-plugin:3.4.5)`;
    expect(rows.map(({ status, baseline, head }) => [status, baseline?.createdBy, head?.createdBy])).toEqual([
      ['changed', by('dependencies'), by('dependencies')],
      ['added', undefined, by('snapshot dependencies')],
      ['changed', by('resources'), by('resources')],
      ['changed', by('classes'), by('classes')],
    ]);
  });

  test('pairs the first of two alike', () => {
    expect(pair('A1', 'A1 A1')).toEqual(['same AA', 'added ·A']);
    expect(pair('A1 A1', 'A1')).toEqual(['same AA', 'removed A·']);
  });

  test('holds each layer of both sides in one row, in order, with a tie that is true', () => {
    const side = fc
      .array(fc.stringMatching(/^[AB-][123][gz]$/), { maxLength: 9 })
      .map((words) => layers(words.join(' ')));
    fc.assert(
      fc.property(side, side, (baseline, head) => {
        const rows = pairLayers(baseline, head, NONE);
        expect(rows.flatMap((row) => row.baseline ?? [])).toEqual(baseline);
        expect(rows.flatMap((row) => row.head ?? [])).toEqual(head);
        for (const row of rows) {
          if (row.baseline === null || row.head === null) continue;
          const isSameContent = row.baseline.diffID === row.head.diffID;
          const isSameBlob = row.baseline.digest === row.head.digest;
          expect(row.status).toBe(isSameContent ? (isSameBlob ? 'same' : 'recompressed') : 'changed');
        }
      }),
    );
  });

  describe('rebuilt', () => {
    const [before, after, other] = [
      makeLayer({ by: 'A', bytes: 9 }),
      makeLayer({ by: 'B', bytes: 8 }),
      makeLayer({ by: 'B', bytes: 7 }),
    ];
    const statuses = (entries: readonly LayerEntry[], again: readonly LayerEntry[]): string[] => {
      const read = (list: readonly LayerEntry[]): LayerContent => ({ kind: 'read', entries: list, texts: new Map() });
      const contents: LayerContents = new Map([
        [before.diffID, read(entries)],
        [after.diffID, read(again)],
      ]);
      return pairLayers([before], [after], contents).map(({ status }) => status);
    };
    const [x, y] = [file('/x'), file('/d/')];

    test('ties the same entries in another order, however the archive writes them', () => {
      expect(statuses([x, y], [y, { ...x, tarBytes: 5632 }])).toEqual(['rebuilt']);
    });

    test('ties a file with two names, whichever of them comes first', () => {
      const link = (path: string, to: string) => file(path, { type: 'hardlink', link: to, contentHash: null });
      const [a, b] = [file('/a', { contentHash: '1' }), file('/b', { contentHash: '1' })];
      expect(statuses([a, link('/b', '/a')], [b, link('/a', '/b')])).toEqual(['rebuilt']);
      expect(statuses([a, link('/b', '/a')], [a, b])).toEqual(['removed', 'added']);
    });

    test.each<[string, LayerEntry[]]>([
      ['content', [file('/x', { contentHash: 'other' }), y]],
      ['mode', [x, file('/d/', { mode: 0o700 })]],
      ['owner', [file('/x', { uid: 5 }), y]],
      ['extended attributes', [file('/x', { xattrs: 'security.capability' }), y]],
      ['one more', [x, y, file('/z')]],
      ['a whiteout', [x, y, whiteout('/z')]],
      ['another name', [file('/xx', { contentHash: x.contentHash }), y]],
    ])('does not tie what differs by %s', (_, entries) => {
      expect(statuses([x, y], entries)).toEqual(['removed', 'added']);
    });

    test('comes before the instruction, and needs both to be read', () => {
      const contents: LayerContents = new Map([[before.diffID, { kind: 'read', entries: [], texts: new Map() }]]);
      expect(pairLayers([before], [other], contents).map(({ status }) => status)).toEqual(['removed', 'added']);
    });
  });

  test('pairs as many of the same as there can be', () => {
    const side = fc.array(fc.constantFrom('A1g', 'B2g', 'C3g'), { maxLength: 7 });
    fc.assert(
      fc.property(side, side, (baseline, head) => {
        const rows = pairLayers(layers(baseline.join(' ')), layers(head.join(' ')), NONE);
        expect(rows.filter(({ status }) => status === 'same')).toHaveLength(longestCommon(baseline, head));
      }),
    );
  });

  test('is done with an image of 100,000 layers', () => {
    const many = layers('A1 B2').flatMap((layer) => Array.from({ length: 50_000 }, () => layer));
    const rows = pairLayers(many, [...many.slice(0, 10), ...layers('C3'), ...many.slice(11)], NONE);
    expect(rows.filter(({ status }) => status !== 'same').map(({ status }) => status)).toEqual(['removed', 'added']);
    expect(pairLayers(many, layers('C3'), NONE).length).toBe(many.length + 1);
  });
});

/** By trying all: the plainest definition. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined) return 0;
  const place = b.indexOf(first);
  const without = longestCommon(rest, b);
  return place === -1 ? without : Math.max(without, 1 + longestCommon(rest, b.slice(place + 1)));
}
