import { get } from 'node:http';
import { join } from 'node:path';

import { startDaemon } from '../machine/daemon.ts';
import type { RegistryBackend } from './registry-backend.ts';
import { makeWorkDir, removeWorkDir } from '../machine/work-dir.ts';

/** How a registry is started that has a folder of its own. */
export interface RegistryCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly address: RegistryBackend['address'];
}

/** Starts a registry and waits until it answers. `prepare` gets its folder, which goes with it. */
export async function startRegistryDaemon(
  name: string,
  prepare: (folder: string) => Promise<RegistryCommand>,
): Promise<RegistryBackend> {
  const folder = await makeWorkDir(name);
  try {
    const { command, args, address } = await prepare(folder);
    const logFile = join(folder, `${name}.log`);
    const daemon = await startDaemon({ name, command, args, logFile, isReady: async () => await answers(address) });
    return {
      address,
      stop: async () => {
        await daemon.stop();
        await removeWorkDir(folder);
      },
    };
  } catch (error) {
    await removeWorkDir(folder);
    throw error;
  }
}

/** Whatever it says: one with a password says 401. */
async function answers(address: RegistryBackend['address']): Promise<boolean> {
  return await new Promise((resolve) => {
    get({ ...address, path: '/v2/' }, (answer) => {
      answer.resume();
      resolve(true);
    }).on('error', () => {
      resolve(false);
    });
  });
}
