import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import type { BuildKey } from './builder.ts';
import { askDocker, dockerFailed, type Docker } from './docker.ts';
import { parseJson } from './parse-json.ts';

/** A builder remembers 50 builds unless it is told otherwise; a line has some 250 bytes. */
const LIST_BYTES = 8 * 1024 * 1024;

const LineSchema = v.object({ ref: v.string(), status: v.string(), completed_at: v.nullish(v.string()) });

/**
 * The newest build of a builder (`null`: the current one) that went through. Throws `BUILD_NOT_FOUND` where there is
 * none, or no such builder, and `DOCKER_FAILED`.
 */
export async function latestBuild(docker: Docker, builder: string | null): Promise<BuildKey> {
  const name = `build:${builder === null ? '' : `${builder}/`}`;
  const flags = builder === null ? [] : ['--builder', builder];
  const args = ['buildx', 'history', 'ls', ...flags, '--format', 'json'];
  const answer = await askDocker(docker, args, { maxBytes: LIST_BYTES });
  if (answer.kind === 'failed') {
    if (/no builder .* found/.test(answer.said)) throw notFound(name, answer.said);
    throw dockerFailed(name, answer.said);
  }
  const lines = Buffer.from(answer.stdout)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const newest = lines
    .map((line) => parseJson(Buffer.from(line), LineSchema, `a line of "docker buildx history ls"`))
    .filter(({ status }) => status.toLowerCase() === 'completed')
    .map(({ ref, completed_at }) => ({ ref, completedAtMs: Date.parse(completed_at ?? '') || 0 }))
    .sort((a, b) => b.completedAtMs - a.completedAtMs)[0];
  if (newest === undefined) throw notFound(name, 'this builder remembers no build that went through');

  const [ofBuilder, , id] = newest.ref.split('/');
  if (ofBuilder === undefined || id === undefined)
    throw notFound(name, `${newest.ref.slice(0, 200)} is no build's name`);
  return { builder: ofBuilder, id };
}

function notFound(name: string, why: string): PlimsollError {
  return new PlimsollError('BUILD_NOT_FOUND', `${name}: ${why}`, {
    hint: 'Build first, or name the builder: build:NAME/. "docker buildx ls" lists them.',
  });
}
