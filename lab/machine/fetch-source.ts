import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { PlimsollError } from '../../src/errors.ts';
import { openArchive } from './archive.ts';
import { run } from './run.ts';

/** Puts the archive that a package of Debian's is made of, as its authors published it, at a path. */
export async function fetchSource(name: string, path: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-apt-'));
  try {
    const archive = await openArchive({ folder, suites: [null] });
    const stanza = await readFile(archive.sources, 'utf8');
    await writeFile(archive.sources, stanza.replace(/^Types:.*$/m, 'Types: deb-src'));
    const { env, downloads } = archive;
    await run('apt-get', ['--quiet', 'update'], { env });
    await run('apt-get', ['--quiet', '--download-only', '--tar-only', 'source', name], { env, cwd: downloads });
    const file = (await readdir(downloads)).find((one) => one.includes('.orig.tar.'));
    if (file === undefined) throw new PlimsollError('DOCKER_FAILED', `Debian has no sources of ${name}.`);
    await mkdir(dirname(path), { recursive: true });
    await cp(join(downloads, file), path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
