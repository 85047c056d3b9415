import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { PlimsollError } from '../src/errors.ts';
import { BUILDER_IMAGE, loadBuilderImage } from './builder-image.ts';
import type { Engine } from './engine.ts';
import { run } from './run.ts';
import { stopOnce } from './stop-once.ts';
import { makeWorkDir, removeWorkDir } from './work-dir.ts';

export interface BuildkitDaemon {
  /** Its addresses, as Buildx's `remote` driver takes them: a TCP port on the loopback, and a Unix socket. */
  readonly tcp: string;
  readonly unix: string;
  stop(): Promise<void>;
}

const READY_MS = 30_000;

/** Starts a buildkitd that is nobody's builder yet, as teams run one beside their runners. `config`: its buildkitd.toml. */
export async function startBuildkitDaemon(
  engine: Engine,
  { config = '', log = () => undefined }: { config?: string; log?: (line: string) => void } = {},
): Promise<BuildkitDaemon> {
  await loadBuilderImage(engine, log);
  const folder = await makeWorkDir('buildkitd');
  const docker = async (...args: string[]): Promise<string> => await run(engine.docker, args, { env: engine.env });
  const tcp = `tcp://127.0.0.1:${await freePort()}`;
  const unix = `unix://${join(folder, 'run', 'buildkitd.sock')}`;
  await mkdir(join(folder, 'run'));
  await writeFile(join(folder, 'buildkitd.toml'), config);
  const started = await docker(
    ...['run', '--detach', '--privileged', '--network', 'host', '--volume', `${folder}:${folder}`, BUILDER_IMAGE],
    ...['--config', join(folder, 'buildkitd.toml'), '--addr', tcp, '--addr', unix],
    ...['--allow-insecure-entitlement', 'network.host'],
  );
  const container = started.trim();
  const stop = stopOnce(async () => {
    await docker('rm', '--force', '--volumes', container);
    await removeWorkDir(folder);
  });
  const deadline = Date.now() + READY_MS;
  for (;;) {
    const isReady = await docker('exec', container, 'buildctl', '--addr', unix, 'debug', 'workers').then(
      () => true,
      () => false,
    );
    if (isReady) return { tcp, unix, stop };
    if (Date.now() > deadline) {
      const said = await docker('logs', '--tail', '5', container).catch(() => '');
      await stop();
      throw new PlimsollError('DOCKER_FAILED', `buildkitd is not ready in time: ${said}`);
    }
    await sleep(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  return await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(address !== null && typeof address === 'object' ? address.port : 0);
      });
    });
  });
}
