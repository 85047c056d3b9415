import { cp, mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { PlimsollError } from '../../src/errors.ts';
import { buildBuildkit, BUILDKIT_VERSION } from './buildkit.ts';
import { installBusybox } from '../machine/busybox.ts';
import { cached } from '../machine/cache.ts';
import type { Engine } from './engine.ts';
import { packLayer } from '../bases/layer.ts';
import { writeLayout } from '../bases/layout.ts';
import { run } from '../machine/run.ts';
import { unpackTools } from '../machine/tools.ts';

/** What Buildx's docker-container driver runs by default. */
export const BUILDER_IMAGE = 'moby/buildkit:buildx-stable-1';

const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

/**
 * Sees to it that the engine has the image of the default builder: it may be there, it may be pulled where the engine
 * is the user's, else it is built from BuildKit's Go module, so that `docker buildx create` and setup-buildx-action
 * work as on a machine that reaches Docker Hub ("pulling failed, using local image").
 */
export async function loadBuilderImage(engine: Engine, log: (line: string) => void): Promise<void> {
  const inEngine = { env: engine.env };
  const isThere = await run(engine.docker, ['image', 'inspect', BUILDER_IMAGE], inEngine).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  if (!engine.isOwn) {
    const isPulled = await run(engine.docker, ['pull', '--quiet', BUILDER_IMAGE], inEngine).then(
      () => true,
      () => false,
    );
    if (isPulled) return;
  }
  const layout = await buildImage(log);
  await load(engine, layout);
  log(`loaded ${BUILDER_IMAGE} (BuildKit ${BUILDKIT_VERSION})`);
}

async function buildImage(log: (line: string) => void): Promise<string> {
  const programs = await buildBuildkit(log);
  const tools = await unpackTools(log);
  return await cached(`builder-image-${BUILDKIT_VERSION}-${basename(tools.prefix)}`, async (folder) => {
    const root = join(folder, 'root');
    await mkdir(join(root, 'usr', 'bin'), { recursive: true });
    await mkdir(join(root, 'tmp'));
    for (const program of ['buildkitd', 'buildctl']) await cp(join(programs, program), join(root, 'usr/bin', program));
    await cp(tools.runc, join(root, 'usr/bin/buildkit-runc'));
    for (const library of await librariesOf(tools.runc, tools.libraries)) {
      // The loader looks for the lab's own libraries where the system's would be.
      const isOurs = library.startsWith(tools.prefix);
      await copyInto(root, library, isOurs ? join('/usr/lib', basename(library)) : library);
    }
    await copyInto(root, CERTIFICATES, CERTIFICATES).catch(() => undefined);
    await installBusybox(root, tools.busybox, tools.busybox);
    const layer = await packLayer({ folder: root, layout: folder, createdBy: `BuildKit ${BUILDKIT_VERSION}` });
    const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';
    const defaults = {
      Entrypoint: ['buildkitd'],
      Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
      Volumes: { '/var/lib/buildkit': {} },
    };
    await writeLayout(folder, `docker.io/${BUILDER_IMAGE}`, [{ architecture, layers: [layer], defaults }]);
    await rm(root, { recursive: true });
  });
}

/** The shared libraries of a program and the loader, as absolute paths. */
async function librariesOf(program: string, libraries: string): Promise<string[]> {
  const listed = await run('ldd', [program], { env: { LD_LIBRARY_PATH: libraries } });
  return [...listed.matchAll(/(?:=> |^\s+)(\/\S+) \(/gm)].map(([, path]) => path ?? '');
}

/** Copies a file of this machine into the image; a link becomes the file. */
async function copyInto(root: string, path: string, inImage: string): Promise<void> {
  await mkdir(join(root, dirname(inImage)), { recursive: true });
  await cp(path, join(root, inImage), { dereference: true });
}

async function load(engine: Engine, layout: string): Promise<void> {
  const tar = spawn('tar', ['--create', '--directory', layout, '.'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const docker = spawn(engine.docker, ['load', '--quiet'], {
    env: { ...process.env, ...engine.env },
    stdio: [tar.stdout, 'ignore', 'inherit'],
  });
  const end: unknown[] = await once(docker, 'close');
  if (end[0] !== 0)
    throw new PlimsollError('DOCKER_FAILED', `docker load of the builder image ended with ${String(end[0])}.`);
}
