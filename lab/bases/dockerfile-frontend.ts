import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { buildBuildkit, BUILDKIT_VERSION } from '../engine/buildkit.ts';
import type { BaseRecipe } from './make-base.ts';

/** `docker/dockerfile:*`: the frontend that a Dockerfile's `# syntax=` line names, for this machine only. */
export function dockerfileFrontend(): BaseRecipe {
  const capabilities = ['inputs', 'subrequests', 'contexts', 'gitquerystring', 'contexts.zstd'];
  return {
    name: 'dockerfile-frontend',
    inputs: [1, BUILDKIT_VERSION],
    architectures: [process.arch === 'arm64' ? 'arm64' : 'amd64'],
    defaults: {
      Entrypoint: ['/bin/dockerfile-frontend'],
      Labels: {
        'moby.buildkit.frontend.network.none': 'true',
        'moby.buildkit.frontend.caps': capabilities.map((name) => `moby.buildkit.frontend.${name}`).join(','),
      },
    },
    makeLayers: async (tools) => {
      const root = await tools.makeFolder();
      await mkdir(join(root, 'bin'));
      await cp(join(await buildBuildkit(tools.log), 'dockerfile-frontend'), join(root, 'bin/dockerfile-frontend'));
      return [await tools.pack({ folder: root, createdBy: `Dockerfile frontend ${BUILDKIT_VERSION}` })];
    },
  };
}
