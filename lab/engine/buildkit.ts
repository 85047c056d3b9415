import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { cached } from '../machine/cache.ts';
import { run } from '../machine/run.ts';

/** The BuildKit that the lab builds; the Dockerfile frontend has the same version. */
export const BUILDKIT_VERSION = 'v0.34.2';

const MODULE = 'github.com/moby/buildkit';
const PROGRAMS = ['cmd/buildkitd', 'cmd/buildctl', 'frontend/dockerfile/cmd/dockerfile-frontend'];
const GO_HINT = "Install Go (https://go.dev/dl/): the builder's image cannot be pulled here, so it is built.";

/** The folder of BuildKit's programs (`buildkitd`, `buildctl`, `dockerfile-frontend`), static, for this machine. */
export async function buildBuildkit(log: (line: string) => void): Promise<string> {
  return await cached(`buildkit-${BUILDKIT_VERSION}-${process.arch}`, async (folder) => {
    log(`BuildKit ${BUILDKIT_VERSION}: building it from its Go module (two minutes, once)`);
    // A throw-away module: BuildKit's exclude directives keep `go install` from it.
    const env = { CGO_ENABLED: '0', GOFLAGS: '-mod=mod -buildvcs=false', GOWORK: 'off' };
    const options = { cwd: folder, env, hint: GO_HINT };
    const paths = PROGRAMS.map((program) => `${MODULE}/${program}`);
    await run('go', ['mod', 'init', 'lab/buildkit'], options);
    await run('go', ['get', ...paths.map((path) => `${path}@${BUILDKIT_VERSION}`)], options);
    const flags = ['-trimpath', '-tags=osusergo,netgo,static_build'];
    const linker = `-ldflags=-s -w -X ${MODULE}/version.Version=${BUILDKIT_VERSION}`;
    await run('go', ['build', ...flags, linker, '-o', '.', ...paths], options);
    for (const path of PROGRAMS) await access(join(folder, path.slice(path.lastIndexOf('/') + 1)));
    await rm(join(folder, 'go.sum'));
  });
}
