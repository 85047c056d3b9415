import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseChallenges } from '../../../../src/image/registry/challenge.ts';

const read = (header: string): [string, Record<string, string>][] =>
  parseChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

describe('parseChallenges', () => {
  test.each<[string, unknown]>([
    ['', []],
    ['Basic', [['basic', {}]]],
    ['Basic realm="x"', [['basic', { realm: 'x' }]]],
    [
      'Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:acme/api:pull"',
      [['bearer', { realm: 'https://ghcr.io/token', service: 'ghcr.io', scope: 'repository:acme/api:pull' }]],
    ],
    ['bearer  Realm = "a" ,\tSERVICE = b', [['bearer', { realm: 'a', service: 'b' }]]],
    ['Bearer scope="repository:a:pull,push"', [['bearer', { scope: 'repository:a:pull,push' }]]],
    ['Bearer realm="a \\"quoted\\" \\\\ one"', [['bearer', { realm: 'a "quoted" \\ one' }]]],
    [
      'Basic realm="a", Bearer realm="b",service=c',
      [
        ['basic', { realm: 'a' }],
        ['bearer', { realm: 'b', service: 'c' }],
      ],
    ],
    [
      'Negotiate, Basic realm="a"',
      [
        ['negotiate', {}],
        ['basic', { realm: 'a' }],
      ],
    ],
    [
      'Negotiate YIIZ/+==, Basic realm="a"',
      [
        ['negotiate', {}],
        ['basic', { realm: 'a' }],
      ],
    ],
    ['Bearer realm="first",realm="second"', [['bearer', { realm: 'first' }]]],
    [', ,Basic realm="a",,', [['basic', { realm: 'a' }]]],
    ['realm="a"', []],
    ['Bearer realm="unended', [['bearer', {}]]],
    ['Bearer realm=', [['bearer', {}]]],
  ])('%j', (header, expected) => {
    const known = read(header).filter(([scheme]) => ['basic', 'bearer', 'negotiate'].includes(scheme));
    expect(known).toEqual(expected);
  });

  test('what is written by the grammar is read back', () => {
    const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,8}$/);
    const value = fc.string();
    const quote = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            token,
            fc.dictionary(
              token.map((name) => name.toLowerCase()),
              value,
              { minKeys: 1, maxKeys: 4 },
            ),
          ),
          { maxLength: 4 },
        ),
        (challenges) => {
          const header = challenges
            .map(
              ([scheme, parameters]) =>
                `${scheme} ${Object.entries(parameters)
                  .map(([name, text]) => `${name}=${quote(text)}`)
                  .join(', ')}`,
            )
            .join(', ');
          expect(read(header)).toEqual(
            challenges.map(([scheme, parameters]) => [scheme.toLowerCase(), { ...parameters }]),
          );
        },
      ),
    );
  });

  test('whatever comes, it ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', '\\', ',', '=', ' ', 'a', 'B', '\t', 'é'), maxLength: 200 }),
        (header) => {
          expect(parseChallenges(header).length).toBeLessThanOrEqual(header.length);
        },
      ),
      { numRuns: 1000 },
    );
    expect(parseChallenges(`Bearer realm="${'\\"'.repeat(100_000)}`).length).toBeLessThan(100_001);
  });
});
