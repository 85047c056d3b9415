import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { readFound } from '../build/context/read-build-context.ts';
import type { FreshBuilder } from '../advice/fresh-builder.ts';

/** Of a person's repository; a workflow that is longer nobody wrote. */
const MOST_WORKFLOWS = 100;
const LONGEST_WORKFLOW = 200_000;
const MOST_FOLDERS = 30;

const FOLDER = '.github/workflows';

/**
 * What says that a Dockerfile is built on a builder that is new in each run: a workflow of its repository builds it on a
 * machine of GitHub's, and nothing there keeps cache mounts. `null` where none does for certain. Never throws.
 */
export async function findFreshBuilder(dockerfile: string, target: string | null): Promise<FreshBuilder | null> {
  const root = await findRoot(dirname(dockerfile));
  const path = `/${relative(root, dockerfile).split(sep).join('/')}`;
  for (const file of await listWorkflows(root)) {
    const text = await readFound(join(root, file), file).catch(() => '');
    if (text.length > LONGEST_WORKFLOW || !/build-push-action|\/plimsoll@/.test(text)) continue;
    // Its weight is for those only who have one.
    const { readWorkflow } = await import('./read-workflow.ts');
    const found = readWorkflow(text, path, target);
    if (found !== null) return { kind: 'workflow', file, ...found };
  }
  return null;
}

async function listWorkflows(root: string): Promise<string[]> {
  const names = await readdir(join(root, FOLDER)).catch((): string[] => []);
  const workflows = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  return workflows.slice(0, MOST_WORKFLOWS).map((name) => `${FOLDER}/${name}`);
}

/** The repository that the folder is in; itself where it is in none. */
async function findRoot(folder: string): Promise<string> {
  let root = folder;
  for (let count = 0; count < MOST_FOLDERS; count++) {
    if ((await stat(join(root, '.git')).catch(() => null)) !== null) return root;
    root = dirname(root);
  }
  return folder;
}
