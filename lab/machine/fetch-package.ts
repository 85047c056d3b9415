import { join } from 'node:path';

import { run } from './run.ts';

/** Unpacks a package of npm's registry under a folder; gives the folder of its files. */
export async function fetchPackage(name: string, into: string): Promise<string> {
  const file = (await run('npm', ['pack', '--silent', '--pack-destination', into, name])).trim();
  await run('tar', ['--extract', '--no-same-owner', '--file', join(into, file), '--directory', into]);
  return join(into, 'package');
}
