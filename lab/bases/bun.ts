import { appendFile, chmod, cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { fetchPackage } from '../machine/fetch-package.ts';
import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe } from './make-base.ts';

/** Bun's own program, as npm's registry has it; for a processor of any age. */
const BUN = `@oven/bun-linux-${process.arch === 'arm64' ? 'aarch64' : 'x64-baseline'}@1.4.4`;

/** `oven/bun:*-slim`: Debian's required packages below. For this machine's own platform. */
export function bun(files: ClientFiles): BaseRecipe {
  return {
    name: 'bun',
    inputs: [1, BUN, files.contents],
    architectures: [NATIVE],
    defaults: {
      Cmd: ['bun'],
      Env: [
        'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        'NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt',
      ],
    },
    makeLayers: async (tools) => {
      const root = await makeDebianRoot(tools, files);
      const program = join(root, 'usr/local/bin/bun');
      await cp(join(await fetchPackage(BUN, await tools.makeFolder()), 'bin/bun'), program);
      await chmod(program, 0o755);
      await appendFile(join(root, 'etc/passwd'), 'bun:x:1000:1000::/home/bun:/bin/sh\n');
      await appendFile(join(root, 'etc/group'), 'bun:x:1000:\n');
      await mkdir(join(root, 'home/bun'), { recursive: true, mode: 0o777 });
      return [await tools.pack({ folder: root, createdBy: "Debian's required packages, Bun's own program" })];
    },
  };
}
