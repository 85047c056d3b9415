import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isAlive } from './is-alive.ts';
import { run } from './run.ts';

const PREFIX = 'plimsoll-lab-';

/**
 * A folder for what one started thing keeps, under the machine's temporary folder, named for this process.
 * Folders of processes that died without stopping are removed on the way.
 */
export async function makeWorkDir(kind: string): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}\\w+-(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isAlive(Number(owner))) continue;
    const dir = join(tmpdir(), name);
    // An engine whose process has just died is still putting its containers down, and what another
    // user left is not ours to remove: it is for a later start.
    const engine = await readFile(join(dir, 'dockerd.pid'), 'utf8').catch(() => '');
    if (engine === '' || !isAlive(Number(engine))) await removeWorkDir(dir).catch(() => undefined);
  }
  return await mkdtemp(join(tmpdir(), `${PREFIX}${kind}-${process.pid}-`));
}

/** Removes a work folder, with what an engine left mounted in it. */
export async function removeWorkDir(dir: string): Promise<void> {
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  const inside = mounts
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((point) => point.startsWith(`${dir}/`));
  for (const point of inside.reverse()) await run('umount', ['--lazy', point]).catch(() => undefined);
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
}
