import { APT_SETTINGS, writeAptSettings } from './apt-settings.ts';
import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe } from './make-base.ts';

/** `debian:bookworm-slim`: the required packages and apt. For this machine's own platform: it runs steps. */
export function debian(files: ClientFiles): BaseRecipe {
  return {
    name: 'debian',
    inputs: [3, APT_SETTINGS, files.contents],
    architectures: [NATIVE],
    defaults: { Cmd: ['bash'], Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'] },
    makeLayers: async (tools) => {
      const root = await makeDebianRoot(tools, files);
      await writeAptSettings(root);
      return [await tools.pack({ folder: root, createdBy: "Debian's required packages and apt" })];
    },
  };
}
