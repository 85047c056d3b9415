import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatInspection } from '../../../src/command/format-inspection.ts';
import { describeInspection } from '../../../src/command/inspection.ts';
import { makeImage, makePlatform } from '../compare/fixture.ts';
import { arbitraryHostileText } from '../report/hostile.ts';
import { makeFile } from '../layer/make-entry.ts';
import type { Image, ImageLayer } from '../../../src/image/image.ts';
import type { LayerEntry } from '../../../src/layer/layer-entry.ts';

const describe = (image: Image) =>
  describeInspection({ image, read: null, withEntries: false, withFiles: false, advise: null, usage: null });
const shown = { depth: 2, top: 2 };
const inspect = (text: string) =>
  describe(
    makeImage(text, [
      makePlatform(text, [
        { by: text, bytes: 1_200_000 },
        { by: text, bytes: 42 },
      ]),
    ]),
  );

test('sizes stand below each other, instructions as in the Dockerfile', () => {
  const image = makeImage('acme/api:1', [
    makePlatform('linux/amd64', [
      { by: '/bin/sh -c #(nop) ADD file:0 in / ', bytes: 12_300_000 },
      { by: 'RUN /bin/sh -c make # buildkit', bytes: 133 },
    ]),
  ]);
  const lines = formatInspection(describe(image), { color: false, width: Infinity, shown }).split('\n');
  expect(lines.slice(3)).toEqual([
    'linux/amd64: 12.3 MB to download, 2 layers',
    expect.stringMatching(/^ {2}12\.3 MB {3}[0-9a-f]{12} {3}ADD file:0 in \/$/),
    expect.stringMatching(/^ {4}133 B {3}[0-9a-f]{12} {3}RUN make$/),
    '',
  ]);
});

test('a line is cut where the terminal ends', () => {
  const lines = formatInspection(inspect('x'.repeat(100)), { color: false, width: 40, shown }).split('\n');
  expect(lines.filter((line) => line.startsWith('  ')).map((line) => [line.length, line.endsWith('…')])).toEqual([
    [40, true],
    [40, true],
  ]);
});

test('whatever the image says is inert, and never makes a line of its own', () => {
  fc.assert(
    fc.property(arbitraryHostileText, (text) => {
      const printed = formatInspection(inspect(text), { color: false, width: 80, shown });
      expect(printed.split('\n')).toHaveLength(7);
      expect(printed.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}|\u2028|\u2029/u);
      expect(printed).not.toMatch(/^\s*::|##\[/m);
    }),
  );
});

function readOf(image: Image, layers: readonly (readonly LayerEntry[])[]) {
  const read = new Map(image.platforms[0]?.layers.map((layer, place) => [layer, layers[place] ?? []]));
  const get = (layer: ImageLayer) => ({
    entries: read.get(layer) ?? [],
    diskBytes: 10_240,
    texts: new Map<string, string>(),
  });
  return describeInspection({ image, read: { get }, withEntries: false, withFiles: true, advise: null, usage: null });
}

test('files stand by size below their directories, what is folded away is counted, what is wasted said', () => {
  const image = makeImage('acme/api:1', [
    makePlatform('linux/amd64', [
      { by: 'ADD rootfs /', bytes: 1000 },
      { by: 'RUN make', bytes: 2000 },
    ]),
  ]);
  const described = readOf(image, [
    [makeFile('/usr/lib/a', 5000), makeFile('/usr/lib/b', 40), makeFile('/etc/passwd', 700), makeFile('/gone', 900)],
    [
      makeFile('/usr/lib/b', 60),
      { kind: 'whiteout', path: '/gone', tarBytes: 512 },
      makeFile('/x', 1),
      makeFile('/y', 2),
      { ...makeFile('/usr/lib/c', 0), type: 'hardlink', link: '/usr/lib/a' },
    ],
  ]);
  const lines = formatInspection(described, { color: false, width: Infinity, shown }).split('\n');
  expect(lines[3]).toBe('linux/amd64: 4.5 kB to download, 20.5 kB on disk, 2 layers');
  expect(lines[4]).toMatch(/^ {2}0 {3}1\.0 kB {3}10\.2 kB {3}[0-9a-f]{12} {3}ADD rootfs \/$/);
  expect(lines.slice(7, 17)).toEqual([
    '  family            scratch',
    '  user              root',
    '  libc              none',
    '  shell             none',
    '  package manager   none',
    '  CA certificates   none',
    '  time zones        none',
    '  /etc/passwd       yes',
    '  language          none',
    '',
  ]);
  expect(lines.slice(17)).toEqual([
    '           layer   file',
    '  5.8 kB     0-1   /',
    '  5.1 kB     0-1     usr/',
    '  5.1 kB     0-1       lib/',
    '   700 B       0     etc/',
    '   700 B       0       passwd',
    '     3 B             and 2 more',
    '',
    '  2.6 kB on disk wasted: 2 files that a later layer hides or replaces',
    '  1.5 kB   /gone (layer 0, gone with layer 1)',
    '  1.0 kB   /usr/lib/b (layer 0, gone with layer 1)',
    '',
  ]);
});

test('whatever a path says is inert', () => {
  fc.assert(
    fc.property(arbitraryHostileText, (text) => {
      const image = makeImage('x', [
        makePlatform('linux/amd64', [
          { by: 'x', bytes: 1 },
          { by: 'y', bytes: 1 },
        ]),
      ]);
      const path = `/${text.replaceAll('/', '')}x`;
      const described = readOf(image, [
        [makeFile(path, 1)],
        [{ kind: 'whiteout', path, tarBytes: 512 }, makeFile(`${path}y`, 1)],
      ]);
      const printed = formatInspection(described, { color: false, width: 80, shown });
      expect(printed.split('\n')).toHaveLength(24);
      expect(printed.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}|\u2028|\u2029/u);
      expect(printed).not.toMatch(/^\s*::|##\[/m);
    }),
  );
});
