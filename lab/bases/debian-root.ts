import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openArchive } from '../machine/archive.ts';
import { cached } from '../machine/cache.ts';
import { debianRelease } from '../machine/debian-release.ts';
import { hasCode } from '../machine/has-code.ts';
import { run } from '../machine/run.ts';
import { copyClientFiles, type ClientFiles } from './client-files.ts';
import { NATIVE } from './go-library.ts';
import type { BaseTools } from './make-base.ts';

/** Merged /usr: the packages count on these links being there before them. */
const LINKS = ['bin', 'lib', 'lib64', 'sbin'];

/** What is there without being asked for, in apt's words. */
export const REQUIRED = ['?essential', '?priority(required)', 'apt', 'ca-certificates'];

/** What the slim images leave out, by Debian's own list for them. */
const SLIMMED = ['usr/share/doc', 'usr/share/man', 'usr/share/info', 'usr/share/locale', 'var/cache/apt/archives'];

/**
 * A folder with a Debian of the machine's own suite as `debian:*-slim` has it: the required packages and apt, configured,
 * the archive that this machine uses as its source, so that `RUN apt-get install` works with the network of the host.
 * `more` are packages on top, with what they depend on.
 */
export async function makeDebianRoot(
  tools: BaseTools,
  files: ClientFiles,
  more: readonly string[] = [],
): Promise<string> {
  const required = await makeRequired();
  const root = await tools.makeFolder();
  await run('tar', ['--extract', '--file', required.root, '--directory', root]);
  if (more.length > 0) await install(root, more, required, await tools.makeFolder());

  const apt = join(root, 'etc', 'apt');
  await cp(required.sources, join(apt, 'sources.list.d', 'debian.sources'));
  await copySettings(join(apt, 'apt.conf.d'));
  for (const path of SLIMMED) await rm(join(root, path), { recursive: true, force: true });
  await mkdir(join(root, 'var/cache/apt/archives/partial'), { recursive: true });
  await copyClientFiles(files, root);
  return root;
}

/** What every root begins as. */
interface Required {
  /** A tar of it, as dpkg left it. */
  readonly root: string;
  /** The packages that are in it, and what apt knew of the archive: it asks for neither again. */
  readonly packages: string;
  readonly lists: string;
  readonly sources: string;
}

/** The required packages alone, once a machine: to set them up takes longer than most of what comes on top. */
async function makeRequired(): Promise<Required> {
  const entry = await cached(`debian-required-1-${await debianRelease()}-${NATIVE}`, async (into) => {
    const scratch = await mkdtemp(join(tmpdir(), 'plimsoll-debian-'));
    try {
      const archive = await openArchive({ folder: join(scratch, 'apt'), suites: [null], architecture: NATIVE });
      const root = join(scratch, 'root');
      await run('apt-get', [...FETCH, ...REQUIRED], { env: archive.env });
      await setUp(root, archive.cache, await listPackages(archive.cache));
      await run('tar', ['--create', '--file', join(into, 'root.tar'), '--directory', root, '.']);
      await cp(archive.cache, join(into, 'packages'), { recursive: true });
      await cp(archive.lists, join(into, 'lists'), { recursive: true, preserveTimestamps: true });
      await cp(archive.sources, join(into, 'lab.sources'));
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
  return {
    root: join(entry, 'root.tar'),
    packages: join(entry, 'packages'),
    lists: join(entry, 'lists'),
    sources: join(entry, 'lab.sources'),
  };
}

const FETCH = ['--quiet', '--yes', '--download-only', '--no-install-recommends', 'install'];

/** Adds to a root what it has not: packages, what they depend on, and what of the required ones is newer by now. */
async function install(root: string, more: readonly string[], below: Required, folder: string): Promise<void> {
  const archive = await openArchive({ folder, suites: [null], architecture: NATIVE, lists: below.lists });
  await cp(below.packages, archive.cache, { recursive: true });
  await run('apt-get', [...FETCH, ...REQUIRED, ...more], { env: archive.env });
  const there = new Set(await listPackages(below.packages));
  await setUp(
    root,
    archive.cache,
    (await listPackages(archive.cache)).filter((name) => !there.has(name)),
  );
}

async function listPackages(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.deb')).sort();
}

/** Unpacks packages of a folder into a root, and lets dpkg install them. */
async function setUp(root: string, folder: string, packages: readonly string[]): Promise<void> {
  if (packages.length === 0) return;
  await unpackMerged(
    packages.map((name) => join(folder, name)),
    root,
  );
  await configure(root, folder, packages);
}

/** Puts the files of packages into a folder: a root, or a layer above one. */
export async function unpackMerged(packages: readonly string[], root: string): Promise<void> {
  for (const link of LINKS) {
    await mkdir(join(root, 'usr', link), { recursive: true });
    // A root that has been set up before has them.
    await symlink(`usr/${link}`, join(root, link)).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  }
  const unpack = 'dpkg-deb --fsys-tarfile "$1" | tar --extract --keep-directory-symlink --directory "$2"';
  for (const path of packages) await run('sh', ['-ec', unpack, 'sh', path, root]);
}

/** Lets dpkg install what is unpacked already: now it can run what the packages bring to set themselves up. */
async function configure(root: string, folder: string, packages: readonly string[]): Promise<void> {
  const staging = join(root, 'packages');
  await mkdir(staging);
  for (const name of packages) await cp(join(folder, name), join(staging, name));
  const state = join(root, 'var/lib/dpkg');
  await mkdir(state, { recursive: true });
  for (const name of ['status', 'available']) await appendFile(join(state, name), '');
  await writeFile(join(state, 'arch'), `${NATIVE}\n`);
  // Java's certificates are put together by Java, which asks for it.
  await run('mount', ['--types', 'proc', 'proc', join(root, 'proc')]);
  try {
    const install = 'exec dpkg --force-depends --force-unsafe-io --install /packages/*.deb';
    // What this process calls its temporary folder is not in there.
    const inside = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', TMPDIR: '/tmp' };
    const env = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C', ...inside };
    await run('/usr/sbin/chroot', [root, '/bin/sh', '-c', install], { env });
  } finally {
    await run('umount', [join(root, 'proc')]);
  }
  await rm(staging, { recursive: true });
}

/** This machine's ways to reach its archive (proxies, checks), as far as they are apt's. */
async function copySettings(into: string): Promise<void> {
  const from = '/etc/apt/apt.conf.d';
  for (const name of await readdir(from)) {
    const text = await readFile(join(from, name), 'utf8');
    if (/^Acquire::(?!Gzip)/m.test(text)) await writeFile(join(into, name), text);
  }
}
