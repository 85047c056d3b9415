import { describe, expect, test } from '@jest/globals';
import { readRoot } from '../../../src/compare/read-root.ts';
import { describeRuntime } from '../../../src/compare/runtime/describe-runtime.ts';
import { openSystemReader } from '../../../src/layer/packages/package-reader.ts';
import { file, whiteout } from './layer-fixture.ts';
import type { Runtime } from '../../../src/compare/runtime/runtime.ts';
import type { FileEntry, LayerEntry } from '../../../src/layer/layer-entry.ts';

/** A file by its path; with a target a link, with a text one that is kept. */
type Spec = string | { path: string; link: string } | { path: string; text: string };

function layer(...specs: (Spec | LayerEntry)[]) {
  const texts = new Map<string, string>();
  const entries = specs.map((spec): LayerEntry => {
    if (typeof spec === 'string') return file(spec);
    if ('kind' in spec) return spec;
    if ('link' in spec) return link(spec.path, spec.link);
    texts.set(`content of ${spec.path}`, keep(spec.path, spec.text));
    return file(spec.path);
  });
  return { entries, texts };
}

function link(path: string, target: string): FileEntry {
  return file(path, { type: 'symlink', link: target, contentHash: null });
}

/** As reading the layer keeps it. */
function keep(path: string, text: string): string {
  const reader = openSystemReader({ path, size: text.length });
  reader?.write(Buffer.from(text));
  return reader?.end() ?? '';
}

function describeLayers(layers: Parameters<typeof readRoot>[0], user?: string, platform = 'linux/amd64'): Runtime {
  const settings: Record<string, string> = user === undefined ? {} : { USER: JSON.stringify(user) };
  return describeRuntime({ platform, settings }, readRoot(layers));
}

/** Debian's since 12, as its images have it. */
const MERGED = [
  { path: '/bin', link: 'usr/bin' },
  { path: '/sbin', link: 'usr/sbin' },
  { path: '/lib', link: 'usr/lib' },
  { path: '/lib64', link: 'usr/lib64' },
];
const PASSWD = {
  path: '/etc/passwd',
  text: 'root:x:0:0:root:/root:/bin/sh\napp:$6$secret:1000:1000:Ann,,,:/home/app:/bin/sh\ntoor::0:0::/root:/bin/sh\n',
};
const release = (id: string, name: string, version = '12'): Spec[] => [
  {
    path: '/usr/lib/os-release',
    text: `PRETTY_NAME="${name}"\nNAME="x"\nVERSION_ID="${version}"\nID=${id}\nHOME_URL="https://example.com"\n`,
  },
  { path: '/etc/os-release', link: '../usr/lib/os-release' },
];

const DEBIAN: Spec[] = [
  ...release('debian', 'Debian GNU/Linux 12 (bookworm)'),
  ...MERGED,
  PASSWD,
  '/var/lib/dpkg/status',
  '/usr/bin/dash',
  { path: '/usr/bin/sh', link: 'dash' },
  '/usr/bin/bash',
  '/usr/bin/apt-get',
  '/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2',
  { path: '/usr/lib64/ld-linux-x86-64.so.2', link: '../lib/x86_64-linux-gnu/ld-linux-x86-64.so.2' },
  '/usr/share/zoneinfo/Europe/Berlin',
];
const STATIC: Spec[] = [
  ...release('debian', 'Distroless'),
  PASSWD,
  '/var/lib/dpkg/status.d/base-files',
  '/var/lib/dpkg/status.d/tzdata',
  '/etc/ssl/certs/ca-certificates.crt',
  '/usr/share/zoneinfo/Europe/Berlin',
];
const BASE: Spec[] = [...STATIC, '/var/lib/dpkg/status.d/libc6', '/lib64/ld-linux-x86-64.so.2'];
const CC: Spec[] = [...BASE, '/var/lib/dpkg/status.d/libstdc++6', '/var/lib/dpkg/status.d/libgcc-s1'];
const ALPINE: Spec[] = [
  {
    path: '/etc/os-release',
    text: 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.22.1\nPRETTY_NAME="Alpine Linux v3.22"\n',
  },
  PASSWD,
  '/bin/busybox',
  { path: '/bin/sh', link: '/bin/busybox' },
  '/sbin/apk',
  '/lib/apk/db/installed',
  '/lib/ld-musl-x86_64.so.1',
  '/etc/ssl/certs/ca-certificates.crt',
];

