import { createHash } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cached } from './cache.ts';
import { debianRelease } from './debian-release.ts';
import { unpackPackages, type DebianPackage } from './packages.ts';
import { run } from './run.ts';

const PACKAGES: readonly DebianPackage[] = [
  { name: 'rpm', version: '4.18.0+dfsg-1+deb12u1', suite: null },
  { name: 'rpm-common', version: '4.18.0+dfsg-1+deb12u1', suite: null },
  { name: 'librpm9', version: '4.18.0+dfsg-1+deb12u1', suite: null },
  { name: 'librpmio9', version: '4.18.0+dfsg-1+deb12u1', suite: null },
  { name: 'librpmbuild9', version: '4.18.0+dfsg-1+deb12u1', suite: null },
  { name: 'librpmsign9', version: '4.18.0+dfsg-1+deb12u1', suite: null },
  { name: 'debugedit', version: '1:5.0-5', suite: null },
  { name: 'libarchive13', version: '3.6.2-1+deb12u4', suite: null },
  { name: 'libdw1', version: '0.188-2.1', suite: null },
  { name: 'libelf1', version: '0.188-2.1', suite: null },
  { name: 'liblua5.3-0', version: '5.3.6-2', suite: null },
  { name: 'libmagic-mgc', version: '1:5.44-3', suite: null },
  { name: 'libmagic1', version: '1:5.44-3', suite: null },
  { name: 'libpopt0', version: '1.19+dfsg-1', suite: null },
  { name: 'libsqlite3-0', version: '3.40.1-2+deb12u2', suite: null },
];

/** rpm, whose answers ours are held to. No root is needed: files of packages are not put anywhere. */
export interface Rpm {
  /** Builds a package out of a spec file's text; gives the path of the file. */
  build(folder: string, spec: string): Promise<string>;
  /** Writes into a database of SQLite that a package was installed or upgraded. */
  install(database: string, file: string): Promise<void>;
  /** Tells of each package in a database, in a format of `rpm --queryformat`. */
  query(database: string, backend: 'sqlite' | 'bdb_ro', format: string): Promise<string>;
}

/** On Debian its own packages, unpacked under the lab's cache; else what the machine has. */
export async function findRpm(log: (line: string) => void = () => undefined): Promise<Rpm> {
  const { programs, env } = (await debianRelease()) === null ? { programs: '', env: {} } : await unpackRpm(log);
  const start = async (program: 'rpm' | 'rpmbuild', args: readonly string[]): Promise<string> =>
    await run(join(programs, program), args, { env, hint: 'Install rpm: apt-get install rpm.' });
  const define = (settings: Readonly<Record<string, string>>): string[] =>
    Object.entries(settings).flatMap(([name, value]) => ['--define', `_${name} ${value}`]);
  return {
    build: async (folder, spec) => {
      await mkdir(folder, { recursive: true });
      const path = join(folder, 'package.spec');
      await writeFile(path, spec);
      const places = define({ topdir: folder, tmppath: folder, dbpath: join(folder, 'none') });
      await start('rpmbuild', [...places, '--define', '__os_install_post %{nil}', '-bb', path]);
      const built = join(folder, 'RPMS', 'noarch');
      const [file] = await readdir(built);
      return join(built, file ?? '');
    },
    install: async (database, file) => {
      const places = define({ dbpath: database, db_backend: 'sqlite' });
      await start('rpm', [...places, '--upgrade', '--justdb', '--nodeps', file]);
    },
    query: async (database, backend, format) =>
      await start('rpm', [...define({ dbpath: database, db_backend: backend }), '--query', '--all', '--qf', format]),
  };
}

async function unpackRpm(log: (line: string) => void): Promise<{ programs: string; env: Record<string, string> }> {
  const key = createHash('sha256').update(JSON.stringify(PACKAGES)).digest('hex').slice(0, 12);
  const root = await cached(`rpm-${key}`, async (folder) => {
    log("rpm: downloading Debian's packages (3 MB)");
    await unpackPackages({ packages: PACKAGES, into: folder, log });
  });
  const architecture = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
  return {
    programs: join(root, 'usr', 'bin'),
    env: {
      LD_LIBRARY_PATH: join(root, 'usr', 'lib', `${architecture}-linux-gnu`),
      RPM_CONFIGDIR: join(root, 'usr', 'lib', 'rpm'),
    },
  };
}
