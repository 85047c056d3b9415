import * as v from 'valibot';
import { parse } from 'yaml';
import { joinPath } from '../dockerfile/paths.ts';

/** Actions that build a Dockerfile. */
const BUILDS = /^(?:docker\/build-push-action|[\w.-]+\/plimsoll)@/;
const SETS_UP_BUILDER = 'docker/setup-buildx-action@';
/** GitHub's own machines; other names may be anybody's. */
const HOSTED = /^ubuntu-(?:latest|slim|[0-9]{2}\.04)(?:-arm)?$/;
/** What may keep a builder or its mounts, or build elsewhere. */
const MAY_KEEP =
  /cache-dance|buildkit|buildx|cache-mounts?\b|DOCKER_(?:HOST|CONTEXT)|docker context|\/var\/lib\/docker|depot|namespacelabs|blacksmith|build-cloud/i;
const OTHER_BUILDER = /"(?:endpoint|append|keep-state|name)"|"driver":"(?!docker-container")/;

const StepSchema = v.looseObject({
  uses: v.optional(v.string(), ''),
  with: v.optional(v.record(v.string(), v.unknown()), {}),
});
const JobSchema = v.object({ 'runs-on': v.unknown(), steps: v.optional(v.array(StepSchema), []) });
const WorkflowSchema = v.object({ jobs: v.record(v.string(), JobSchema) });

type Step = v.InferOutput<typeof StepSchema>;

/** The step that builds a Dockerfile on a machine that is new in each run; `null` where none does for certain. */
export function readWorkflow(text: string, path: string, target: string | null): FoundStep | null {
  for (const { 'runs-on': labels, steps } of parseJobs(text)) {
    const [runner, ...others] = [labels].flat();
    if (typeof runner !== 'string' || others.length > 0 || !HOSTED.test(runner)) continue;
    const action = findBuild(steps, path, target);
    if (action !== null) return { action, runner };
  }
  return null;
}

export interface FoundStep {
  /** Without its version. */
  readonly action: string;
  readonly runner: string;
}

/** None of what is no workflow. */
function parseJobs(text: string): v.InferOutput<typeof JobSchema>[] {
  let written: unknown;
  try {
    written = parse(text);
  } catch {
    return [];
  }
  const parsed = v.safeParse(WorkflowSchema, written);
  return parsed.success ? Object.values(parsed.output.jobs) : [];
}

/** The action that builds it; `null` where none does, or another step of the job may keep what is in the mounts. */
function findBuild(steps: readonly Step[], path: string, target: string | null): string | null {
  const found = steps.find((step) => BUILDS.test(step.uses) && isOf(step.with, path, target));
  const isKept = steps.some((step) => {
    const { uses, with: inputs } = step;
    if (uses.startsWith(SETS_UP_BUILDER)) return OTHER_BUILDER.test(JSON.stringify(inputs));
    if (uses.startsWith('actions/checkout@')) return inputs['path'] !== undefined;
    return !BUILDS.test(uses) && MAY_KEEP.test(JSON.stringify(step));
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