describe('families', () => {
  test.each<[string, Runtime['family'], Spec[]]>([
    ['a program alone', 'scratch', ['/server']],
    [
      'a program, certificates, users and time zones',
      'scratch',
      ['/server', '/etc/ssl/certs/ca-certificates.crt', PASSWD],
    ],
    ['distroless/static', 'distroless-static', STATIC],
    ['distroless/base', 'distroless-base', BASE],
    ['distroless/cc', 'distroless-cc', CC],
    ['distroless/java', 'distroless-java', [...CC, '/var/lib/dpkg/status.d/openjdk-17-jre-headless']],
    ['distroless/python3', 'distroless-python3', [...CC, '/var/lib/dpkg/status.d/python3.11-minimal']],
    ['distroless/nodejs', 'distroless-nodejs', [...CC, '/nodejs/bin/node']],
    ['Alpine', 'alpine', ALPINE],
    ['Debian', 'debian', DEBIAN],
    ['Debian slim', 'debian-slim', [...DEBIAN, '/etc/dpkg/dpkg.cfg.d/docker']],
    ['Ubuntu', 'ubuntu', [...DEBIAN.slice(2), ...release('ubuntu', 'Ubuntu 24.04.1 LTS')]],
    [
      'UBI',
      'ubi',
      [...release('rhel', 'Red Hat Enterprise Linux 9.4'), '/etc/yum.repos.d/ubi.repo', '/usr/bin/microdnf'],
    ],
    ['Red Hat Enterprise Linux itself', null, release('rhel', 'Red Hat Enterprise Linux 9.4')],
    ['Wolfi', 'wolfi', [...release('wolfi', 'Wolfi'), '/lib/apk/db/installed']],
    ['Chainguard', 'wolfi', release('chainguard', 'Chainguard')],
    ['busybox', 'busybox', ['/bin/busybox', '/bin/sh']],
    ['a distribution that is none of them', null, [...release('fedora', 'Fedora Linux 42'), '/usr/bin/dnf5']],
    ['a shell without anything that says whose', null, ['/bin/bash', '/lib64/ld-linux-x86-64.so.2']],
    ['packages without a release', null, ['/var/lib/rpm/rpmdb.sqlite', '/server']],
  ])('%s', (_, family, specs) => {
    expect(describeLayers([layer(...specs)]).family).toBe(family);
  });

  test('the program that somebody puts into distroless/static does not make another family of it', () => {
    expect(describeLayers([layer(...STATIC), layer('/server', '/usr/bin/python3')]).family).toBe('distroless-static');
  });

  test('a libc that is copied into distroless/static makes it none of them', () => {
    const runtime = describeLayers([layer(...STATIC), layer('/lib/ld-musl-x86_64.so.1')]);
    expect([runtime.family, runtime.libc]).toEqual([null, 'musl']);
  });
});

test('all of Debian, through its links', () => {
  expect(describeLayers([layer(...DEBIAN)], 'app:staff')).toEqual({
    family: 'debian',
    distribution: { id: 'debian', version: '12', name: 'Debian GNU/Linux 12 (bookworm)' },
    libc: 'glibc',
    shells: ['sh', 'bash'],
    packageManagers: ['apt'],
    certificates: false,
    timeZones: true,
    passwd: true,
    languages: [],
    user: { name: 'app', uid: 1000, isRoot: false },
  });
});

test('musl stays the libc where something of glibc is laid beside it', () => {
  expect(describeLayers([layer(...ALPINE, { path: '/lib/ld-linux-x86-64.so.2', link: 'libgcompat.so.0' })]).libc).toBe(
    'musl',
  );
});

