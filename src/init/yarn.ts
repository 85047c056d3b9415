import { coerce, major } from 'semver';
import { PlimsollError } from '../errors.ts';
import { dockerfile, joinLines, joinWords, type DockerfileText } from './dockerfile-text.ts';
import { noLockNote, writeLock } from './lock.ts';
import {
  hasPackages,
  hasSecret,
  refuseSecret,
  SECRET_MOUNT,
  SECRET_NOTE,
  withoutPrepare,
  type NodeTool,
} from './node-tool.ts';
import { planNode } from './node.ts';
import { chooseNode, readPackageJson, readPackageManager, type PackageJson } from './package-json.ts';
import type { Plan, Wishes } from './plan.ts';
import { presentNames, type Project } from './project.ts';

const CLASSIC = '1.22.22';
const MODERN = '4.18.1';

/** A service of Node's, with Yarn 1 or 4. Throws `INPUT_INVALID` for Yarn 2 and 3, and where nothing says how it is started. */
export async function planYarn(project: Project, wishes: Wishes): Promise<Plan> {
  const manifest = await readPackageJson(project);
  const version = await chooseVersion(project);
  const npmrc = await project.read('.npmrc');
  // Yarn 4 does not read it.
  const isSecret = major(version) === 1 && hasSecret(npmrc);
  const isLocked = project.names.has('yarn.lock');
  const isInstalled = isLocked || hasPackages(manifest);
  const isCopied = major(version) === 1 && npmrc !== null && !isSecret;
  if (/\bnpmAuth(?:Token|Ident)\b/.test((await project.read('.yarnrc.yml')) ?? '')) {
    throw refuseSecret('.yarnrc.yml', 'Yarn reads YARN_NPM_AUTH_TOKEN too, which a build secret can give it');
  }
  const yarn = { manifest, version, isLocked, isSecret, isCopied, project };
  const parts = major(version) === 1 ? writeClassic(yarn) : writeModern(yarn);
  const tool: NodeTool = {
    runtime: 'node',
    base: chooseNode(manifest),
    user: 'node',
    ...parts,
    install: isInstalled ? parts.install : null,
    build: dockerfile`RUN yarn run build`,
    ignored: ['yarn-error.log', '.yarn/install-state.gz', '.yarn/unplugged', ...(isSecret ? ['.npmrc'] : [])],
    notes: [
      ...(isInstalled && !isLocked ? [noLockNote('yarn.lock', 'yarn install')] : []),
      ...(isSecret ? [SECRET_NOTE] : []),
    ],
  };
  return await planNode(project, manifest, tool, wishes);
}

interface Yarn {
  readonly project: Project;
  readonly manifest: PackageJson;
  readonly version: string;
  readonly isLocked: boolean;
  /** .npmrc holds credentials. */
  readonly isSecret: boolean;
  /** .npmrc is copied. */
  readonly isCopied: boolean;
}

type Parts = Pick<NodeTool, 'setUp' | 'prune'> & { readonly install: (which: 'all' | 'production') => DockerfileText };

function writeClassic({ project, manifest, version, isLocked, isSecret, isCopied }: Yarn): Parts {
  const settings = [...presentNames(project, ['.yarnrc']), ...(isCopied ? ['.npmrc'] : [])];
  const frozen = isLocked ? dockerfile`yarn install --frozen-lockfile` : dockerfile`yarn install`;
  return {
    // Images of Node's up to 24 have a Yarn, which npm would not write over; those from 26 on have none.
    setUp: dockerfile`
      RUN --mount=type=cache,target=/root/.npm \\
          npm install --global --force yarn@${version}
    `,
    install: (which) => dockerfile`
      COPY ${joinWords(['package.json', ...settings, writeLock('yarn.lock', isLocked)])} ./
      RUN --mount=type=cache,target=/usr/local/share/.cache/yarn \\
          ${isSecret ? SECRET_MOUNT : null}
          ${withoutPrepare(manifest)}
          ${which === 'all' ? frozen : dockerfile`${frozen} --production`}
    `,
    prune: dockerfile`
      RUN --mount=type=cache,target=/usr/local/share/.cache/yarn \\
          ${frozen} --production --ignore-scripts --prefer-offline
    `,
  };
}

/**
 * Packages go to node_modules, whatever the project does on the machines of those who develop it: there is nothing else
 * that the last stage would need then. "yarn workspaces focus" is what leaves the dev dependencies out.
 */
function writeModern({ project, manifest, version, isLocked }: Yarn): Parts {
  const settings = presentNames(project, ['.yarnrc.yml']);
  const folder = project.names.has('.yarn') ? dockerfile`COPY .yarn ./.yarn` : null;
  const all = isLocked ? dockerfile`yarn install --immutable` : dockerfile`yarn install --no-immutable`;
  const production = dockerfile`yarn workspaces focus --all --production`;
  return {
    setUp: dockerfile`
      ENV YARN_NODE_LINKER=node-modules YARN_ENABLE_TELEMETRY=0
      RUN --mount=type=cache,target=/root/.npm \\
          npm install --global --force @yarnpkg/cli-dist@${version}
    `,
    install: (which) =>
      joinLines(
        dockerfile`COPY ${joinWords(['package.json', ...settings, writeLock('yarn.lock', isLocked)])} ./`,
        folder,
        dockerfile`
          RUN --mount=type=cache,target=/root/.yarn/berry/cache \\
              ${withoutPrepare(manifest)}
              ${which === 'all' ? all : production}
        `,
      ),
    prune: dockerfile`
      RUN --mount=type=cache,target=/root/.yarn/berry/cache \\
          ${production}
    `,
  };
}

/** The version that the project names: in package.json, by the release in its tree, or by the format of its lock. */
async function chooseVersion(project: Project): Promise<string> {
  const named = await readPackageManager(project);
  const settings = await project.read('.yarnrc.yml');
  const [, release] = /^yarnPath:.*yarn-([0-9][\w.-]*?)\.c?js/m.exec(settings ?? '') ?? [];
  const version = named?.name === 'yarn' && named.version !== null ? named.version : coerce(release)?.version;
  const lock = await project.read('yarn.lock');
  const isModern = settings !== null || /^__metadata:/m.test(lock ?? '');
  const chosen = version ?? (isModern ? MODERN : CLASSIC);
  if (major(chosen) === 1 || major(chosen) >= 4) return chosen;
  throw new PlimsollError('INPUT_INVALID', `this is a project of Yarn ${chosen}`, {
    hint: 'init writes for Yarn 1, and for Yarn 4 and later: "yarn set version stable" moves it there.',
  });
}
