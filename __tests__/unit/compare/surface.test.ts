import { expect, test } from '@jest/globals';
import { readRoot } from '../../../src/compare/read-root.ts';
import { describeRuntime } from '../../../src/compare/runtime/describe-runtime.ts';
import { describeSurface } from '../../../src/compare/runtime/surface.ts';
import { openPackageReader } from '../../../src/layer/packages/package-reader.ts';
import { file, whiteout } from './layer-fixture.ts';
import type { LayerEntry } from '../../../src/layer/layer-entry.ts';

const STATUS = '/var/lib/dpkg/status';
const PACKAGES = ['libc6', 'dash', 'apt']
  .map((name) => `Package: ${name}\nStatus: install ok installed\nVersion: 1.0\n`)
  .join('\n');

function keep(path: string, text: string): Map<string, string> {
  const reader = openPackageReader({ path, size: text.length });
  reader?.write(Buffer.from(text));
  return new Map([[`content of ${path}`, reader?.end() ?? '']]);
}

const LAYER: LayerEntry[] = [
  file('/bin/'),
  file('/bin/sh', { mode: 0o755 }),
  file('/bin/link', { type: 'symlink', link: 'sh', mode: 0o777 }),
  file('/usr/bin/su', { mode: 0o4755 }),
  file('/usr/bin/wall', { mode: 0o2755 }),
  file('/usr/share/odd', { mode: 0o4644 }),
  file(STATUS),
];
const texts = keep(STATUS, PACKAGES);

function measure(layers: Parameters<typeof readRoot>[0], platform = 'linux/amd64') {
  const root = readRoot(layers);
  return describeSurface(platform, root, describeRuntime({ platform, settings: {} }, root));
}

test('packages, shells, programs with setuid or setgid, and what may be run', () => {
  expect(measure([{ entries: LAYER, texts }])).toEqual({ packages: 3, shells: 1, setuid: 2, executables: 3 });
});

test('as a container sees them: what a later layer takes away does not count', () => {
  const later = { entries: [whiteout('/usr/bin/su'), file('/bin/sh', { mode: 0o644 })], texts: new Map() };
  expect(measure([{ entries: LAYER, texts }, later])).toEqual({ packages: 3, shells: 1, setuid: 1, executables: 1 });
});

test('nothing, where a layer was not read, and of another system; no packages beside a database of rpm that was not read', () => {
  expect(measure([null, { entries: LAYER, texts }])).toBeNull();
  expect(measure([{ entries: LAYER, texts }], 'windows/amd64')).toBeNull();
  const rpm = { entries: [file('/var/lib/rpm/rpmdb.sqlite')], texts: new Map<string, string>() };
  expect(measure([{ entries: LAYER, texts }, rpm])).toMatchObject({ packages: null, setuid: 2 });
  const read = { ...rpm, texts: new Map([['content of /var/lib/rpm/rpmdb.sqlite', 'P:a\nV:1\n\nP:b\nV:1']]) };
  expect(measure([{ entries: LAYER, texts }, read])).toMatchObject({ packages: 5, setuid: 2 });
});
