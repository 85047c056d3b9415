import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { askDocker, dockerFailed, type Docker } from './docker.ts';
import { parseJson } from './parse-json.ts';

/** A build that a builder remembers, as its list says. */
export interface ListedBuild {
  builder: string;
  node: string;
  id: string;
  /** Whether it went through; neither does one that still runs. */
  isCompleted: boolean;
  startedAtMs: number;
  /** 0 while it runs. */
  endedAtMs: number;
}

/** A builder remembers 50 builds unless it is told otherwise; a line has some 250 bytes. */
const LIST_BYTES = 8 * 1024 * 1024;

const time = v.pipe(v.string(), v.transform(Date.parse), v.safeInteger('not a time'));

const LineSchema = v.object({
  ref: v.pipe(v.string(), v.regex(/^[^/\s]+\/[^/\s]+\/[a-z0-9]+$/, "not a build's name")),
  status: v.string(),
  created_at: time,
  completed_at: v.nullish(time),
});

/**
 * The builds of a builder (`null`: the current one), the one that began last first. Throws `BUILD_NOT_FOUND` where there
 * is no such builder, `DOCKER_FAILED`, and `IMAGE_INVALID` where a line is malformed.
 */
export async function listBuilds(docker: Docker, builder: string | null): Promise<ListedBuild[]> {
  const flags = builder === null ? [] : ['--builder', builder];
  const args = ['buildx', 'history', 'ls', ...flags, '--format', 'json'];
  const answer = await askDocker(docker, args, { maxBytes: LIST_BYTES });
  if (answer.kind === 'failed') {
    const what = builder === null ? 'the builds of the current builder' : `the builds of builder ${builder}`;
    if (!/no builder .* found/.test(answer.said)) throw dockerFailed(what, answer.said);
    throw new PlimsollError('BUILD_NOT_FOUND', `${what}: ${answer.said}`, {
      hint: '"docker buildx ls" lists builders.',
    });
  }
  return Buffer.from(answer.stdout)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseLine)
    .sort((a, b) => b.startedAtMs - a.startedAtMs);
}

function parseLine(line: string): ListedBuild {
  const what = 'a line of "docker buildx history ls"';
  const { ref, status, created_at, completed_at } = parseJson(Buffer.from(line), LineSchema, what);
  const [builder = '', node = '', id = ''] = ref.split('/');
  const isCompleted = status.toLowerCase() === 'completed';
  return { builder, node, id, isCompleted, startedAtMs: created_at, endedAtMs: completed_at ?? 0 };
}
