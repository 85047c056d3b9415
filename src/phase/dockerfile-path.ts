import { isAbsolute, posix, relative } from 'node:path';
import type { Plan } from '../plan/plan.ts';

/**
 * From the root of the work tree `directory`, as annotations name files, where the inputs of a build say that its
 * Dockerfile is; `null` where that is not in there.
 */
export function findDockerfilePath({
  file,
  context,
  directory,
}: Pick<Plan['build'], 'file' | 'context'> & { directory: string }): string | null {
  const named = file === '' ? posix.join(context, 'Dockerfile') : file;
  const path = posix.normalize(isAbsolute(named) ? relative(directory, named) : named);
  return path.startsWith('..') || isAbsolute(path) || /^[a-z]+:/i.test(named) ? null : path;
}
