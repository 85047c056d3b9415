import { describe, expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { PlimsollError } from '../../../src/errors.ts';
import { LayerParser } from '../../../src/layer/layer-parser.ts';
import { LAYER_LIMITS } from '../../../src/layer/limits.ts';
import { mergeLayers } from '../../../src/layer/merge-layers.ts';
import { base256, makePax, makeTar, type Member } from '../tar/make-tar.ts';
import type { LayerEntry } from '../../../src/layer/layer-entry.ts';

function parse(...archives: readonly Uint8Array[]): LayerEntry[] {
  const parser = new LayerParser('the layer');
  for (const bytes of archives) parser.push(bytes);
  parser.end();
  return parser.entries;
}

/** The code of what `work` throws. */
function codeOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof PlimsollError ? error.code : String(error);
  }
}

const open = (members: readonly Member[]) => makeTar(members, { end: false });

describe('a layer that goes on and on', () => {
  test('has names and attributes of so many characters at most', () => {
    const one = open([makePax({ 'SCHILY.xattr.user.a': 'x'.repeat(500_000) }), { path: 'f' }]);
    const parser = new LayerParser('the layer');
    const push = () => {
      for (let place = 0; place < 200; place++) parser.push(one);
    };
    expect(push).toThrow(/^the layer has paths, links and extended attributes of more than \d+ characters/);
    expect(parser.entries.length).toBeGreaterThan(100);
  });

  test.each<[string, Member[]]>([
    ['for one entry', Array.from({ length: 3 }, (_, place) => makePax({ [`k${place}`]: 'x'.repeat(400_000) }))],
    ['for all entries', Array.from({ length: 3 }, (_, place) => makePax({ [`k${place}`]: 'x'.repeat(30_000) }, 'g'))],
    ['of long names', Array.from({ length: 3 }, () => ({ path: 'x', flag: 'L', content: 'x'.repeat(400_000) }))],
  ])('has no headers without end %s', (_, members) => {
    expect(codeOf(() => parse(makeTar([...members, { path: 'f' }])))).toBe('LIMIT_EXCEEDED');
  });

  test('may say the same for all entries again and again, as archives put together do', () => {
    const members = Array.from({ length: 100 }, () => [makePax({ comment: 'c'.repeat(1000) }, 'g'), { path: 'f' }]);
    expect(parse(makeTar(members.flat()))).toHaveLength(100);
  });

  test('has no holes beyond a limit', () => {
    const size = String(LAYER_LIMITS.sparseBytes + 2);
    const tar = makeTar([makePax({ 'GNU.sparse.size': size, 'GNU.sparse.map': '0,1' }), { path: 's', content: 'a' }]);
    expect(codeOf(() => parse(tar))).toBe('LIMIT_EXCEEDED');
  });
});

describe('a layer that lies', () => {
  test.each<[string, Member]>([
    ['a negative size', { path: 'f', size: Buffer.from('-0000000001\0') }],
    ['a negative size in base 256', { path: 'f', size: Buffer.alloc(12, 0xff) }],
    ['a size beyond any file', { path: 'f', size: base256(2n ** 63n, 12) }],
    ['a hard link that leads outside', { path: 'f', flag: '1', link: '../../etc/passwd' }],
    ['a whiteout that leads outside', { path: '../.wh.etc' }],
    ['a whiteout of the folder above', { path: 'a/.wh...' }],
    ['a whiteout of nothing', { path: 'a/.wh.' }],
  ])('%s is refused', (_, member) => {
    expect(codeOf(() => parse(makeTar([member])))).toBe('IMAGE_INVALID');
  });

  test('more content than there is, is cut off', () => {
    expect(() => parse(makeTar([{ path: 'f', size: 10_000 }]))).toThrow('the layer is cut off in "/f"');
  });

  test('where a symlink leads is not looked at', () => {
    expect(parse(makeTar([{ path: 'f', flag: '2', link: '../../../etc/passwd' }]))).toMatchObject([
      { type: 'symlink', link: '../../../etc/passwd' },
    ]);
  });

  test('hard links in a ring end in links without content', () => {
    const ring = parse(
      makeTar([
        { path: 'a', flag: '1', link: 'b' },
        { path: 'b', flag: '1', link: 'c' },
        { path: 'c', flag: '1', link: 'a' },
        { path: 'self', flag: '1', link: 'self' },
      ]),
    );
    const { files } = mergeLayers([ring, ring]);
    expect(files.map(({ path, size, contentHash }) => [path, size, contentHash])).toEqual(
      ['/', '/a', '/b', '/c', '/self'].map((path) => [path, 0, null]),
    );
  });

  test('a path that is there twice is the last one, and the first is wasted', () => {
    const entries = parse(
      makeTar([
        { path: 'f', content: 'one' },
        { path: './f', content: 'three' },
      ]),
    );
    const { files, wasted } = mergeLayers([entries]);
    expect(files).toMatchObject([{ path: '/' }, { path: '/f', size: 5 }]);
    expect(wasted).toEqual([{ path: '/f', size: 3, tarBytes: 1024, layer: 0, by: 0 }]);
  });

  test('a char device 0:0 is one: whiteouts of overlayfs are none of an image’s (OCI image spec, layer.md)', () => {
    const [upper] = [parse(makeTar([{ path: 'f', flag: '3' }]))];
    expect(mergeLayers([parse(makeTar([{ path: 'f', content: 'x' }])), upper]).files[1]).toMatchObject({
      path: '/f',
      type: 'char',
      device: '0:0',
      layer: 1,
    });
  });
});

test('gzip of gzip is no layer', () => {
  expect(codeOf(() => parse(gzipSync(Buffer.alloc(5000, 'x'))))).toBe('IMAGE_INVALID');
});
