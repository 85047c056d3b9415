import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { PlimsollError } from '../../src/errors.ts';
import type { Engine } from '../engine/engine.ts';
import { htpasswd } from './htpasswd.ts';
import { isAlive } from '../machine/is-alive.ts';
import type { RegistryBackend, RegistryBackendOptions } from './registry-backend.ts';
import { run } from '../machine/run.ts';

/** The same version as Debian's package. */
const IMAGE = 'registry:2.8.3';
const LABEL = 'dev.plimsoll.lab.owner';
const READY_MS = 30_000;
const POLL_MS = 100;

/**
 * The registry as a container, for a machine that has Docker and is not Debian. Containers of labs that died are removed
 * on the way.
 */
export async function startRegistryContainer(
  engine: Engine,
  options: RegistryBackendOptions,
): Promise<RegistryBackend> {
  const docker = async (...args: string[]): Promise<string> =>
    (await run(engine.docker, args, { env: engine.env })).trim();
  await sweep(docker);
  const settings = ['REGISTRY_STORAGE_DELETE_ENABLED=true', 'REGISTRY_HTTP_SECRET=lab', 'OTEL_TRACES_EXPORTER=none'];
  if (options.password !== undefined) {
    settings.push('REGISTRY_AUTH=htpasswd', 'REGISTRY_AUTH_HTPASSWD_REALM=lab');
    settings.push('REGISTRY_AUTH_HTPASSWD_PATH=/htpasswd');
  }
  const env = settings.flatMap((setting) => ['--env', setting]);
  const label = `${LABEL}=${process.pid}`;
  const id = await docker('create', '--label', label, '--publish', '127.0.0.1::5000', ...env, IMAGE);
  const stop = async (): Promise<void> => {
    await docker('rm', '--force', '--volumes', id);
  };
  try {
    if (options.password !== undefined) await copyPasswords(docker, id, await htpasswd(options.password));
    await docker('start', id);
    const published = await docker('port', id, '5000/tcp');
    const address = { host: '127.0.0.1', port: Number(/:(\d+)$/m.exec(published)?.[1]) };
    await untilReady(address.port);
    return { address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function copyPasswords(
  docker: (...args: string[]) => Promise<string>,
  id: string,
  contents: string,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-htpasswd-'));
  try {
    const file = join(folder, 'htpasswd');
    await writeFile(file, contents, { mode: 0o644 });
    await docker('cp', '--quiet', file, `${id}:/htpasswd`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function untilReady(port: number): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    const isReady = await fetch(`http://127.0.0.1:${port}/v2/`).then(
      () => true,
      () => false,
    );
    if (isReady) return;
    await sleep(POLL_MS);
  }
  throw new PlimsollError('DOCKER_FAILED', `The registry's container does not answer at 127.0.0.1:${port}.`);
}

async function sweep(docker: (...args: string[]) => Promise<string>): Promise<void> {
  const format = `{{.ID}} {{.Label "${LABEL}"}}`;
  const rows = (await docker('ps', '--all', '--filter', `label=${LABEL}`, '--format', format)).split('\n');
  for (const row of rows) {
    const [id, owner] = row.split(' ');
    if (id !== undefined && id !== '' && !isAlive(Number(owner))) await docker('rm', '--force', '--volumes', id);
  }
}
