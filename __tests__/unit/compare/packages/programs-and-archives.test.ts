import { describe, expect, test } from '@jest/globals';
import { findChangedPackages } from '../../../../src/compare/packages/changed-packages.ts';
import { file } from '../layer-fixture.ts';
import { makeSide } from './make-side.ts';

/** By path, as a layer's reader keeps them. */
const find = (before: Record<string, string>, after: Record<string, string>) =>
  findChangedPackages(makeSide(new Map(Object.entries(before))), makeSide(new Map(Object.entries(after))));

describe('Go', () => {
  const program = (go: string, main: string, ...modules: string[]) =>
    ['Go build info', `go\t${go}`, `mod\texample.com/api\t${main}`, ...modules.map((one) => `dep\t${one}`)].join('\n');

  test('what came, went and changed within a program that is no package', () => {
    const { packages, headOwners, describeInside } = find(
      { '/server': program('go1.24.1', '(devel)', 'a\tv1.0.0', 'b\tv1.0.0', 'c\tv1.0.0', 'd\tv1.0.0\t./d\t') },
      { '/server': program('go1.25.0', '(devel)', 'a\tv1.0.0', 'b\tv1.1.0', 'd\tv1.0.0\tfork\tv2.0.0', 'e\tv0.1.0') },
    );
    expect([...packages]).toEqual([]);
    expect(headOwners(file('/server'))).toEqual([]);
    expect(describeInside('/server')).toBe(
      'Go 1.24.1 → 1.25.0, b v1.0.0 → v1.1.0, d ./d → fork v2.0.0, e v0.1.0 is new, c is gone',
    );
  });

  test('of many changes the first are named, the others counted; of none there is nothing to say', () => {
    const modules = (version: string) => Array.from({ length: 9 }, (_, place) => `m${place}\t${version}`);
    const { describeInside } = find(
      {
        '/a': program('go1.24.1', '(devel)', ...modules('v1')),
        '/b': program('go1.24.1', '(devel)'),
        '/gone': program('go1.24.1', '(devel)'),
      },
      {
        '/a': program('go1.24.1', '(devel)', ...modules('v2')),
        '/b': program('go1.24.1', '(devel)'),
        '/new': program('go1.24.1', '(devel)'),
      },
    );
    expect(describeInside('/a')).toMatch(/^m0 v1 → v2, .*m4 v1 → v2, 4 more$/);
    expect(['/b', '/gone', '/new', '/other'].map(describeInside)).toEqual([null, null, null, null]);
  });

  test('a program that was installed under a released version is a package, one that was built of a commit is none', () => {
    const unreleased = [
      'v0.0.0-20240102030405-0123456789ab',
      'v1.2.4-0.20240102030405-0123456789ab',
      'v1.2.3+dirty',
      '(devel)',
      '',
    ];
    for (const version of unreleased) {
      expect([
        ...find({ '/a': program('go1.24.1', version) }, { '/a': program('go1.24.1', '(devel)') }).packages,
      ]).toEqual([]);
    }
    const { packages, headOwners } = find(
      { '/go/bin/tool': program('go1.24.1', 'v1.2.3') },
      { '/go/bin/tool': program('go1.24.1', 'v2.0.0-rc.1+incompatible') },
    );
    expect([...packages.values()]).toEqual([
      { type: 'go', name: 'example.com/api', baselineVersion: 'v1.2.3', version: 'v2.0.0-rc.1+incompatible' },
    ]);
    expect(headOwners(file('/go/bin/tool', { size: 1000 }))).toEqual([{ key: 'go example.com/api', bytes: 1536 }]);
  });
});

describe('Java', () => {
  const archive = (...lines: string[][]) => `Java archive\n${lines.map((line) => line.join('\t')).join('\n')}`;

  test('an archive in an archive has its own bytes of it, what is left is the outer one’s', () => {
    const fat = (version: string, spring: string, bytes: number) =>
      archive(
        ['manifest', 'api', version],
        ['archive', `BOOT-INF/lib/spring-core-${spring}.jar`, String(bytes)],
        ['archive', 'BOOT-INF/lib/commons-io-2.16.0.jar', '500'],
      );
    const { packages, baselineOwners, headOwners } = find(
      { '/app/app.jar': fat('1.0', '6.1.0', 1800) },
      { '/app/app.jar': fat('1.1', '6.2.0', 1900) },
    );
    expect([...packages.values()]).toEqual([
      { type: 'java', name: 'spring-core', baselineVersion: '6.1.0', version: '6.2.0' },
      { type: 'java', name: 'api', baselineVersion: '1.0', version: '1.1' },
    ]);
    const entry = file('/app/app.jar', { size: 3000 });
    expect(entry.tarBytes).toBe(3584);
    expect(baselineOwners(entry)).toEqual([
      { key: 'java spring-core', bytes: 1800 },
      { key: 'java api', bytes: 1784 },
    ]);
    expect(headOwners(entry)[0]).toEqual({ key: 'java spring-core', bytes: 1900 });
    expect(headOwners({ ...entry, type: 'hardlink', tarBytes: 512 })).toEqual([{ key: 'java api', bytes: 512 }]);
    const liar = { ...entry, tarBytes: 1000 };
    expect(headOwners(liar)).toEqual([
      { key: 'java spring-core', bytes: 1000 },
      { key: 'java api', bytes: 0 },
    ]);
  });

  test.each<[string, string[][], string | null]>([
    ['/lib/log4j-1.2-api-2.20.0.jar', [], 'log4j-1.2-api 2.20.0'],
    ['/lib/guava-33.0.0-jre.jar', [], 'guava 33.0.0-jre'],
    ['/lib/x-1.0-beta-2.jar', [], 'x 1.0-beta-2'],
    ['/lib/x-1.0-20240101.123456-7.jar', [], 'x 1.0-20240101.123456-7'],
    ['/lib/netty-4.1.100.Final-linux-x86_64.jar', [], 'netty 4.1.100.Final-linux-x86_64'],
    ['/lib/app.jar', [], null],
    ['/lib/app.jar', [['manifest', 'The app', '3']], 'The app 3'],
    ['/lib/app.jar', [['manifest', '', '3']], 'app 3'],
    [
      '/lib/app.war',
      [
        ['pom', 'g', 'api', '3'],
        ['manifest', 'x', '3'],
      ],
      'g:api 3',
    ],
    [
      '/lib/guice.jar',
      [
        ['pom', 'cglib', 'cglib', '2'],
        ['manifest', 'guice', '4'],
      ],
      'guice 4',
    ],
    [
      '/lib/a-b-1.jar',
      [
        ['pom', 'g', 'a', '9'],
        ['pom', 'g', 'a-b', ''],
        ['pom', 'g', 'c', '8'],
      ],
      'g:a-b 1',
    ],
  ])('%s is what it says it is', (path, lines, expected) => {
    const [fresh] = find({}, { [path]: archive(...lines) }).packages.values();
    expect(fresh === undefined ? null : `${fresh.name} ${fresh.version ?? ''}`).toBe(expected);
  });
});
