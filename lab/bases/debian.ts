import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import type { BaseRecipe } from './make-base.ts';

/** `debian:bookworm-slim`: the required packages and apt. */
export function debian(files: ClientFiles): BaseRecipe {
  return {
    name: 'debian',
    inputs: [2, files.contents],
    architectures: ['amd64', 'arm64'],
    defaults: { Cmd: ['bash'], Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'] },
    makeLayers: async (tools) => [
      await tools.pack({
        folder: await makeDebianRoot(tools, files),
        createdBy: "Debian's required packages and apt",
      }),
    ],
  };
}
