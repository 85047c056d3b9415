import { readdir, readFile, writeFile } from 'node:fs/promises';

import { PlimsollError } from '../../src/errors.ts';
import { isAlive } from '../machine/is-alive.ts';
import { run } from '../machine/run.ts';

export interface Bridge {
  readonly name: string;
  release(): Promise<void>;
}

const PREFIX = 'plimsoll';
const BRIDGES = 255;

/**
 * A network bridge for one engine. Engines that share `docker0` hand the same address to two containers, so each gets its
 * own. Its name carries the number of its subnet, and the kernel refuses a name that is taken: that is what
 * makes two engines that start at once choose apart. The addresses are RFC 2544's (198.18.0.0/16), which no
 * network routes. Bridges of processes that died without stopping are removed on the way.
 */
export async function claimBridge(busybox: string): Promise<Bridge> {
  await sweep(busybox);
  const first = Math.floor(Math.random() * BRIDGES);
  for (let step = 0; step < BRIDGES; step++) {
    const subnet = (first + step) % BRIDGES;
    const name = `${PREFIX}${subnet}`;
    try {
      await run(busybox, ['ip', 'link', 'add', 'name', name, 'type', 'bridge']);
    } catch (error) {
      if (String(error).includes('File exists')) continue;
      throw error;
    }
    await writeFile(aliasFile(name), String(process.pid));
    await run(busybox, ['ip', 'addr', 'add', `198.18.${subnet}.1/24`, 'dev', name]);
    await run(busybox, ['ip', 'link', 'set', name, 'up']);
    return {
      name,
      release: async () => {
        await run(busybox, ['ip', 'link', 'del', name]);
      },
    };
  }
  throw new PlimsollError('DOCKER_FAILED', `All ${BRIDGES} network bridges of the lab are taken.`, {
    hint: 'Remove those that no engine uses: ip link show type bridge; ip link del NAME.',
  });
}

async function sweep(busybox: string): Promise<void> {
  for (const name of await readdir('/sys/class/net')) {
    if (!/^plimsoll\d+$/.test(name)) continue;
    // Without an owner yet: just made by a process that is alive.
    const owner = (await readFile(aliasFile(name), 'utf8').catch(() => '')).trim();
    if (owner !== '' && !isAlive(Number(owner))) await run(busybox, ['ip', 'link', 'del', name]).catch(() => undefined);
  }
}

function aliasFile(bridge: string): string {
  return `/sys/class/net/${bridge}/ifalias`;
}
