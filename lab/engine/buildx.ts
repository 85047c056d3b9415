import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { cached } from '../machine/cache.ts';
import { run } from '../machine/run.ts';

/** The last Buildx that cannot say anything of past builds: `history` came with 0.20 (facts/buildkit.md). */
const OLD_BUILDX_VERSION = 'v0.19.3';

const PROGRAM = 'github.com/docker/buildx/cmd/buildx';
const GO_HINT = 'Install Go (https://go.dev/dl/): an old Buildx is no package, so it is built.';

/** Path of an old Buildx: a plugin of the docker command by the name `docker-buildx`, static, for this machine. */
export async function buildOldBuildx(log: (line: string) => void): Promise<string> {
  const folder = await cached(`buildx-${OLD_BUILDX_VERSION}-${process.arch}`, async (folder) => {
    log(`Buildx ${OLD_BUILDX_VERSION}: building it from its Go module (two minutes, once)`);
    const env = { CGO_ENABLED: '0', GOFLAGS: '-mod=mod -buildvcs=false', GOWORK: 'off' };
    const options = { cwd: folder, env, hint: GO_HINT };
    await run('go', ['mod', 'init', 'lab/buildx'], options);
    await run('go', ['get', `${PROGRAM}@${OLD_BUILDX_VERSION}`], options);
    const linker = `-ldflags=-s -w -X github.com/docker/buildx/version.Version=${OLD_BUILDX_VERSION}`;
    await run('go', ['build', '-trimpath', linker, '-o', 'docker-buildx', PROGRAM], options);
    await access(join(folder, 'docker-buildx'));
    await rm(join(folder, 'go.sum'));
  });
  return join(folder, 'docker-buildx');
}
