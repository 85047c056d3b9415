import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { cached } from '../machine/cache.ts';
import { findPort } from '../machine/find-port.ts';
import type { RegistryBackend } from './registry-backend.ts';
import { startRegistryDaemon } from './registry-daemon.ts';
import { run } from '../machine/run.ts';

const MODULE = 'github.com/olareg/olareg';
const VERSION = 'v0.1.2';

/** A registry that has the Referrers API, which Debian's has not: olareg, built from its Go module (3 s, once). */
export async function startOlareg(log: (line: string) => void): Promise<RegistryBackend> {
  const folder = await cached(`olareg-${VERSION}-${process.platform}-${process.arch}`, async (into) => {
    log(`olareg ${VERSION}: building it from its Go module`);
    // A throw-away module: `go install` asks for the list of versions, which a proxy may not have.
    const env = { CGO_ENABLED: '0', GOFLAGS: '-mod=mod -buildvcs=false', GOWORK: 'off' };
    const options = { cwd: into, env, hint: 'Install Go (https://go.dev/dl/).' };
    await run('go', ['mod', 'init', 'lab/olareg'], options);
    await run('go', ['mod', 'edit', `-require=${MODULE}@${VERSION}`], options);
    await run('go', ['build', '-o', 'olareg', `${MODULE}/cmd/olareg`], options);
    await access(join(into, 'olareg'));
    await rm(join(into, 'go.sum'));
  });
  return await startRegistryDaemon('olareg', async () => {
    const port = await findPort();
    return {
      command: join(folder, 'olareg'),
      args: ['serve', '--addr', '127.0.0.1', '--port', String(port), '--store-type', 'mem'],
      address: { host: '127.0.0.1', port },
    };
  });
}
