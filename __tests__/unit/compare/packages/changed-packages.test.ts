import { describe, expect, test } from '@jest/globals';
import { findChangedPackages } from '../../../../src/compare/packages/changed-packages.ts';

const find = (before: Record<string, string>, after: Record<string, string>, isWhole = true) =>
  findChangedPackages(
    { texts: new Map(Object.entries(before)), isWhole },
    { texts: new Map(Object.entries(after)), isWhole },
  );

const paragraph = (name: string, version: string, status = 'install ok installed'): string =>
  `Package: ${name}\nStatus: ${status}\nArchitecture: amd64\nVersion: ${version}\nDescription: x\n Version: 0\n`;

describe('Debian', () => {
  const status = (...all: string[]) => ({ '/var/lib/dpkg/status': all.join('\n') });

  test('what came, went and changed version, and whose files are whose', () => {
    const before = {
      ...status(paragraph('a', '1'), paragraph('b', '1'), paragraph('gone', '1')),
      '/var/lib/dpkg/info/a.list': '/.\n/bin\n/bin/a\n',
    };
    const after = {
      ...status(paragraph('a', '2'), paragraph('b', '1'), paragraph('new', '1')),
      '/var/lib/dpkg/info/a:amd64.list': '/bin/a\n/bin/a2\n',
    };
    const { packages, baselineOwner, headOwner } = find(before, after);
    expect([...packages.values()]).toEqual([
      { type: 'deb', name: 'a', baselineVersion: '1', version: '2' },
      { type: 'deb', name: 'gone', baselineVersion: '1', version: null },
      { type: 'deb', name: 'new', baselineVersion: null, version: '1' },
    ]);
    expect(baselineOwner('/usr/bin/a')).toBe('deb a');
    expect(baselineOwner('/bin/a2')).toBeUndefined();
    expect(headOwner('/bin/a2')).toBe('deb a');
  });

  test('what is configured only is not there', () => {
    expect([...find(status(), status(paragraph('a', '1', 'deinstall ok config-files'))).packages]).toEqual([]);
  });

  test('distroless, a file a package', () => {
    const at = (version: string) => ({
      '/var/lib/dpkg/status.d/tzdata': `Package: tzdata\nVersion: ${version}\n`,
      '/var/lib/dpkg/status.d/tzdata.md5sums': '0123  usr/share/zoneinfo/UTC\n',
    });
    const { packages, headOwner } = find(at('1'), at('2'));
    expect([...packages.values()]).toEqual([{ type: 'deb', name: 'tzdata', baselineVersion: '1', version: '2' }]);
    expect(headOwner('/usr/share/zoneinfo/UTC')).toBe('deb tzdata');
  });

  test('says nothing where one side was not read', () => {
    expect(find({}, status(paragraph('a', '1')), false).packages.size).toBe(0);
    expect(find({}, status(paragraph('a', '1'))).packages.size).toBe(1);
  });
});

test('Alpine', () => {
  const at = (version: string) => ({
    '/lib/apk/db/installed': `C:Q1\nP:busybox\nV:${version}\nF:bin\nR:busybox\nF:\nR:root\n\nP:musl\nV:1\nF:lib\nR:ld.so\n`,
  });
  const { packages, headOwner } = find(at('1'), at('2'));
  expect([...packages.values()]).toEqual([{ type: 'apk', name: 'busybox', baselineVersion: '1', version: '2' }]);
  expect([headOwner('/bin/busybox'), headOwner('/root'), headOwner('/lib/ld.so')]).toEqual([
    'apk busybox',
    'apk busybox',
    undefined,
  ]);
});

test('npm: scoped, nested and of pnpm; a folder belongs to the innermost', () => {
  const manifest = (version: string): string => JSON.stringify({ name: 'x', version });
  const { packages, headOwner } = find(
    { '/app/node_modules/a/package.json': manifest('1'), '/app/node_modules/@s/b/package.json': manifest('1') },
    {
      '/app/node_modules/a/package.json': manifest('1'),
      '/app/node_modules/a/node_modules/c/package.json': manifest('3'),
      '/app/node_modules/@s/b/package.json': manifest('2'),
      '/app/node_modules/.pnpm/a@2/node_modules/a/package.json': manifest('2'),
      '/app/node_modules/broken/package.json': '{',
      '/app/node_modules/a/dist/package.json': manifest('9'),
    },
  );
  expect([...packages.values()]).toEqual([
    { type: 'npm', name: 'a', baselineVersion: '1', version: '1, 2' },
    { type: 'npm', name: '@s/b', baselineVersion: '1', version: '2' },
    { type: 'npm', name: 'c', baselineVersion: null, version: '3' },
  ]);
  expect(headOwner('/app/node_modules/a/index.js')).toBe('npm a');
  expect(headOwner('/app/node_modules/a/node_modules/c/lib/x.js')).toBe('npm c');
  expect(headOwner('/app/node_modules/@s/b/x.js')).toBe('npm @s/b');
  expect(headOwner('/app/node_modules/broken/x.js')).toBeUndefined();
});

test('Python: names are normalised, RECORD says whose files are whose', () => {
  const site = '/usr/lib/python3/site-packages/';
  const at = (name: string, version: string) => ({
    [`${site}${name}-${version}.dist-info/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n\nVersion: 9\n`,
    [`${site}${name}-${version}.dist-info/RECORD`]: `foo/__init__.py,sha256=x,3\n"foo/a,b.py",,\n../../../bin/foo,,\n`,
  });
  const { packages, headOwner } = find(at('Foo_Bar', '1'), at('foo-bar', '2'));
  expect([...packages.values()]).toEqual([{ type: 'python', name: 'foo-bar', baselineVersion: '1', version: '2' }]);
  for (const path of [`${site}foo/__init__.py`, `${site}foo/a,b.py`, '/usr/bin/foo']) {
    expect(headOwner(path)).toBe('python foo-bar');
  }
});
