import { writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { join } from 'node:path';

import { startDaemon } from './daemon.ts';
import { htpasswd } from './htpasswd.ts';
import type { RegistryBackend, RegistryBackendOptions } from './registry-backend.ts';
import { unpackTools } from './tools.ts';
import { makeWorkDir, removeWorkDir } from './work-dir.ts';

/** The registry as a process, from Debian's package. */
export async function startRegistryProcess(options: RegistryBackendOptions): Promise<RegistryBackend> {
  const tools = await unpackTools(options.log);
  const dir = await makeWorkDir('registry');
  // A socket, so that no port has to be guessed for it.
  const socketPath = join(dir, 'registry.sock');
  try {
    const passwords = join(dir, 'htpasswd');
    if (options.password !== undefined) await writeFile(passwords, await htpasswd(options.password), { mode: 0o600 });
    const config = {
      version: '0.1',
      log: { level: 'warn', accesslog: { disabled: true } },
      storage: { filesystem: { rootdirectory: join(dir, 'data') }, delete: { enabled: true } },
      http: { net: 'unix', addr: socketPath, secret: 'lab' },
      ...(options.password === undefined ? {} : { auth: { htpasswd: { realm: 'lab', path: passwords } } }),
    };
    // JSON is YAML.
    const configFile = join(dir, 'config.yml');
    await writeFile(configFile, JSON.stringify(config));
    const daemon = await startDaemon({
      name: 'docker-registry',
      command: tools.registry,
      args: ['serve', configFile],
      logFile: join(dir, 'registry.log'),
      isReady: async () => await answers(socketPath),
    });
    return {
      address: { socketPath },
      stop: async () => {
        await daemon.stop();
        await removeWorkDir(dir);
      },
    };
  } catch (error) {
    await removeWorkDir(dir);
    throw error;
  }
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
