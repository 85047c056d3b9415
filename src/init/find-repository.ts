import { stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { openProject, type Project } from './project.ts';
import type { WorkflowPlace } from './workflow.ts';

/** The repository that a project is in. */
export interface Repository extends WorkflowPlace {
  /** Its folder; the project's own where there is no repository. */
  readonly root: string;
}

/** Looks for `.git` in the folder and above it. The default branch is the remote's, as far as the clone knows it. */
export async function findRepository(folder: string): Promise<Repository> {
  const root = await findRoot(folder);
  if (root === null) return { root: folder, folder: '', branch: 'main' };
  return {
    root,
    folder: relative(root, folder).split(sep).join('/'),
    branch: await readBranch(await openProject(root, root)),
  };
}

async function findRoot(folder: string): Promise<string | null> {
  for (let one = folder; ; one = dirname(one)) {
    const isRoot = await stat(join(one, '.git')).then(
      () => true,
      () => false,
    );
    if (isRoot) return one;
    if (one === dirname(one)) return null;
  }
}

/** A branch is on a line of its own in these files (https://git-scm.com/docs/gitrepository-layout). */
async function readBranch(project: Project): Promise<string> {
  const ofRemote = await readFirst(project, '.git/refs/remotes/origin/HEAD', 'refs/remotes/origin/');
  if (ofRemote !== null) return ofRemote;
  const current = await readFirst(project, '.git/HEAD', 'refs/heads/');
  return current === 'master' ? 'master' : 'main';
}

async function readFirst(project: Project, path: string, prefix: string): Promise<string | null> {
  const text = (await project.read(path).catch(() => null)) ?? '';
  const [, ref = ''] = /^ref: (\S+)\n?$/.exec(text) ?? [];
  return ref.startsWith(prefix) ? ref.slice(prefix.length) : null;
}
