import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe } from './make-base.ts';

const PACKAGES = ['openjdk-17-jdk-headless', 'maven'];

/** `maven:*-17`: Debian's own Maven and JDK, with this machine's certificates. For this machine's own platform. */
export function maven(files: ClientFiles): BaseRecipe {
  return {
    name: 'maven',
    inputs: [1, PACKAGES, files.contents],
    architectures: [NATIVE],
    defaults: { Cmd: ['mvn'], Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'] },
    makeLayers: async (tools) => [
      await tools.pack({
        folder: await makeDebianRoot(tools, files, PACKAGES),
        createdBy: "Debian's required packages, JDK and Maven",
        level: 1,
      }),
    ],
  };
}