test.each([
  ['/lib/ld-linux-aarch64.so.1'],
  ['/lib/ld-linux-armhf.so.3'],
  ['/lib64/ld64.so.2'],
  ['/lib/ld64.so.1'],
  ['/lib/ld-linux-riscv64-lp64d.so.1'],
  ['/lib/ld-linux.so.2'],
])('glibc has %s', (path) => {
  expect(describeLayers([layer(path)]).libc).toBe('glibc');
});

test('languages at their places', () => {
  const runtime = describeLayers([
    layer(
      '/usr/local/bin/node',
      { path: '/usr/local/bin/nodejs', link: 'node' },
      '/opt/java/openjdk/bin/java',
      '/app/python3',
    ),
  ]);
  expect(runtime.languages).toEqual(['node', 'java']);
});

describe('the user', () => {
  test.each<[string | undefined, Runtime['user']]>([
    [undefined, { name: 'root', uid: 0, isRoot: true }],
    ['0:0', { name: '0', uid: 0, isRoot: true }],
    ['65532', { name: '65532', uid: 65532, isRoot: false }],
    ['app', { name: 'app', uid: 1000, isRoot: false }],
    ['toor', { name: 'toor', uid: 0, isRoot: true }],
    ['nobody-knows', { name: 'nobody-knows', uid: null, isRoot: null }],
  ])('%s', (user, expected) => {
    expect(describeLayers([layer(PASSWD)], user).user).toEqual(expected);
  });

  test('is the one of the last layer that has a passwd', () => {
    const other = { path: '/etc/passwd', text: 'app:x:0:0::/:/bin/sh\n' };
    const second = layer(file('/etc/passwd', { contentHash: 'other' }));
    second.texts.set('other', keep(other.path, other.text));
    expect(describeLayers([layer(PASSWD), second], 'app').user.isRoot).toBe(true);
  });

  test('of a name in a layer that was not read is not known', () => {
    expect(describeLayers([null, layer('/server')], 'app').user).toEqual({ name: 'app', uid: null, isRoot: null });
  });

  test('no password and no description of a user is kept', () => {
    expect(keep(PASSWD.path, PASSWD.text)).toBe('root:0\napp:1000\ntoor:0');
  });
});

describe('what is not known', () => {
  const unknown = {
    family: null,
    distribution: null,
    libc: null,
    shells: null,
    packageManagers: null,
    certificates: null,
    timeZones: null,
    passwd: null,
    languages: null,
  };

  test('without its base, an image may have anything', () => {
    expect(describeLayers([null, layer('/server')])).toMatchObject(unknown);
  });

  test('what a layer that was read has, it has', () => {
    expect(
      describeLayers([null, layer('/etc/ssl/certs/ca-certificates.crt', '/lib/ld-musl-x86_64.so.1')]),
    ).toMatchObject({
      certificates: true,
      libc: 'musl',
      shells: null,
    });
  });

  test('a link into a layer that was not read leads to what is not known', () => {
    const runtime = describeLayers([null, layer({ path: '/etc/ssl/cert.pem', link: 'certs/all.pem' })]);
    expect(runtime.certificates).toBeNull();
  });

  test('of Windows only the user that it names', () => {
    expect(describeLayers([layer('/Files/Windows/notepad.exe')], 'ContainerUser', 'windows/amd64')).toEqual({
      ...unknown,
      user: { name: 'ContainerUser', uid: null, isRoot: null },
    });
  });
});

test('what a later layer takes away is not there', () => {
  const runtime = describeLayers([layer(...ALPINE), layer(whiteout('/bin/sh'), whiteout('/sbin/apk'))]);
  expect([runtime.shells, runtime.packageManagers, runtime.family]).toEqual([[], [], 'alpine']);
});

test('links that lead in a circle, out of the root or nowhere end', () => {
  const runtime = describeLayers([
    layer(
      { path: '/bin/sh', link: '/bin/bash' },
      { path: '/bin/bash', link: 'sh' },
      { path: '/etc/os-release', link: '../../../../usr/lib/os-release' },
      { path: '/usr/lib/os-release', link: '/nowhere' },
    ),
  ]);
  expect([runtime.shells, runtime.family, runtime.distribution]).toEqual([[], 'scratch', null]);
});
