import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { PlimsollError } from '../../src/errors.ts';
import { BUILDER_IMAGE, loadBuilderImage } from './builder-image.ts';
import type { Engine } from './engine.ts';
import { findPort } from '../machine/find-port.ts';
import { run } from '../machine/run.ts';
import { stopOnce } from '../machine/stop-once.ts';
import { makeWorkDir, removeWorkDir } from '../machine/work-dir.ts';

export interface BuildkitDaemon {
  /** Its addresses, as Buildx's `remote` driver takes them: a TCP port on the loopback, and a Unix socket. */
  readonly tcp: string;
  readonly unix: string;
  stop(): Promise<void>;
}

const READY_MS = 30_000;

/** Starts a buildkitd that is nobody's builder yet, as teams run one beside their runners. */
export async function startBuildkitDaemon(engine: Engine): Promise<BuildkitDaemon> {
  await loadBuilderImage(engine, () => undefined);
  const folder = await makeWorkDir('buildkitd');
  const docker = async (...args: string[]): Promise<string> => await run(engine.docker, args, { env: engine.env });
  const tcp = `tcp://127.0.0.1:${await findPort()}`;
  const unix = `unix://${join(folder, 'run', 'buildkitd.sock')}`;
  await mkdir(join(folder, 'run'));
  const started = await docker(
    ...['run', '--detach', '--privileged', '--network', 'host', '--volume', `${folder}:${folder}`, BUILDER_IMAGE],
    ...['--addr', tcp, '--addr', unix, '--allow-insecure-entitlement', 'network.host'],
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
