import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatInspection } from '../../../src/command/format-inspection.ts';
import { describeInspection } from '../../../src/command/inspection.ts';
import { makeImage, makePlatform } from '../compare/fixture.ts';
import { arbitraryHostileText } from '../report/hostile.ts';

const inspect = (text: string) =>
  describeInspection(
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
  const lines = formatInspection(describeInspection(image), { color: false, width: Infinity }).split('\n');
  expect(lines.slice(3)).toEqual([
    'linux/amd64: 12.3 MB to download, 2 layers',
    expect.stringMatching(/^ {2}12\.3 MB {3}[0-9a-f]{12} {3}ADD file:0 in \/$/),
    expect.stringMatching(/^ {4}133 B {3}[0-9a-f]{12} {3}RUN make$/),
    '',
  ]);
});

test('a line is cut where the terminal ends', () => {
  const lines = formatInspection(inspect('x'.repeat(100)), { color: false, width: 40 }).split('\n');
  expect(lines.filter((line) => line.startsWith('  ')).map((line) => [line.length, line.endsWith('…')])).toEqual([
    [40, true],
    [40, true],
  ]);
});

test('whatever the image says is inert, and never makes a line of its own', () => {
  fc.assert(
    fc.property(arbitraryHostileText, (text) => {
      const printed = formatInspection(inspect(text), { color: false, width: 80 });
      expect(printed.split('\n')).toHaveLength(7);
      expect(printed.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Cf}|\u2028|\u2029/u);
      expect(printed).not.toMatch(/^\s*::|##\[/m);
    }),
  );
});
