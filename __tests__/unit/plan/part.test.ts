import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { namePart, parseDigests, planPart } from '../../../src/plan/part.ts';

const ONE = `sha256:${'1'.repeat(64)}`;
const TWO = `sha256:${'2'.repeat(64)}`;
const pushed = { enabled: true, reason: 'a push to a branch', mayWrite: true, notes: [] };
const kept = { enabled: false, reason: 'a pull request pushes nothing', mayWrite: true, notes: [] };

describe('parseDigests', () => {
  test('takes a line each, blank ones and repetitions aside', () => {
    expect(parseDigests('digests', `${ONE}\n\n${TWO}\n${ONE}\n`)).toEqual([ONE, TWO]);
    expect(parseDigests('digests', ' \n')).toEqual([]);
  });

  test.each(['latest', `${ONE}0`, `--tag=x`, `ghcr.io/acme/api@${ONE}`])('refuses %s', (text) => {
    expect(() => parseDigests('digests', `${TWO}\n${text}`)).toThrow('digests:');
  });

  test('refuses more than anybody builds', () => {
    const many = Array.from({ length: 33 }, (_, place) => `sha256:${String(place).padStart(64, '0')}`);
    expect(() => parseDigests('digests', many.join('\n'))).toThrow('33 digests');
    expect(parseDigests('digests', many.slice(1).join('\n'))).toHaveLength(32);
  });
});

describe('planPart', () => {
  test('tells the three kinds of job apart', () => {
    expect(planPart({ partial: false, digests: [] }, kept)).toEqual({ kind: 'whole' });
    expect(planPart({ partial: true, digests: [] }, kept)).toEqual({ kind: 'platforms' });
    expect(planPart({ partial: false, digests: [ONE] }, pushed)).toEqual({ kind: 'merged', digests: [ONE] });
  });

  test('refuses a job that is to do both, and one that has nothing to merge', () => {
    expect(() => planPart({ partial: true, digests: [ONE] }, pushed)).toThrow('partial is true');
    expect(() => planPart({ partial: false, digests: [ONE] }, kept)).toThrow('a pull request pushes nothing');
  });
});

describe('namePart', () => {
  test('adds the platforms to the name of a part, and to nothing else', () => {
    const part = { kind: 'platforms' } as const;
    expect(namePart('api', part, ['linux/arm64'])).toBe('api-arm64');
    expect(namePart('api', part, ['linux/arm/v7', 'windows/amd64'])).toBe('api-arm-v7-windows-amd64');
    expect(namePart('api', { kind: 'whole' }, ['linux/arm64'])).toBe('api');
    expect(namePart('api', { kind: 'merged', digests: [ONE] }, ['linux/arm64'])).toBe('api');
  });

  test('stays a name that the comment can have', () => {
    const platforms = fc.array(fc.constantFrom('linux/amd64', 'linux/arm/v7', 'linux/riscv64'), { minLength: 1 });
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,62}$/), platforms, (name, list) => {
        expect(namePart(name, { kind: 'platforms' }, list)).toMatch(/^[a-z0-9][a-z0-9._-]{0,62}$/);
      }),
    );
  });
});
