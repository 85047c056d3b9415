import { dockerfile } from './dockerfile-text.ts';
import { noLockNote, writeLock } from './lock.ts';
import { hasPackages, hasSecret, SECRET_MOUNT, SECRET_NOTE, withoutPrepare, type NodeTool } from './node-tool.ts';
import { planNode } from './node.ts';
import { chooseNode, readPackageJson } from './package-json.ts';
import type { Plan, Wishes } from './plan.ts';
import type { Project } from './project.ts';

/** A service of Node's, with npm. Throws `INPUT_INVALID` where nothing says how it is started. */
export async function planNpm(project: Project, wishes: Wishes): Promise<Plan> {
  const manifest = await readPackageJson(project);
  const npmrc = await project.read('.npmrc');
  const isSecret = hasSecret(npmrc);
  const isLocked = project.names.has('package-lock.json');
  const isInstalled = isLocked || hasPackages(manifest);
  const lock = writeLock('package-lock.json', isLocked);
  const files =
    npmrc !== null && !isSecret ? dockerfile`package.json ${lock} .npmrc` : dockerfile`package.json ${lock}`;
  const verb = isLocked ? 'ci' : 'install';
  const tool: NodeTool = {
    runtime: 'node',
    base: chooseNode(manifest),
    user: 'node',
    setUp: null,
    install: isInstalled
      ? (which) => dockerfile`
          COPY ${files} ./
          RUN --mount=type=cache,target=/root/.npm \\
              ${isSecret ? SECRET_MOUNT : null}
              ${withoutPrepare(manifest)}
              ${which === 'all' ? dockerfile`npm ${verb}` : dockerfile`npm ${verb} --omit=dev`}
        `
      : null,
    build: dockerfile`RUN npm run build`,
    prune: dockerfile`RUN npm prune --omit=dev`,
    ignored: isSecret ? ['.npmrc'] : [],
    notes: [
      ...(isInstalled && !isLocked ? [noLockNote('package-lock.json', 'npm install')] : []),
      ...(isSecret ? [SECRET_NOTE] : []),
    ],
  };
  return await planNode(project, manifest, tool, wishes);
}
