import { intersects, validRange } from 'semver';
import { dockerfile, joinStages, type DockerfileText } from './dockerfile-text.ts';
import { chooseStart, findOutput } from './node-start.ts';
import { readPackageJson, type PackageJson } from './package-json.ts';
import { exposePort, type Plan, type Wishes } from './plan.ts';
import type { Project } from './project.ts';

/** Releases that are kept up (https://nodejs.org/en/about/previous-releases), the first choice first. */
const NODE = [26, 24, 22] as const;

/** A service of Node's, with npm. Throws `INPUT_INVALID` where nothing says how it is started. */
export async function planNpm(project: Project, { main, port }: Wishes): Promise<Plan> {
  const manifest = await readPackageJson(project);
  const start = await chooseStart(project, manifest, main);
  const base = `node:${chooseVersion(manifest)}-trixie-slim`;
  const isBuilt = manifest.scripts['build'] !== undefined;
  const output = isBuilt ? findOutput(project, start) : null;
  const npmrc = await project.read('.npmrc');
  const install = planInstall(project, manifest, npmrc);
  return {
    images: [base],
    write: (image) => {
      const service: Service = { from: image(base), install, output, start, expose: exposePort(port) };
      if (!isBuilt) return writeAsItIs(service);
      return output === null ? writeBuiltInPlace(service) : writeBuilt(service);
    },
    ignored: [
      ...['node_modules', 'npm-debug.log*', 'coverage'],
      ...(output === null ? [] : [`/${output}`]),
      ...(hasSecret(npmrc) ? ['.npmrc'] : []),
    ],
    notes: [...(install?.isLocked === false ? [NO_LOCK] : []), ...(hasSecret(npmrc) ? [SECRET] : [])],
  };
}

const NO_LOCK =
  'There is no package-lock.json, so that each build may get other versions: run "npm install", and commit it.';
const SECRET =
  '.npmrc holds credentials: it is left out of the image, and "npm ci" reads it from the build secret "npmrc" (secret-files: npmrc=…).';

interface Service {
  readonly from: string;
  /** `null` where there is nothing to install. */
  readonly install: Install | null;
  /** The folder that the build leaves; `null` where it is not known. */
  readonly output: string | null;
  readonly start: readonly string[];
  readonly expose: DockerfileText | null;
}

function writeAsItIs({ from, install, start, expose }: Service): DockerfileText {
  return joinStages(
    install === null ? null : writeDependencies(from, install),
    dockerfile`
      FROM ${from}
      ENV NODE_ENV=production
      WORKDIR /app
      ${install === null ? null : dockerfile`COPY --from=dependencies /app/node_modules ./node_modules`}
      COPY . .
      USER node
      ${expose}
      CMD ${start}
    `,
  );
}

/** JavaScript is the same for every platform: it is built on the machine's own. */
function writeBuilt({ from, install, output, start, expose }: Service): DockerfileText {
  return joinStages(
    dockerfile`
      FROM --platform=$BUILDPLATFORM ${from} AS build
      WORKDIR /app
      ${install === null ? null : writeInstall(install, 'all')}
      COPY . .
      RUN npm run build
    `,
    install === null ? null : writeDependencies(from, install),
    dockerfile`
      FROM ${from}
      ENV NODE_ENV=production
      WORKDIR /app
      ${install === null ? null : dockerfile`COPY --from=dependencies /app/node_modules ./node_modules`}
      COPY package.json ./
      COPY --from=build /app/${output} ./${output}
      USER node
      ${expose}
      CMD ${start}
    `,
  );
}

/** Where it is not known what the build leaves where, all of it is shipped but for the dev dependencies. */
function writeBuiltInPlace({ from, install, start, expose }: Service): DockerfileText {
  return joinStages(
    dockerfile`
      FROM ${from} AS build
      WORKDIR /app
      ${install === null ? null : writeInstall(install, 'all')}
      COPY . .
      RUN npm run build
      ${install === null ? null : dockerfile`RUN npm prune --omit=dev`}
    `,
    dockerfile`
      FROM ${from}
      ENV NODE_ENV=production
      WORKDIR /app
      COPY --from=build /app ./
      USER node
      ${expose}
      CMD ${start}
    `,
  );
}

/** How dependencies are installed. */
interface Install {
  /** What is copied for it. */
  readonly files: DockerfileText;
  readonly isLocked: boolean;
  /** `prepare` is for those who develop the package: what it calls is not there yet, or not at all. */
  readonly hasPrepare: boolean;
  readonly hasSecret: boolean;
}

function planInstall(project: Project, manifest: PackageJson, npmrc: string | null): Install | null {
  const { dependencies, devDependencies, scripts } = manifest;
  const isLocked = project.names.has('package-lock.json');
  if (!isLocked && Object.keys({ ...dependencies, ...devDependencies }).length === 0) return null;
  const lock = isLocked ? dockerfile`package-lock.json` : dockerfile`package-lock.json*`;
  const isCopied = npmrc !== null && !hasSecret(npmrc);
  return {
    files: isCopied ? dockerfile`package.json ${lock} .npmrc` : dockerfile`package.json ${lock}`,
    isLocked,
    hasPrepare: scripts['prepare'] !== undefined,
    hasSecret: hasSecret(npmrc),
  };
}

function hasSecret(npmrc: string | null): boolean {
  return /_auth|_password|^\s*email/m.test(npmrc ?? '');
}

/** Apart, for each platform: packages may have native code. */
function writeDependencies(from: string, install: Install): DockerfileText {
  return dockerfile`
    FROM ${from} AS dependencies
    WORKDIR /app
    ${writeInstall(install, 'production')}
  `;
}

function writeInstall(install: Install, which: 'all' | 'production'): DockerfileText {
  const verb = install.isLocked ? 'ci' : 'install';
  const command = which === 'all' ? dockerfile`npm ${verb}` : dockerfile`npm ${verb} --omit=dev`;
  return dockerfile`
    COPY ${install.files} ./
    RUN --mount=type=cache,target=/root/.npm \\
        ${install.hasSecret ? dockerfile`--mount=type=secret,id=npmrc,target=/app/.npmrc \\` : null}
        ${install.hasPrepare ? dockerfile`npm pkg delete scripts.prepare && \\` : null}
        ${command}
  `;
}

/** The newest release that `engines` lets in; what nobody can read lets in all. */
function chooseVersion({ engines }: PackageJson): number {
  const range = validRange(engines.node ?? '*') ?? '*';
  return NODE.find((major) => intersects(`${major}.x`, range)) ?? NODE[0];
}
