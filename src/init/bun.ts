import { dockerfile, joinWords } from './dockerfile-text.ts';
import { noLockNote } from './lock.ts';
import { hasPackages, hasSecret, refuseSecret, SECRET_MOUNT, SECRET_NOTE, type NodeTool } from './node-tool.ts';
import { planNode } from './node.ts';
import { readPackageJson, readPackageManager } from './package-json.ts';
import type { Plan, Wishes } from './plan.ts';
import { presentNames, type Project } from './project.ts';

const BUN = '1.4';
const LOCKS = ['bun.lock', 'bun.lockb'];

/** A service that Bun installs, builds and runs. Throws `INPUT_INVALID` where nothing says how it is started. */
export async function planBun(project: Project, wishes: Wishes): Promise<Plan> {
  const manifest = await readPackageJson(project);
  const named = await readPackageManager(project);
  if (/\b(?:token|password)\s*=/.test((await project.read('bunfig.toml')) ?? '')) {
    throw refuseSecret('bunfig.toml', 'Bun reads .npmrc too, which init makes a build secret');
  }
  const isSecret = hasSecret(await project.read('.npmrc'));
  const locks = presentNames(project, LOCKS);
  const isInstalled = locks.length > 0 || hasPackages(manifest);
  const files = joinWords([
    'package.json',
    ...presentNames(project, isSecret ? ['bunfig.toml'] : ['bunfig.toml', '.npmrc']),
    ...locks,
  ]);
  const install = locks.length > 0 ? dockerfile`bun install --frozen-lockfile` : dockerfile`bun install`;
  const production = dockerfile`${install} --production`;
  const tool: NodeTool = {
    runtime: 'bun',
    base: `oven/bun:${named?.name === 'bun' && named.version !== null ? named.version : BUN}-slim`,
    user: 'bun',
    setUp: null,
    install: isInstalled
      ? (which) => dockerfile`
          COPY ${files} ./
          RUN --mount=type=cache,target=/root/.bun/install/cache \\
              ${isSecret ? SECRET_MOUNT : null}
              ${manifest.scripts['prepare'] === undefined ? null : dockerfile`bun pm pkg delete scripts.prepare && \\`}
              ${which === 'all' ? install : production}
        `
      : null,
    build: dockerfile`RUN bun run build`,
    prune: dockerfile`
      RUN --mount=type=cache,target=/root/.bun/install/cache \\
          rm -rf node_modules && \\
          ${production} --ignore-scripts
    `,
    ignored: isSecret ? ['.npmrc'] : [],
    notes: [
      ...(isInstalled && locks.length === 0 ? [noLockNote('bun.lock', 'bun install')] : []),
      ...(isSecret ? [SECRET_NOTE] : []),
    ],
  };
  return await planNode(project, manifest, tool, wishes);
}
