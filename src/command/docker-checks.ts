import { basename } from 'node:path';
import { joinDockerChecks, readDockerChecks } from '../advice/docker-checks.ts';
import { askDocker, type Docker } from '../image/docker.ts';
import type { Advice } from '../advice/advise.ts';
import type { Note } from '../note.ts';

/** Of what the checks print: a Dockerfile of a megabyte stands in it once more. */
const MOST_BYTES = 8 * 1024 * 1024;
/** A builder that has to start, and base images that are looked up. */
const LONGEST_MS = 30_000;

export interface CheckedFile {
  /** Path of the Dockerfile. */
  readonly path: string;
  /** Its folder: the context. */
  readonly folder: string;
  readonly target: string | null;
}

/**
 * The findings, with those of Docker's own checks (`docker buildx build --call=check`), which honour the file's own
 * `# check=skip=`. Nothing is built. Never throws: why they could not be had is a note.
 */
export async function addDockerChecks(
  own: readonly Advice[],
  { path, folder, target }: CheckedFile,
  ignored: readonly string[],
  docker: Docker,
): Promise<{ advice: readonly Advice[]; notes: readonly Note[] }> {
  const stage = target === null ? [] : ['--target', target];
  const args = [
    'buildx',
    'build',
    '--call',
    'check,format=json',
    '--progress',
    'quiet',
    '--file',
    path,
    ...stage,
    folder,
  ];
  // Buildx would ask git about the folder, whose configuration can name programs for git to run.
  const env = { ...docker.env, BUILDX_GIT_INFO: 'false' };
  try {
    const answer = await askDocker({ ...docker, env }, args, { maxBytes: MOST_BYTES, timeoutMs: LONGEST_MS });
    // It ends as a failure where it warns, too.
    if (answer.kind === 'failed' && answer.stdout.length === 0) return { advice: own, notes: [note(answer.said)] };
    const checks = readDockerChecks(JSON.parse(Buffer.from(answer.stdout).toString('utf8')));
    const wanted = checks.filter(({ rule }) => !ignored.includes(rule.id));
    return { advice: joinDockerChecks(own, wanted), notes: [] };
  } catch (error) {
    return { advice: own, notes: [note(error instanceof Error ? error.message : '')] };
  }

  function note(why: string): Note {
    return {
      code: 'docker-checks-unknown',
      message: `Docker's own checks of ${basename(path)} could not be had${why === '' ? '' : `: ${why}`}`,
      hint: 'They take Buildx 0.16 or newer, and a builder.',
    };
  }
}
