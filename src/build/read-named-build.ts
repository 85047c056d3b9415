import { readBuild, type ReadBuild } from './read-build.ts';
import { listBuilds } from '../image/list-builds.ts';
import type { Docker } from '../image/docker.ts';

/** The build that the name of its source has the ID of (`build:[BUILDER/]ID`); `null` for what is no build. */
export async function readNamedBuild(name: string, docker: Docker): Promise<ReadBuild | null> {
  const [, builder, id = ''] = /^build:(?:(.*)\/)?([a-z0-9]+)$/.exec(name) ?? [];
  if (id === '') return null;
  return await readBuild(docker, { builder: builder ?? (await nameCurrentBuilder(docker, id)), id });
}

async function nameCurrentBuilder(docker: Docker, id: string): Promise<string> {
  return (await listBuilds(docker, null)).find((build) => build.id === id)?.builder ?? '';
}
