import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';

import { archiveStanza } from '../../lab/machine/archive-stanza.ts';
import { debianRelease } from '../../lab/machine/debian-release.ts';
import { unpackPackages } from '../../lab/machine/packages.ts';

// Package lists are fetched.
jest.setTimeout(120_000);

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-packages-test-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('archiveStanza', () => {
  test('takes the main archive of debian.sources, with its keyring, and other suites', async () => {
    await mkdir(join(folder, 'sources.list.d'));
    const stanza = (host: string, suite: string): string =>
      `Types: deb\n# a comment\nURIs: http://archive.test/${host}\nSuites: ${suite}\nComponents: main\nSigned-By: /k.gpg\n`;
    const text = `${stanza('debian-security', 'bookworm-security')}\n${stanza('debian', 'bookworm bookworm-updates')}`;
    await writeFile(join(folder, 'sources.list.d', 'debian.sources'), text);
    expect(await archiveStanza(['forky', 'sid'], folder)).toBe(stanza('debian', 'forky sid'));
  });

  test('takes the main archive of sources.list, as an installer writes it', async () => {
    const text = [
      '# deb cdrom:[Debian GNU/Linux 12]/ bookworm main',
      'deb cdrom:[Debian GNU/Linux 12]/ bookworm main',
      'deb http://archive.test/debian-security bookworm-security main',
      'deb-src http://archive.test/source bookworm main',
      'deb [arch=amd64] http://archive.test/debian/ bookworm main non-free-firmware',
    ];
    await writeFile(join(folder, 'sources.list'), text.join('\n'));
    expect(await archiveStanza(['bookworm'], folder)).toContain(
      'URIs: http://archive.test/debian/\nSuites: bookworm\n',
    );
  });

  test('says where it looked', async () => {
    await expect(archiveStanza(['sid'], folder)).rejects.toThrow(folder);
  });
});

if ((await debianRelease()) === null) {
  test('packages are for Debian only, and that is said', async () => {
    await expect(unpackPackages({ packages: [], into: folder, log: () => undefined })).rejects.toThrow('not Debian');
  });
} else {
  describe('unpackPackages', () => {
    test('takes the newest where a version is gone, and says so', async () => {
      const lines: string[] = [];
      await unpackPackages({
        packages: [{ name: 'netbase', version: '0.1', suite: null }],
        architecture: 'arm64',
        into: folder,
        isSeparate: true,
        log: (line) => lines.push(line),
      });
      expect(lines).toEqual([expect.stringMatching(/^netbase 0\.1 is gone .* took \S+ of \w+$/)]);
      expect(await readFile(join(folder, 'netbase', 'etc', 'protocols'), 'utf8')).toContain('tcp');
      const status = await readFile(join(folder, 'netbase', 'var/lib/dpkg/status.d/netbase'), 'utf8');
      expect(status).toMatch(/^Package: netbase$/m);
      const sums = await readFile(join(folder, 'netbase', 'var/lib/dpkg/status.d/netbase.md5sums'), 'utf8');
      expect(sums).toMatch(/^[0-9a-f]{32} {2}usr\/share\/doc\/netbase\/copyright$/m);
    });

    test('names a package that there is not', async () => {
      const packages = [{ name: 'no-such-package', version: '1', suite: null }];
      await expect(unpackPackages({ packages, into: folder, log: () => undefined })).rejects.toThrow(
        'no package no-such-package',
      );
    });
  });
}
