import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { PlimsollError } from '../src/errors.ts';
import { debianRelease } from './debian-release.ts';
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
    const apt = await openArchive(folder, options);
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
  await writeFile(join(status, basename(folder)), await run('dpkg', ['--field', path]));
}

interface Archive {
  readonly env: Readonly<Record<string, string>>;
  readonly downloads: string;
  readonly ownSuite: string;
}

async function openArchive(folder: string, options: UnpackOptions): Promise<Archive> {
  const ownSuite = await debianRelease();
  if (ownSuite === null) {
    throw new PlimsollError('DOCKER_FAILED', 'This machine is not Debian: its packages cannot be used by the lab.', {
      hint: 'Start a Docker engine (https://docs.docker.com/engine/install/) and run this again.',
    });
  }
  const suites = [...new Set(options.packages.map((wanted) => wanted.suite ?? ownSuite))];
  const downloads = join(folder, 'downloads');
  await mkdir(join(folder, 'sources'), { recursive: true });
  await mkdir(join(folder, 'lists', 'partial'), { recursive: true });
  await mkdir(join(folder, 'cache', 'archives', 'partial'), { recursive: true });
  await mkdir(downloads);
  await writeFile(join(folder, 'sources', 'lab.sources'), await readStanza(suites));
  const settings = [
    'Dir::Etc::sourcelist "/dev/null";',
    `Dir::Etc::sourceparts "${join(folder, 'sources')}";`,
    `Dir::State::lists "${join(folder, 'lists')}";`,
    `Dir::Cache "${join(folder, 'cache')}";`,
    // The lists and files lie in a folder that apt's own user may not enter.
    'APT::Sandbox::User "root";',
    'Acquire::Languages "none";',
    ...(options.architecture === undefined
      ? []
      : [`APT::Architecture "${options.architecture}";`, `APT::Architectures {"${options.architecture}";};`]),
  ];
  const config = join(folder, 'apt.conf');
  await writeFile(config, `${settings.join('\n')}\n`);
  const env = { APT_CONFIG: config };
  await run('apt-get', ['--quiet', 'update'], { env });
  return { env, downloads, ownSuite };
}

/** The machine's main archive as a deb822 stanza with these suites. */
async function readStanza(suites: readonly string[]): Promise<string> {
  const deb822 = await readFile('/etc/apt/sources.list.d/debian.sources', 'utf8').catch(() => '');
  const stanza = deb822
    .split(/\n\s*\n/)
    .find((part) => /^Types:.*\bdeb\b/m.test(part) && /^URIs:/m.test(part) && !/^URIs:.*security/m.test(part));
  if (stanza !== undefined) return `${stanza.trim().replace(/^Suites:.*$/m, `Suites: ${suites.join(' ')}`)}\n`;
  const list = await readFile('/etc/apt/sources.list', 'utf8').catch(() => '');
  const uri = /^deb\s+(?:\[[^\]]*\]\s+)?(?!\S*security)(\S+)\s/m.exec(list)?.[1];
  if (uri === undefined) {
    throw new PlimsollError('DOCKER_FAILED', "The machine's own Debian archive was not found in /etc/apt.", {
      hint: 'Name it in /etc/apt/sources.list.d/debian.sources or start a Docker engine.',
    });
  }
  return `Types: deb\nURIs: ${uri}\nSuites: ${suites.join(' ')}\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n`;
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
