import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cached } from '../machine/cache.ts';
import { fetchPackage } from '../machine/fetch-package.ts';
import { removeWorkDir, makeWorkDir } from '../machine/work-dir.ts';

/** The newest of npm's registry that `using: node24` may mean. */
const VERSION = '24.21.0';

/** The folder of the Node that GitHub's runner has for actions that say `using: node24`, whatever Node runs the lab. */
export async function findActionNode(log: (line: string) => void = () => undefined): Promise<string> {
  return await cached(`action-node-${VERSION}`, async (folder) => {
    log(`Node ${VERSION}, which runs actions: downloading it from npm's registry (50 MB)`);
    const unpacked = await makeWorkDir('node');
    try {
      const files = await fetchPackage(`node-${process.platform}-${process.arch}@${VERSION}`, unpacked);
      await copyFile(join(files, 'bin/node'), join(folder, 'node'));
    } finally {
      await removeWorkDir(unpacked);
    }
  });
}
