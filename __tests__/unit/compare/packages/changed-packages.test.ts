import { describe, expect, test } from '@jest/globals';
import { findChangedPackages } from '../../../../src/compare/packages/changed-packages.ts';
import type { FindOwners } from '../../../../src/compare/packages/package-owners.ts';
import { reducePackageData } from '../../../../src/layer/packages/package-data.ts';
import type { FileEntry } from '../../../../src/layer/layer-entry.ts';
import { file } from '../layer-fixture.ts';
import { makeSide } from './make-side.ts';

/** Files as an image has them; what a layer's reader keeps of them is what is compared. */
const find = (before: Record<string, string>, after: Record<string, string>, isWhole = true) => {
  const { packages, baselineOwners, headOwners, describeInside } = findChangedPackages(
    makeSide(keepTexts(before), isWhole),
    makeSide(keepTexts(after), isWhole),
  );
  const owner =
    (owners: FindOwners) =>
    (path: string, type: FileEntry['type'] = 'file') =>
      owners(file(path, { type }))[0]?.key;
  return { packages, baselineOwner: owner(baselineOwners), headOwner: owner(headOwners), describeInside };
};

function keepTexts(files: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(files).flatMap(([path, text]) => {
      const kept = reducePackageData(path)?.(text) ?? null;
      return kept === null ? [] : [[path, kept]];
    }),
  );
}

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

  test('what is diverted is where it was put, and what dpkg keeps with a package is the package’s', () => {
    const at = (version: string) => ({
      ...status(paragraph('a', version), paragraph('b', '1')),
      '/var/lib/dpkg/info/a.list': '/bin/sh\n/bin/own\n',
      '/var/lib/dpkg/diversions': '/bin/sh\n/bin/sh.distrib\nb\n/bin/own\n/bin/own.other\na\n',
    });
    const { headOwner } = find(at('1'), at('2'));
    const owned = ['/usr/bin/sh', '/bin/sh', '/usr/bin/sh.distrib', '/bin/own'].map((path) => headOwner(path));
    expect(owned).toEqual([undefined, undefined, 'deb a', 'deb a']);
    const kept = ['a.postinst', 'a:amd64.list', 'b.postinst', 'a.b.list'];
    expect(kept.map((name) => headOwner(`/var/lib/dpkg/info/${name}`))).toEqual([
      'deb a',
      'deb a',
      undefined,
      undefined,
    ]);
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
  expect(headOwner('/app/node_modules/@s/b/lib', 'directory')).toBe('npm @s/b');
  expect(headOwner('/app/node_modules/@s', 'directory')).toBeUndefined();
});

test('npm: copies of a version are told by their number, and versions stand in the order of their numbers', () => {
  const install = (folders: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(folders).map(([folder, version]) => [
        `/app/node_modules/${folder}/package.json`,
        JSON.stringify({ version }),
      ]),
    );
  const { packages, headOwner } = find(
    install({
      sdk: '2.9.0',
      core: '1.0.0',
      'a/node_modules/core': '1.0.0',
      same: '1.0.0',
      'a/node_modules/same': '1.0.0',
    }),
    install({
      ...{ sdk: '2.9.0', 'a/node_modules/sdk': '2.10.0', 'b/node_modules/sdk': '2.10.0' },
      ...{ core: '1.0.0', 'a/node_modules/core': '1.0.0', 'b/node_modules/core': '1.0.0' },
      ...{ same: '1.0.0', 'b/node_modules/same': '1.0.0' },
    }),
  );
  expect([...packages.values()]).toEqual([
    { type: 'npm', name: 'sdk', baselineVersion: '2.9.0', version: '2.9.0, 2.10.0 (2 copies)' },
    { type: 'npm', name: 'core', baselineVersion: '1.0.0 (2 copies)', version: '1.0.0 (3 copies)' },
  ]);
  expect(headOwner('/app/node_modules/b/node_modules/core/x.js')).toBe('npm core');
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
  // A list may have folders that other packages have, too.
  expect(headOwner('/usr/bin/foo', 'directory')).toBeUndefined();
  // Compiled later, and on no list.
  for (const name of ['__init__.cpython-312.pyc', '__init__.cpython-312.opt-1.pyc']) {
    expect(headOwner(`${site}foo/__pycache__/${name}`)).toBe('python foo-bar');
  }
  expect(headOwner(`${site}other/__pycache__/__init__.cpython-312.pyc`)).toBeUndefined();
});

test('Python of old: what pip wrote down of an egg', () => {
  const info = '/usr/lib/python3/site-packages/foo-1-py3.egg-info';
  const at = (version: string) => ({
    [`${info}/PKG-INFO`]: `Metadata-Version: 1.0\nName: foo\nVersion: ${version}\n`,
    [`${info}/installed-files.txt`]: '../foo/x.py\nPKG-INFO\n',
  });
  const { packages, headOwner } = find(at('1'), at('2'));
  expect([...packages.values()]).toEqual([{ type: 'python', name: 'foo', baselineVersion: '1', version: '2' }]);
  expect(['/usr/lib/python3/site-packages/foo/x.py', `${info}/PKG-INFO`].map((path) => headOwner(path))).toEqual([
    'python foo',
    'python foo',
  ]);
});

test('a file of a system’s package is that package’s, whatever else has it', () => {
  const site = '/usr/lib/python3/dist-packages/foo.dist-info/';
  const at = (version: string) => ({
    '/var/lib/dpkg/status': paragraph('python3-foo', version),
    '/var/lib/dpkg/info/python3-foo.list': `${site}METADATA\n`,
    [`${site}METADATA`]: `Name: foo\nVersion: ${version}\n`,
    [`${site}RECORD`]: 'foo.dist-info/METADATA,,\nfoo/x.py,,\n',
  });
  const { headOwner } = find(at('1'), at('2'));
  expect(headOwner(`${site}METADATA`)).toBe('deb python3-foo');
  expect(headOwner('/usr/lib/python3/dist-packages/foo/x.py')).toBe('python foo');
});
