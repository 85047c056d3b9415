import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { htpasswd } from './htpasswd.ts';
import type { RegistryBackend, RegistryBackendOptions } from './registry-backend.ts';
import { startRegistryDaemon } from './registry-daemon.ts';
import { unpackTools } from '../machine/tools.ts';

/** The registry as a process, from Debian's package. */
export async function startRegistryProcess(options: RegistryBackendOptions): Promise<RegistryBackend> {
  const tools = await unpackTools(options.log);
  return await startRegistryDaemon('registry', async (folder) => {
    // A socket, so that no port has to be guessed for it.
    const socketPath = join(folder, 'registry.sock');
    const passwords = join(folder, 'htpasswd');
    if (options.password !== undefined) await writeFile(passwords, await htpasswd(options.password), { mode: 0o600 });
    const config = {
      version: '0.1',
      log: { level: 'warn', accesslog: { disabled: true } },
      storage: { filesystem: { rootdirectory: join(folder, 'data') }, delete: { enabled: true } },
      http: { net: 'unix', addr: socketPath, secret: 'lab' },
      ...(options.password === undefined ? {} : { auth: { htpasswd: { realm: 'lab', path: passwords } } }),
    };
    // JSON is YAML.
    const configFile = join(folder, 'config.yml');
    await writeFile(configFile, JSON.stringify(config));
    return { command: tools.registry, args: ['serve', configFile], address: { socketPath } };
  });
}
