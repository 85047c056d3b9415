import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { openArchive } from '../machine/archive.ts';
import { startEmulation } from '../engine/emulation.ts';
import { run } from '../machine/run.ts';
import { copyClientFiles, type ClientFiles } from './client-files.ts';
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
  const root = await tools.makeFolder();
  const archive = await openArchive({
    folder: await tools.makeFolder(),
    suites: [null],
    architecture: tools.architecture,
  });
  const fetch = ['--quiet', '--yes', '--download-only', '--no-install-recommends', 'install'];
  await run('apt-get', [...fetch, ...REQUIRED, ...more], { env: archive.env });
  const packages = (await readdir(archive.cache)).filter((name) => name.endsWith('.deb')).sort();

  await unpackMerged(
    packages.map((name) => join(archive.cache, name)),
    root,
  );
  await configure(root, archive.cache, packages, tools.architecture);

  const apt = join(root, 'etc', 'apt');
  await cp(archive.sources, join(apt, 'sources.list.d', 'debian.sources'));
  await copySettings(join(apt, 'apt.conf.d'));
  for (const path of SLIMMED) await rm(join(root, path), { recursive: true, force: true });
  await mkdir(join(root, 'var/cache/apt/archives/partial'), { recursive: true });
  await copyClientFiles(files, root);
  return root;
}

/** Puts the files of packages into an empty folder: a root, or a layer above one. */
export async function unpackMerged(packages: readonly string[], root: string): Promise<void> {
  for (const link of LINKS) {
    await mkdir(join(root, 'usr', link), { recursive: true });
    await symlink(`usr/${link}`, join(root, link));
  }
  const unpack = 'dpkg-deb --fsys-tarfile "$1" | tar --extract --keep-directory-symlink --directory "$2"';
  for (const path of packages) await run('sh', ['-ec', unpack, 'sh', path, root]);
}

/** Lets dpkg install what is unpacked already: now it can run what the packages bring to set themselves up. */
async function configure(
  root: string,
  cache: string,
  packages: readonly string[],
  architecture: string,
): Promise<void> {
  const staging = join(root, 'packages');
  await mkdir(staging);
  for (const name of packages) await cp(join(cache, name), join(staging, name));
  await mkdir(join(root, 'var/lib/dpkg'), { recursive: true });
  for (const name of ['status', 'available']) await writeFile(join(root, 'var/lib/dpkg', name), '');
  await writeFile(join(root, 'var/lib/dpkg/arch'), `${architecture}\n`);
  const emulation = await startEmulation();
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
    await emulation.stop();
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
