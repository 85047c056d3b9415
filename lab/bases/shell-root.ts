import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { installBusybox } from '../machine/busybox.ts';
import { cached } from '../machine/cache.ts';
import { unpackPackages } from '../machine/packages.ts';
import { unpackTools } from '../machine/tools.ts';
import { copyClientFiles, type ClientFiles } from './client-files.ts';
import type { Architecture, BaseTools } from './make-base.ts';

export const BUSYBOX = { name: 'busybox-static', version: '1:1.35.0-4+deb12u1+b1', suite: null };

/** A folder with a root file system of busybox, users, and this machine's client files. */
export async function makeShellRoot(tools: BaseTools, files: ClientFiles): Promise<string> {
  const root = await tools.makeFolder();
  const runnable = (await unpackTools(tools.log)).busybox;
  await installBusybox(root, await findBusybox(tools.architecture, tools.log), runnable);
  for (const folder of ['etc', 'root', 'tmp', 'usr/bin', 'var']) await mkdir(join(root, folder), { recursive: true });
  await chmod(join(root, 'tmp'), 0o1777);
  await writeFile(
    join(root, 'etc/passwd'),
    'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n',
  );
  await writeFile(join(root, 'etc/group'), 'root:x:0:\nnobody:x:65534:\n');
  await copyClientFiles(files, root);
  return root;
}

async function findBusybox(architecture: Architecture, log: (line: string) => void): Promise<string> {
  const folder = await cached(`busybox-${architecture}`, async (into) => {
    await unpackPackages({ packages: [BUSYBOX], architecture, into, log });
  });
  return join(folder, 'bin', 'busybox');
}
