import { PlimsollError } from '../errors.ts';
import { listBuilds } from './list-builds.ts';
import type { BuildKey } from './builder.ts';
import type { Docker } from './docker.ts';

/**
 * The build of a builder (`null`: the current one) that went through last. Throws `BUILD_NOT_FOUND` where there is none,
 * or no such builder, and `DOCKER_FAILED`.
 */
export async function latestBuild(docker: Docker, builder: string | null): Promise<BuildKey> {
  const [newest] = (await listBuilds(docker, builder))
    .filter(({ isCompleted }) => isCompleted)
    .sort((a, b) => b.endedAtMs - a.endedAtMs);
  if (newest !== undefined) return { builder: newest.builder, id: newest.id };
  const name = `build:${builder === null ? '' : `${builder}/`}`;
  throw new PlimsollError('BUILD_NOT_FOUND', `${name}: this builder remembers no build that went through`, {
    hint: 'Build first, or name the builder: build:NAME/. "docker buildx ls" lists them.',
  });
}
