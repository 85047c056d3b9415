import type { ClientFiles } from './client-files.ts';
import type { BaseRecipe } from './make-base.ts';
import { BUSYBOX, makeShellRoot } from './shell-root.ts';

/** `alpine`, `busybox`: a shell and its commands, the CA bundle. */
export function shell(files: ClientFiles): BaseRecipe {
  return {
    name: 'shell',
    inputs: [1, BUSYBOX, files.contents],
    architectures: ['amd64', 'arm64'],
    defaults: { Cmd: ['/bin/sh'], Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'] },
    makeLayers: async (tools) => [
      await tools.pack({ folder: await makeShellRoot(tools, files), createdBy: 'busybox-static and the CA bundle' }),
    ],
  };
}
