import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { readBounded } from '../build/read-build-context.ts';
import { joinPath } from '../dockerfile/paths.ts';
import type { FreshBuilder } from '../advice/fresh-builder.ts';

/** Of a person's repository; a workflow that is longer nobody wrote. */
const MOST_WORKFLOWS = 100;
const LONGEST_WORKFLOW = 200_000;
const MOST_FOLDERS = 30;

const FOLDER = '.github/workflows';

/** Actions that build a Dockerfile. */
const BUILDS = /^(?:docker\/build-push-action|[\w.-]+\/plimsoll)@/;
const SETS_UP_BUILDER = 'docker/setup-buildx-action@';
/** GitHub's own machines; other names may be anybody's. */
const HOSTED = /^ubuntu-(?:latest|slim|[0-9]{2}\.04)(?:-arm)?$/;
/** What may keep a builder or its mounts, or build elsewhere. */
const MAY_KEEP =
  /cache-dance|buildkit|buildx|cache-mounts?\b|DOCKER_(?:HOST|CONTEXT)|docker context|\/var\/lib\/docker|depot|namespacelabs|blacksmith|build-cloud/i;
const OTHER_BUILDER = /"(?:endpoint|append|keep-state|name)"|"driver":"(?!docker-container")/;

const StepSchema = v.object({
  uses: v.optional(v.string(), ''),
  with: v.optional(v.record(v.string(), v.unknown()), {}),
});
const WorkflowSchema = v.object({
  jobs: v.record(
    v.string(),
    v.object({ 'runs-on': v.optional(v.unknown()), steps: v.optional(v.array(v.unknown()), []) }),
  ),
});

/**
 * What says that a Dockerfile is built on a builder that is new in each run: a workflow of its repository builds it on a
 * machine of GitHub's, and nothing there keeps cache mounts. `null` where none does for certain. Never throws.
 */
export async function findFreshBuilder(dockerfile: string, target: string | null): Promise<FreshBuilder | null> {
  try {
    const root = await findRoot(dirname(dockerfile));
    const path = `/${relative(root, dockerfile).split(sep).join('/')}`;
    const names = (await readdir(join(root, FOLDER))).filter((name) => /\.ya?ml$/.test(name)).sort();
    for (const name of names.slice(0, MOST_WORKFLOWS)) {
      const file = `${FOLDER}/${name}`;
      const found = await readWorkflow(await readBounded(join(root, file), file), path, target);
      if (found !== null) return { kind: 'workflow', file, ...found };
    }
  } catch {
    // No workflows, or one that is no YAML.
  }
  return null;
}

/** The repository that the folder is in; itself where it is in none. */
async function findRoot(folder: string): Promise<string> {
  let root = folder;
  for (let count = 0; count < MOST_FOLDERS; count++) {
    if (
      await stat(join(root, '.git')).then(
        () => true,
        () => false,
      )
    )
      return root;
    root = dirname(root);
  }
  return folder;
}

interface FoundStep {
  readonly action: string;
  readonly runner: string;
}

async function readWorkflow(text: string, path: string, target: string | null): Promise<FoundStep | null> {
  if (text.length > LONGEST_WORKFLOW || !/build-push-action|\/plimsoll@/.test(text)) return null;
  // Loaded only where there is one.
  const { parse } = await import('yaml');
  const { jobs } = v.parse(WorkflowSchema, parse(text));
  for (const { 'runs-on': labels, steps } of Object.values(jobs)) {
    const [runner, ...others] = [labels].flat();
    if (typeof runner !== 'string' || others.length > 0 || !HOSTED.test(runner)) continue;
    const build = findBuild(steps, path, target);
    if (build !== null) return { action: build, runner };
  }
  return null;
}

/** The action that builds the Dockerfile; `null` where none does, or another step of the job may keep what is in the mounts. */
function findBuild(written: readonly unknown[], path: string, target: string | null): string | null {
  const steps = written.map((step) => ({ ...v.parse(StepSchema, step), text: JSON.stringify(step) }));
  const found = steps.find((step) => BUILDS.test(step.uses) && isOf(step.with, path, target));
  const isKept = steps.some(({ uses, with: inputs, text }) => {
    if (uses.startsWith(SETS_UP_BUILDER)) return OTHER_BUILDER.test(JSON.stringify(inputs));
    return uses.startsWith('actions/checkout@')
      ? inputs['path'] !== undefined
      : !BUILDS.test(uses) && MAY_KEEP.test(text);
  });
  const setsUp = steps.some(({ uses }) => uses.startsWith(SETS_UP_BUILDER));
  if (found === undefined || isKept || mayKeep(found.with, setsUp)) return null;
  return found.uses.replace(/@.*$/, '');
}

/** Whether the step may keep cache mounts, or build on a builder that is there already. */
function mayKeep(inputs: Readonly<Record<string, unknown>>, setsUp: boolean): boolean {
  const kept = inputs['cache-mounts'] ?? false;
  return (
    (kept !== false && kept !== 'false') ||
    ['driver', 'endpoint', 'append'].some((name) => inputs[name] !== undefined) ||
    (inputs['builder'] !== undefined && !setsUp)
  );
}

/** Whether it builds this very file. Paths of the repository begin with a slash. */
function isOf(inputs: Readonly<Record<string, unknown>>, path: string, target: string | null): boolean {
  const { context = '.', file, target: stage = null } = inputs;
  if (stage !== target || typeof context !== 'string') return false;
  const folder = readPath(context);
  if (file === undefined) return folder !== null && joinPath(folder, 'Dockerfile') === path;
  return typeof file === 'string' && readPath(file) === path;
}

/** `null` for an address, or one that is made when the workflow runs. */
function readPath(text: string): string | null {
  const path = text.replace(/^\$\{\{\s*github\.workspace\s*\}\}|^\{\{defaultContext\}\}:?/, './');
  return /[$:{]|^\//.test(path) ? null : joinPath('/', path);
}
