import { join } from 'node:path';

import { run } from '../run.ts';
import type { BaseTools } from './make-base.ts';

/** The folder that a package of npm's registry is unpacked in. */
export async function fetchPackage(tools: BaseTools, name: string): Promise<string> {
  const folder = await tools.makeFolder();
  const file = (await run('npm', ['pack', '--silent', '--pack-destination', folder, name])).trim();
  await run('tar', ['--extract', '--no-same-owner', '--file', join(folder, file), '--directory', folder]);
  return join(folder, 'package');
}
