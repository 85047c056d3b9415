import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { PlimsollError } from '../../src/errors.ts';
import { openArchive, type Archive } from './archive.ts';
import { run } from './run.ts';

/** A package of Debian's archive. */
export interface DebianPackage {
  readonly name: string;
  /** The version that was tested; a newer one is taken where the archive has it no more. */
  readonly version: string;
  /** `null`: the machine's own suite. */
  readonly suite: string | null;
}

export interface UnpackOptions {
  readonly packages: readonly DebianPackage[];
  /** Where they are unpacked to. */
  readonly into: string;
  /** Each into a folder of its name, with its control data as distroless keeps it; else one over the other. */
  readonly isSeparate?: boolean;
  /** Debian's name of an architecture; the machine's own by default. */
  readonly architecture?: string;
  readonly log: (line: string) => void;
}

/**
 * Downloads packages of Debian's and unpacks them into a folder. Nothing is installed: apt works with a private
 * configuration that is made of the machine's own archive, so no host is named anywhere and the system stays as it was.
 * Newer suites' packages need a newer libc only where they say so: those that the lab takes run on Debian 12
 * (facts/engine.md).
 */
export async function unpackPackages(options: UnpackOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-apt-'));
  try {
    const suites = options.packages.map((wanted) => wanted.suite);
    const apt = await openArchive({ folder, suites, architecture: options.architecture });
    const specs = await chooseVersions(apt, options);
    await run('apt-get', ['--quiet', 'download', ...specs], { env: apt.env, cwd: apt.downloads });
    await mkdir(options.into, { recursive: true });
    for (const file of (await readdir(apt.downloads)).sort()) {
      const path = join(apt.downloads, file);
      if (options.isSeparate === true) await unpackAlone(path, join(options.into, file.replace(/_.*/, '')));
      else await run('dpkg', ['--extract', path, options.into]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function unpackAlone(path: string, folder: string): Promise<void> {
  const status = join(folder, 'var', 'lib', 'dpkg', 'status.d');
  await mkdir(status, { recursive: true });
  await run('dpkg', ['--extract', path, folder]);
  const name = basename(folder);
  await writeFile(join(status, name), await run('dpkg', ['--field', path]));
  const control = `${folder}.control`;
  await run('dpkg', ['--control', path, control]);
  await rename(join(control, 'md5sums'), join(status, `${name}.md5sums`));
  await rm(control, { recursive: true });
}

/** `name=version` of each: the tested version where the archive has it, else the newest of its suite, which is said. */
async function chooseVersions(apt: Archive, options: UnpackOptions): Promise<string[]> {
  const names = options.packages.map((wanted) => wanted.name);
  const rows = (await run('apt-cache', ['madison', ...names], { env: apt.env }))
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return options.packages.map((wanted) => {
    const suite = wanted.suite ?? apt.ownSuite;
    const own = rows.filter(([name]) => name === wanted.name);
    if (own.some(([, version]) => version === wanted.version)) return `${wanted.name}=${wanted.version}`;
    // Newest first, as apt lists them.
    const newest = own.find(([, , where]) => where?.includes(` ${suite}/`) === true)?.[1];
    if (newest === undefined) {
      throw new PlimsollError('DOCKER_FAILED', `Debian's ${suite} has no package ${wanted.name}.`, {
        hint: `Mend its name or suite in the lab: tested was ${wanted.version}.`,
      });
    }
    options.log(`${wanted.name} ${wanted.version} is gone from Debian's archive: took ${newest} of ${suite}`);
    return `${wanted.name}=${newest}`;
  });
}
