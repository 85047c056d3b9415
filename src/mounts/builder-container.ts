import { PlimsollError } from '../errors.ts';
import { askDocker, dockerFailed, type Docker } from '../image/docker.ts';
import { streamDocker } from '../image/stream-docker.ts';
import { findEntrance, type Entrance } from './find-entrance.ts';
import { readKeptBuilder, type KeptBuilder } from './kept-builder.ts';
import { MOUNT_LIMITS } from './limits.ts';

/** The container that a builder of the docker-container driver runs in. */
export interface BuilderContainer {
  readonly docker: Docker;
  readonly builder: string;
  readonly container: string;
  /** How programs are run in it. */
  readonly entrance: Entrance;
}

const ANSWER_BYTES = 1024 * 1024;
const SILENCE_MS = 60_000;

/** Throws `DOCKER_FAILED`, with why a builder has none, or several. */
export async function findBuilderContainer(docker: Docker, builder: string): Promise<BuilderContainer> {
  // Most nodes are called so. Buildx may take a while to say it.
  const likely = nameContainer(`${builder}0`);
  const likelyEntrance = findEntrance(docker, likely);
  const { driver, nodes } = (await readKeptBuilder(docker, builder)) ?? (await inspectBuilder(docker, builder));
  const [node] = nodes;
  if (driver !== 'docker-container' || node === undefined || nodes.length > 1) {
    const what = driver === 'docker-container' ? `has ${nodes.length} nodes` : `runs under the driver ${driver}`;
    throw new PlimsollError('DOCKER_FAILED', `the builder ${builder} ${what}: its cache mounts are not reached`, {
      hint: 'They are carried for a builder of one node under docker-container.',
    });
  }
  const container = nameContainer(node);
  const entrance = await (container === likely ? likelyEntrance : findEntrance(docker, container));
  return { docker, builder, container, entrance };
}

async function inspectBuilder(docker: Docker, builder: string): Promise<KeptBuilder> {
  const answer = await askDocker(docker, ['buildx', 'inspect', builder], { maxBytes: ANSWER_BYTES });
  if (answer.kind === 'failed') throw dockerFailed(`the builder ${builder}`, answer.said);
  const text = Buffer.from(answer.stdout).toString('utf8');
  const nodes = text.slice(Math.max(0, text.indexOf('\nNodes:'))).matchAll(/^Name:\s+(\S+)/gm);
  return {
    driver: /^Driver:\s+(\S+)/m.exec(text)?.[1] ?? 'unknown',
    nodes: [...nodes].map(([, name = '']) => name),
  };
}

function nameContainer(node: string): string {
  return `buildx_buildkit_${node}`;
}

/** Runs a shell script in the container; what it prints. Throws `DOCKER_FAILED`, `LIMIT_EXCEEDED`. */
export async function runInBuilder(
  { container, entrance }: BuilderContainer,
  script: string,
  args: readonly string[],
  maxBytes: number = ANSWER_BYTES,
): Promise<string> {
  const limits = { maxBytes, timeoutMs: MOUNT_LIMITS.askMs };
  const answer = await askDocker(entrance.program, [...entrance.args, 'sh', '-c', script, 'sh', ...args], limits);
  if (answer.kind === 'failed') throw dockerFailed(`the builder's container ${container}`, answer.said);
  return Buffer.from(answer.stdout).toString('utf8');
}

/** Files of the container, by their paths from `root`, as tar archives, one behind the other, that stream. */
export async function* archiveFiles(
  { container, entrance }: BuilderContainer,
  root: string,
  paths: readonly string[],
): AsyncGenerator<Uint8Array> {
  // Without a name, tar would begin all the same, and fail.
  if (paths.length === 0) return;
  // Not every busybox's tar takes a list.
  const args = [...entrance.args, 'sh', '-c', 'cd "$1" && xargs -0 tar -cf -', 'sh', root];
  const input = Buffer.from(paths.map((path) => `${path}\0`).join(''));
  const what = `the cache mounts in ${container}`;
  yield* streamDocker(entrance.program, args, { what, silenceMs: SILENCE_MS, input });
}
