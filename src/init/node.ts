import { dockerfile, joinLines, joinStages, type DockerfileText } from './dockerfile-text.ts';
import { chooseStart, findOutput } from './node-start.ts';
import { findSite, writeSite } from './static-site.ts';
import { exposePort, type Plan, type Wishes } from './plan.ts';
import type { NodeTool } from './node-tool.ts';
import type { PackageJson } from './package-json.ts';
import type { Project } from './project.ts';

const IGNORED = ['node_modules', 'npm-debug.log*', 'coverage'];

/**
 * A service of Node's or Bun's, or the site that Vite makes. Throws `INPUT_INVALID` where nothing says how it is started.
 */
export async function planNode(project: Project, manifest: PackageJson, tool: NodeTool, wishes: Wishes): Promise<Plan> {
  const site = wishes.main === null ? await findSite(project, manifest) : null;
  if (site !== null) {
    const { images, write, ignored } = writeSite(site, wishes.port);
    return {
      images: [tool.base, ...images],
      write: (image) => joinStages(writeBuild(image(tool.base), tool), write(image)),
      ignored: [...IGNORED, ...tool.ignored, ...ignored],
      notes: tool.notes,
    };
  }
  const start = await chooseStart(project, manifest, tool.runtime, wishes.main);
  const isBuilt = manifest.scripts['build'] !== undefined;
  const output = isBuilt ? findOutput(project, start) : null;
  const service = { tool, output, start, expose: exposePort(wishes.port) };
  return {
    images: [tool.base],
    write: (image) => {
      if (!isBuilt) return writeAsItIs(image(tool.base), service);
      return output === null ? writeBuiltInPlace(image(tool.base), service) : writeBuilt(image(tool.base), service);
    },
    ignored: [...IGNORED, ...(output === null ? [] : [`/${output}`]), ...tool.ignored],
    notes: tool.notes,
  };
}

interface Service {
  readonly tool: NodeTool;
  /** The folder that the build leaves; `null` where it is not known. */
  readonly output: string | null;
  readonly start: readonly string[];
  readonly expose: DockerfileText | null;
}

function writeAsItIs(from: string, service: Service): DockerfileText {
  return joinStages(writeDependencies(from, service.tool), writeLast(from, service, dockerfile`COPY . .`));
}

function writeBuilt(from: string, service: Service): DockerfileText {
  return joinStages(
    writeBuild(from, service.tool),
    writeDependencies(from, service.tool),
    writeLast(
      from,
      service,
      dockerfile`
        COPY package.json ./
        COPY --from=build /app/${service.output} ./${service.output}
      `,
    ),
  );
}

/** Where it is not known what the build leaves where, all of it is shipped but for the dev dependencies. */
function writeBuiltInPlace(from: string, { tool, start, expose }: Service): DockerfileText {
  return joinStages(
    joinLines(
      dockerfile`FROM ${from} AS build`,
      writeTool(tool, 'all'),
      dockerfile`COPY . .`,
      tool.build,
      tool.install === null ? null : tool.prune,
    ),
    dockerfile`
      FROM ${from}
      ENV NODE_ENV=production
      WORKDIR /app
      COPY --from=build /app ./
      USER ${tool.user}
      ${expose}
      CMD ${start}
    `,
  );
}

/** JavaScript is the same for every platform: it is built on the machine's own. */
function writeBuild(from: string, tool: NodeTool): DockerfileText {
  return joinLines(
    dockerfile`FROM --platform=$BUILDPLATFORM ${from} AS build`,
    writeTool(tool, 'all'),
    dockerfile`COPY . .`,
    tool.build,
  );
}

/** Apart, for each platform: packages may have native code. */
function writeDependencies(from: string, tool: NodeTool): DockerfileText | null {
  return tool.install === null
    ? null
    : joinLines(dockerfile`FROM ${from} AS dependencies`, writeTool(tool, 'production'));
}

function writeTool({ setUp, install }: NodeTool, which: 'all' | 'production'): DockerfileText {
  return joinLines(setUp, dockerfile`WORKDIR /app`, install === null ? null : install(which));
}

function writeLast(from: string, { tool, start, expose }: Service, files: DockerfileText): DockerfileText {
  return dockerfile`
    FROM ${from}
    ENV NODE_ENV=production
    WORKDIR /app
    ${tool.install === null ? null : dockerfile`COPY --from=dependencies /app/node_modules ./node_modules`}
    ${files}
    USER ${tool.user}
    ${expose}
    CMD ${start}
  `;
}
