import { writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';

import { startDaemon } from './daemon.ts';
import { startRegistryFront } from './registry-front.ts';
import type { FaultHook, RegistryRequest } from './registry-request.ts';
import { run } from './run.ts';
import { unpackTools } from './tools.ts';
import { makeWorkDir, removeWorkDir } from './work-dir.ts';

export interface RegistryOptions {
  readonly log?: (line: string) => void;
  /** Basic authentication for everything; open without it. */
  readonly password?: { readonly username: string; readonly password: string };
  /** Makes it misbehave. */
  readonly fault?: FaultHook;
}

export interface Registry {
  /** As references have it: `127.0.0.1:40001`. */
  readonly host: string;
  /** `http://127.0.0.1:40001` */
  readonly url: string;
  /** What it was asked so far, in order. */
  requests(): RegistryRequest[];
  /** Empties the access log. */
  forgetRequests(): void;
  stop(): Promise<void>;
}

/**
 * Starts a real registry (CNCF Distribution 2.8.3) on a free port of the loopback, its storage in a temporary folder,
 * deletion allowed.
 */
export async function startRegistry(options: RegistryOptions = {}): Promise<Registry> {
  const log = options.log ?? (() => undefined);
  const tools = await unpackTools(log);
  const dir = await makeWorkDir('registry');
  // A socket, so that no port has to be guessed for it.
  const socketPath = join(dir, 'registry.sock');
  const config = {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: join(dir, 'data') }, delete: { enabled: true } },
    http: { net: 'unix', addr: socketPath, secret: 'lab' },
    ...(options.password === undefined ? {} : { auth: { htpasswd: await makeHtpasswd(dir, options.password) } }),
  };
  // JSON is YAML.
  const configFile = join(dir, 'config.yml');
  await writeFile(configFile, JSON.stringify(config));
  const daemon = await startDaemon({
    name: 'docker-registry',
    command: tools.registry,
    args: ['serve', configFile],
    env: { OTEL_TRACES_EXPORTER: 'none' },
    logFile: join(dir, 'registry.log'),
    isReady: async () => await answers(socketPath),
  }).catch(async (error: unknown) => {
    await removeWorkDir(dir);
    throw error;
  });
  const front = await startRegistryFront({ socketPath }, options.fault ?? (() => null));
  const host = `127.0.0.1:${front.port}`;
  log(`started a registry at ${host}`);
  return {
    host,
    url: `http://${host}`,
    requests: front.requests,
    forgetRequests: front.forgetRequests,
    stop: async () => {
      await front.stop();
      await daemon.stop();
      await removeWorkDir(dir);
    },
  };
}

async function makeHtpasswd(
  dir: string,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<{ realm: string; path: string }> {
  // The registry takes bcrypt only, which Node has not and the C library's crypt has. The password goes in by stdin.
  const script = 'my $p = do { local $/; <STDIN> }; print crypt($p, q($2y$05$plimsollplimsollplimso))';
  const hash = await run('perl', ['-e', script], { input: password });
  const path = join(dir, 'htpasswd');
  await writeFile(path, `${username}:${hash}\n`, { mode: 0o600 });
  return { realm: 'lab', path };
}

async function answers(socketPath: string): Promise<boolean> {
  return await new Promise((resolve) => {
    get({ socketPath, path: '/v2/' }, (answer) => {
      answer.resume();
      resolve(true);
    }).on('error', () => {
      resolve(false);
    });
  });
}
