import { PlimsollError } from '../errors.ts';
import { dockerfile, joinWords } from './dockerfile-text.ts';
import { noLockNote, writeLock } from './lock.ts';
import { hasPackages, hasSecret, SECRET_MOUNT, SECRET_NOTE, withoutPrepare, type NodeTool } from './node-tool.ts';
import { planNode } from './node.ts';
import { chooseNode, readPackageJson, readPackageManager } from './package-json.ts';
import type { Plan, Wishes } from './plan.ts';
import { presentNames, type Project } from './project.ts';

/** Where package.json names none. */
const PNPM = '12.4.2';
/** The last that read and wrote an older format of the lock (https://github.com/pnpm/spec/tree/master/lockfile). */
const OF_LOCK: Readonly<Record<string, string>> = { '6.0': '8.15.9', '6.1': '8.15.9', '5.4': '7.33.7' };

/** What the install reads beside package.json and the lock. */
const SETTINGS = ['pnpm-workspace.yaml', '.npmrc', '.pnpmfile.cjs', '.pnpmfile.mjs', 'patches'];

/** A service of Node's, with pnpm. Throws `INPUT_INVALID` for a workspace, and where nothing says how it is started. */
export async function planPnpm(project: Project, wishes: Wishes): Promise<Plan> {
  if (/^packages\s*:/m.test((await project.read('pnpm-workspace.yaml')) ?? '')) {
    throw new PlimsollError('INPUT_INVALID', 'pnpm-workspace.yaml lists packages, and init writes for one package');
  }
  const manifest = await readPackageJson(project);
  const isSecret = hasSecret(await project.read('.npmrc'));
  const lock = await project.read('pnpm-lock.yaml');
  const isInstalled = lock !== null || hasPackages(manifest);
  const settings = presentNames(project, SETTINGS).filter((name) => !(isSecret && name === '.npmrc'));
  const folders = settings.filter((name) => name === 'patches');
  const files = ['package.json', ...settings.filter((name) => name !== 'patches')];
  const frozen = lock === null ? dockerfile`--no-frozen-lockfile` : dockerfile`--frozen-lockfile`;
  const tool: NodeTool = {
    runtime: 'node',
    base: chooseNode(manifest),
    user: 'node',
    // With CI it asks nothing. No release of Node's from 25 on has Corepack.
    setUp: dockerfile`
      ENV CI=true
      RUN --mount=type=cache,target=/root/.npm \\
          npm install --global pnpm@${await chooseVersion(project, lock)}
    `,
    install: isInstalled
      ? (which) => dockerfile`
          COPY ${joinWords([...files, writeLock('pnpm-lock.yaml', lock !== null)])} ./
          ${folders.length > 0 ? dockerfile`COPY patches ./patches` : null}
          RUN --mount=type=cache,target=/pnpm/store \\
              ${isSecret ? SECRET_MOUNT : null}
              ${withoutPrepare(manifest)}
              pnpm install ${frozen} ${which === 'all' ? dockerfile`--store-dir=/pnpm/store` : dockerfile`--prod --store-dir=/pnpm/store`}
        `
      : null,
    build: dockerfile`RUN pnpm run build`,
    prune: dockerfile`
      RUN --mount=type=cache,target=/pnpm/store \\
          pnpm prune --prod --ignore-scripts --store-dir=/pnpm/store
    `,
    ignored: ['.pnpm-store', ...(isSecret ? ['.npmrc'] : [])],
    notes: [
      ...(isInstalled && lock === null ? [noLockNote('pnpm-lock.yaml', 'pnpm install')] : []),
      ...(isSecret ? [SECRET_NOTE] : []),
    ],
  };
  return await planNode(project, manifest, tool, wishes);
}

/** The version that the project names, else one that knows the format of its lock. */
async function chooseVersion(project: Project, lock: string | null): Promise<string> {
  const named = await readPackageManager(project);
  if (named?.name === 'pnpm' && named.version !== null) return named.version;
  const [, format = ''] = /^lockfileVersion:\s*['"]?([0-9.]+)/m.exec(lock ?? '') ?? [];
  return OF_LOCK[format] ?? PNPM;
}
