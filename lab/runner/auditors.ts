import { join } from 'node:path';

import { cached } from '../machine/cache.ts';
import { run } from '../machine/run.ts';

const ACTIONLINT = 'v1.7.12';
const ZIZMOR = '1.32.0';

export interface Auditors {
  /** Paths of the programs. */
  readonly actionlint: string;
  readonly zizmor: string;
}

/** What checks workflow files and action.yml: actionlint out of its Go module, zizmor out of its wheel, once a machine. */
export async function findAuditors(): Promise<Auditors> {
  const goHint = 'Install Go (https://go.dev/dl/).';
  const go = await cached(`actionlint-${ACTIONLINT}`, async (into) => {
    const module = `github.com/rhysd/actionlint/cmd/actionlint@${ACTIONLINT}`;
    await run('go', ['install', module], { env: { GOBIN: into, GOFLAGS: '' }, hint: goHint });
  });
  const python = await cached(`zizmor-${ZIZMOR}`, async (into) => {
    const hint = 'Install Python 3 with pip: apt-get install python3-pip.';
    await run('python3', ['-m', 'pip', 'install', '--quiet', '--target', into, `zizmor==${ZIZMOR}`], { hint });
  });
  return { actionlint: join(go, 'actionlint'), zizmor: join(python, 'bin', 'zizmor') };
}
