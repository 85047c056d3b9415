import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { hasCode } from './has-code.ts';
import { isAlive } from './is-alive.ts';

const POLL_MS = 200;

/** The lab's cache folder: `$PLIMSOLL_LAB_CACHE`, else `$XDG_CACHE_HOME/plimsoll-lab`, else `~/.cache/plimsoll-lab`. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env['PLIMSOLL_LAB_CACHE'] || join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'plimsoll-lab');
}

/**
 * The folder of one entry of the cache. Where it is not there yet, `fill` gets an empty folder, and what it left there
 * becomes the entry in one rename: an entry is there whole or not at all. Of several processes one fills, the others
 * wait; a lock whose owner died is taken over. The name says everything that the contents depend on.
 */
export async function cached(
  name: string,
  fill: (folder: string) => Promise<void>,
  root: string = cacheFolder(),
): Promise<string> {
  const entry = join(root, name);
  if (await exists(entry)) return entry;
  await mkdir(dirname(entry), { recursive: true });
  const lock = `${entry}.lock`;
  await takeLock(lock);
  try {
    if (await exists(entry)) return entry;
    const draft = await mkdtemp(`${entry}.draft-`);
    try {
      await fill(draft);
      await rename(draft, entry);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      throw error;
    }
    return entry;
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<void> {
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    // Empty for the moment between creation and writing: then the owner is alive.
    const owner = await readFile(lock, 'utf8').catch(() => '');
    if (owner !== '' && !isAlive(Number(owner))) await rm(lock, { force: true });
    else await sleep(POLL_MS);
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
