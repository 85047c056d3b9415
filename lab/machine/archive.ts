import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { PlimsollError } from '../../src/errors.ts';
import { archiveStanza } from './archive-stanza.ts';
import { debianRelease } from './debian-release.ts';
import { run } from './run.ts';

/** An apt of its own: what apt commands are run with. */
export interface Archive {
  readonly env: Readonly<Record<string, string>>;
  /** An empty folder for packages. */
  readonly downloads: string;
  /** Where apt itself puts packages. */
  readonly cache: string;
  /** What apt knows of the archive. */
  readonly lists: string;
  /** The file that names the archive. */
  readonly sources: string;
  readonly ownSuite: string;
}

/**
 * Opens the machine's own Debian archive with a private configuration under a folder, its lists fetched: no host is named
 * anywhere, and the system's apt stays as it was. A suite that is `null` is the machine's own.
 */
export async function openArchive(options: {
  readonly folder: string;
  readonly suites: readonly (string | null)[];
  readonly architecture?: string | undefined;
  /** The lists of one that was opened before: only what has changed since is fetched. */
  readonly lists?: string;
}): Promise<Archive> {
  const { folder } = options;
  const ownSuite = await debianRelease();
  if (ownSuite === null) {
    throw new PlimsollError('DOCKER_FAILED', 'This machine is not Debian: its packages cannot be used by the lab.', {
      hint: 'Start a Docker engine (https://docs.docker.com/engine/install/) and run this again.',
    });
  }
  const suites = [...new Set(options.suites.map((suite) => suite ?? ownSuite))];
  const downloads = join(folder, 'downloads');
  await mkdir(join(folder, 'sources'), { recursive: true });
  const lists = join(folder, 'lists');
  if (options.lists !== undefined) await cp(options.lists, lists, { recursive: true, preserveTimestamps: true });
  await mkdir(join(lists, 'partial'), { recursive: true });
  await mkdir(join(folder, 'cache', 'archives', 'partial'), { recursive: true });
  await mkdir(downloads);
  await writeFile(join(folder, 'status'), '');
  const sources = join(folder, 'sources', 'lab.sources');
  await writeFile(sources, await archiveStanza(suites));
  const settings = [
    'Dir::Etc::sourcelist "/dev/null";',
    `Dir::Etc::sourceparts "${join(folder, 'sources')}";`,
    `Dir::State::lists "${lists}";`,
    `Dir::Cache "${join(folder, 'cache')}";`,
    // The lists and files lie in a folder that apt's own user may not enter.
    'APT::Sandbox::User "root";',
    // What is installed here has no say in what a package needs.
    `Dir::State::status "${join(folder, 'status')}";`,
    'Acquire::Languages "none";',
    ...(options.architecture === undefined
      ? []
      : [`APT::Architecture "${options.architecture}";`, `APT::Architectures {"${options.architecture}";};`]),
  ];
  const config = join(folder, 'apt.conf');
  await writeFile(config, `${settings.join('\n')}\n`);
  const env = { APT_CONFIG: config };
  await run('apt-get', ['--quiet', 'update'], { env });
  return { env, downloads, cache: join(folder, 'cache', 'archives'), lists, sources, ownSuite };
}
