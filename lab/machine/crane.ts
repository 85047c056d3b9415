import { join } from 'node:path';

import { cached } from './cache.ts';
import { debianRelease } from './debian-release.ts';
import { run } from './run.ts';
import { unpackTools } from './tools.ts';

const MODULE = 'github.com/google/go-containerregistry/cmd/crane';
const VERSION = 'v0.20.7';

/** The path of crane, the independent client that our numbers are checked against: Debian's package, else built. */
export async function findCrane(log: (line: string) => void = () => undefined): Promise<string> {
  if ((await debianRelease()) !== null) return (await unpackTools(log)).crane;
  const folder = await cached(`crane-${VERSION}-${process.platform}-${process.arch}`, async (into) => {
    log(`crane ${VERSION}: building it from its Go module`);
    const env = { GOBIN: into, CGO_ENABLED: '0', GOFLAGS: '' };
    await run('go', ['install', `${MODULE}@${VERSION}`], { env, hint: 'Install Go (https://go.dev/dl/).' });
  });
  return join(folder, 'crane');
}
