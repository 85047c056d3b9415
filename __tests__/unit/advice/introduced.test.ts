import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findIntroduced, type FoundRule } from '../../../src/advice/introduced.ts';

/** `a1:xy`: of rule `a`, in lines whose hash is `a1`, with the marks `x` and `y`. */
const read = (text: string): FoundRule[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [hash = '', marks] = word.split(':');
      return { rule: word.charAt(0), hash, marks: marks?.split('') ?? null };
    });

const tell = (own: string, before: string): string => {
  const isNew = findIntroduced(read(own), read(before));
  return own
    .split(' ')
    .filter((_, place) => isNew[place])
    .join(' ');
};

describe('findings that have come', () => {
  test.each([
    ['an edited line, and one more below it', 'a2:xyz a3:vw', 'a1:xy', 'a3:vw'],
    ['an edited line, and one more above it', 'a3:vw a2:xyz', 'a1:xy', 'a3:vw'],
    ['two edited lines and one more between', 'a4:xp a3:q a5:yp', 'a1:x a2:y', 'a3:q'],
    ['the same line is likest, whatever is around it', 'a2:xyz a1:xyv', 'a1:xyz', 'a2:xyz'],
    ['the same line twice: by what is around it', 'a1:xv a1:xw', 'a1:xw', 'a1:xv'],
    ['the same line twice, and the same around it', 'a1:x a1:x', 'a1:x', 'a1:x'],
    ['as many of a rule as there are more', 'a3:v a4:w', 'a1:x', 'a4:w'],
    ['an edited line of another rule', 'b1:xy a2:xyz', 'a1:xy', 'b1:xy'],
    ['one gone', 'a1:x', 'a1:x a2:y', ''],
    ['a baseline without marks', 'a2:xyz a3:vw', 'a1', 'a2:xyz'],
  ])('%s', (_, own, before, introduced) => {
    expect(tell(own, before)).toEqual(introduced);
  });

  test('of a rule as many as there are more of it, whatever they are in', () => {
    const finding = fc.record({
      rule: fc.constantFrom('a', 'b'),
      hash: fc.constantFrom('1', '2', '3'),
      marks: fc.array(fc.constantFrom('x', 'y', 'z')),
    });
    const findings = fc.array(finding, { maxLength: 12 });
    fc.assert(
      fc.property(findings, findings, (own, before) => {
        const isNew = findIntroduced(own, before);
        for (const rule of ['a', 'b']) {
          const [ours, others] = [own, before].map((found) => found.filter((one) => one.rule === rule).length);
          const come = own.filter((one, place) => one.rule === rule && isNew[place]).length;
          expect(come).toBe(Math.max(0, (ours ?? 0) - (others ?? 0)));
        }
      }),
    );
  });

  test('more of them than anybody writes are told apart by their lines, at once', () => {
    const many = (count: number): FoundRule[] =>
      Array.from({ length: count }, (_, place) => ({ rule: 'a', hash: `${place}`, marks: ['x'] }));
    const isNew = findIntroduced(many(20_000), many(1000));
    expect(isNew.filter(Boolean)).toHaveLength(19_000);
    expect(isNew.slice(0, 1000)).not.toContain(true);
  });
});

describe('findings that have come since a record of an earlier version', () => {
  test.each([
    ['the same', 'a1 b1', 'a1 b1', ''],
    ['one more rule', 'a1 b1', 'a1', 'b1'],
    ['one more of a rule', 'a1 a2', 'a1', 'a2'],
    ['one more, before the old', 'a2 a1', 'a1', 'a2'],
    ['an edited line', 'a2', 'a1', ''],
    ['an edited line and one more', 'a2 a3', 'a1', 'a2'],
    ['one gone', '', 'a1', ''],
    ['one gone and another rule', 'b1', 'a1', 'b1'],
    ['all', 'a1 b1', '', 'a1 b1'],
    ['the same line twice', 'a1 a1', 'a1', ''],
  ])('%s', (_, own, before, introduced) => {
    expect(tell(own, before)).toEqual(introduced);
  });
});
