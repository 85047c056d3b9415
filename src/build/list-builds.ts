import * as v from 'valibot';
import { askDocker, dockerFailed, type Docker } from '../image/docker.ts';
import { parseJson } from '../image/parse-json.ts';

/** A build that a builder remembers, as its list says. */
export interface ListedBuild {
  builder: string;
  node: string;
  id: string;
  startedAtMs: number;
}

/** A builder remembers 50 builds unless it is told otherwise; a line has some 250 bytes. */
const MOST_BYTES = 8 * 1024 * 1024;

const LineSchema = v.object({
  ref: v.pipe(v.string(), v.regex(/^[^/\s]+\/[^/\s]+\/[a-z0-9]+$/, 'not the name of a build')),
  created_at: v.pipe(v.string(), v.transform(Date.parse), v.safeInteger('not a time')),
});

/** The builds of a builder, newest first. Throws `DOCKER_FAILED`, and `IMAGE_INVALID` where a line is malformed. */
export async function listBuilds(docker: Docker, builder: string): Promise<ListedBuild[]> {
  const args = ['buildx', 'history', 'ls', '--builder', builder, '--format', 'json'];
  const answer = await askDocker(docker, args, { maxBytes: MOST_BYTES });
  if (answer.kind === 'failed') throw dockerFailed(`the builds of builder ${builder}`, answer.said);
  return parseBuildList(Buffer.from(answer.stdout).toString('utf8'));
}

export function parseBuildList(text: string): ListedBuild[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { ref, created_at } = parseJson(Buffer.from(line), LineSchema, 'a line of "docker buildx history ls"');
      const [builder = '', node = '', id = ''] = ref.split('/');
      return { builder, node, id, startedAtMs: created_at };
    })
    .sort((a, b) => b.startedAtMs - a.startedAtMs);
}
