import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from './run.ts';

/**
 * Puts a static busybox into a root file system, with a link in /bin for each of its commands.
 * `runnable` is one for this machine, which is asked what the commands are.
 */
export async function installBusybox(root: string, binary: string, runnable: string): Promise<void> {
  await mkdir(join(root, 'bin'), { recursive: true });
  await cp(binary, join(root, 'bin', 'busybox'));
  for (const command of (await run(runnable, ['--list'])).split('\n')) {
    if (command !== '' && command !== 'busybox') await symlink('busybox', join(root, 'bin', command));
  }
}
