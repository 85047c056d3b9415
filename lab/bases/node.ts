import { appendFile, chmod, cp, mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { fetchPackage } from '../machine/fetch-package.ts';
import { buildpack } from './buildpack.ts';
import type { ClientFiles } from './client-files.ts';
import { makeDebianRoot } from './debian-root.ts';
import { NATIVE } from './go-library.ts';
import type { BaseRecipe, BaseTools } from './make-base.ts';

/** Node's own program, as npm's registry has it, and npm. */
const NODE = `node-linux-${process.arch}@24.21.0`;
const NPM = 'npm@11.21.2';

const DEFAULTS = {
  Cmd: ['node'],
  Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', 'NODE_VERSION=24.21.0'],
};

/** `node:24.21-bookworm`: with compilers and all, as upstream. For this machine's own platform. */
export function node(files: ClientFiles): BaseRecipe {
  const base = buildpack(files);
  return {
    name: 'node',
    inputs: [1, base.inputs, NODE, NPM],
    architectures: base.architectures,
    defaults: DEFAULTS,
    makeLayers: async (tools) => {
      const root = await tools.makeFolder();
      await mkdir(join(root, 'etc'));
      await writeFile(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/bash\n');
      await writeFile(join(root, 'etc/group'), 'root:x:0:\n');
      await addNode(tools, root);
      return [
        ...(await tools.layersOf(base, tools.architecture)),
        await tools.pack({ folder: root, createdBy: "Node's own program, npm, user node" }),
      ];
    },
  };
}

/** `node:24.21-bookworm-slim`: Debian's required packages below. For this machine's own platform. */
export function nodeSlim(files: ClientFiles): BaseRecipe {
  return {
    name: 'node-slim',
    inputs: [1, NODE, NPM, files.contents],
    architectures: [NATIVE],
    defaults: DEFAULTS,
    makeLayers: async (tools) => {
      const root = await makeDebianRoot(tools, files, ['libstdc++6']);
      await addNode(tools, root);
      return [await tools.pack({ folder: root, createdBy: "Debian's required packages, Node's own program, npm" })];
    },
  };
}

/** The same, in which what has certificates of Node's own takes the machine's too: npm is told, Yarn 4 is not. */
export function nodeSlimForYarn(files: ClientFiles): BaseRecipe {
  const base = nodeSlim(files);
  return {
    name: 'node-slim-yarn',
    inputs: [1, base.inputs],
    architectures: base.architectures,
    defaults: { ...DEFAULTS, Env: [...DEFAULTS.Env, 'NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt'] },
    makeLayers: async (tools) => [...(await tools.layersOf(base, tools.architecture))],
  };
}

async function addNode(tools: BaseTools, root: string): Promise<void> {
  const local = join(root, 'usr/local');
  const modules = join(local, 'lib/node_modules');
  for (const folder of [join(local, 'bin'), join(local, 'etc'), modules]) await mkdir(folder, { recursive: true });
  await cp(join(await fetchPackage(NODE, await tools.makeFolder()), 'bin/node'), join(local, 'bin/node'));
  await chmod(join(local, 'bin/node'), 0o755);
  await rename(await fetchPackage(NPM, await tools.makeFolder()), join(modules, 'npm'));
  for (const name of ['npm', 'npx']) {
    const program = `../lib/node_modules/npm/bin/${name}-cli.js`;
    await chmod(join(local, 'bin', program), 0o755);
    await symlink(program, join(local, 'bin', name));
  }
  // Node brings certificates of its own; the bundle of the base is the machine's.
  await writeFile(join(local, 'etc/npmrc'), 'cafile=/etc/ssl/certs/ca-certificates.crt\n');
  await appendFile(join(root, 'etc/passwd'), 'node:x:1000:1000::/home/node:/bin/bash\n');
  await appendFile(join(root, 'etc/group'), 'node:x:1000:\n');
  await mkdir(join(root, 'home/node'), { recursive: true, mode: 0o777 });
}
