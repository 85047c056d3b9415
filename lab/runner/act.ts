import { access } from 'node:fs/promises';
import path from 'node:path';

import { PlimsollError } from '../../src/errors.ts';
import { cached } from '../machine/cache.ts';
import { run } from '../machine/run.ts';

const VERSION = 'v0.2.89';

/**
 * Gives the path of act, the runner: the lab's own, built from its source by Go where it is not there yet (25 s).
 *
 * @throws PlimsollError USAGE with the command that gets Go where there is none.
 */
export async function findAct(log: (line: string) => void = () => undefined): Promise<string> {
  const folder = await cached(`act-${VERSION}`, async (draft) => {
    log(`act ${VERSION}: building it with Go`);
    const hint = 'Install Go (https://go.dev/doc/install, or apt-get install golang-go) and run this again.';
    await run('go', ['version']).catch((cause: unknown) => {
      throw new PlimsollError('USAGE', 'The runner (act) is not there, and Go, which builds it, is not installed.', {
        hint,
        cause,
      });
    });
    // Kept out of the caller's module and flags: this is a program, not a dependency.
    const env = { GOBIN: draft, GOFLAGS: '', GO111MODULE: 'on', CGO_ENABLED: '0' };
    await run('go', ['install', `github.com/nektos/act@${VERSION}`], { env, cwd: draft, hint }).catch(async () => {
      log(`act ${VERSION} is not to be had: taking the newest`);
      await run('go', ['install', 'github.com/nektos/act@latest'], { env, cwd: draft, hint });
    });
    await access(path.join(draft, 'act'));
  });
  return path.join(folder, 'act');
}
