import { openArchiveFiles } from './archive.ts';
import { askDocker, dockerFailed, type Docker } from './docker.ts';
import { scanArchiveStream } from './scan-archive-stream.ts';
import { streamDocker } from './stream-docker.ts';
import type { ArchiveFiles } from './archive-files.ts';
import type { ImageSource } from './source.ts';

const ID_BYTES = 4096;
/** Before its first byte, an engine with the classic image store packs the layers. */
const SILENCE_MS = 300_000;

/**
 * An image of the running engine, `docker:NAME`, by a name or an ID that the engine knows. It is saved once, and passes by
 * as a stream: nothing is written to the disk. Engines with the containerd image store give layers as they were pulled
 * or built; the classic store has them uncompressed only, and then that is their size. `fetchRoot` gives `null` where
 * there is no such image. Throws `DOCKER_FAILED`, and as `openLayout` and `openSavedImage` do.
 */
export function openEngineImage(docker: Docker, imageName: string): ImageSource {
  const name = `docker:${imageName}`;
  return openArchiveFiles(name, 'docker', null, async () => {
    // "docker save" of a repository without a tag saves all its tags; what the engine takes the name for is one image.
    const id = await findId(docker, imageName, name);
    return id === null ? null : await save(docker, id, name);
  });
}

async function findId(docker: Docker, imageName: string, name: string): Promise<string | null> {
  const args = ['image', 'inspect', '--format', '{{.Id}}', '--', imageName];
  const answer = await askDocker(docker, args, { maxBytes: ID_BYTES });
  if (answer.kind === 'done') return Buffer.from(answer.stdout).toString('utf8').trim();
  if (/no such image/i.test(answer.said)) return null;
  throw dockerFailed(name, answer.said);
}

async function save(docker: Docker, id: string, name: string): Promise<ArchiveFiles> {
  const args = ['image', 'save', '--', id];
  return await scanArchiveStream(() => streamDocker(docker, args, { what: name, silenceMs: SILENCE_MS }), name);
}
