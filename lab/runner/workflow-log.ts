import * as v from 'valibot';

/** What one step did, a nested step of a composite action included. */
export interface StepRun {
  readonly job: string;
  /** Its id; of a nested step `id of the action/own id`. A step without one has its number, from 0. */
  readonly id: string;
  readonly stage: 'Pre' | 'Main' | 'Post';
  readonly result: 'success' | 'failure';
  readonly durationMs: number;
}

type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface WorkflowLog {
  /** Everything, secrets masked: what the steps printed and what the runner said of them. */
  readonly text: string;
  /** What the steps printed, workflow commands included, byte for byte but for masked secrets. */
  readonly printed: string;
  /** The job summary; of several jobs one after the other. */
  readonly summary: string;
  readonly steps: readonly StepRun[];
  /** Outputs by the step's id. */
  readonly outputs: Outputs;
  /** Both by the job's name; in a matrix jobs are called `build-1`, `build-2`. */
  readonly jobs: Readonly<Record<string, { readonly summary: string; readonly outputs: Outputs }>>;
  /** `::warning::` and the like, where act took them for such. */
  readonly annotations: readonly { readonly level: 'error' | 'warning' | 'notice'; readonly message: string }[];
}

const Line = v.object({
  msg: v.string(),
  job: v.optional(v.string(), ''),
  stage: v.optional(v.picklist(['Pre', 'Main', 'Post']), 'Main'),
  stepID: v.optional(v.array(v.string()), []),
  raw_output: v.optional(v.boolean(), false),
  raw: v.optional(v.string()),
  command: v.optional(v.string()),
  name: v.optional(v.string()),
  arg: v.optional(v.string()),
  content: v.optional(v.string(), ''),
  executionTime: v.optional(v.number()),
  stepResult: v.optional(v.picklist(['success', 'failure', 'skipped'])),
});
type Line = v.InferOutput<typeof Line>;

const NS_PER_MS = 1e6;

interface Collected {
  text: string[];
  printed: string[];
  steps: StepRun[];
  jobs: Record<string, { summary: string; outputs: Record<string, Record<string, string>> }>;
  annotations: WorkflowLog['annotations'][number][];
}

/** Reads what act prints with `--json`: an object a line; what is none is text of act's own. */
export function parseWorkflowLog(output: string): WorkflowLog {
  const collected: Collected = { text: [], printed: [], steps: [], jobs: {}, annotations: [] };
  for (const one of output.split('\n')) {
    const line = parseLine(one);
    if (line !== null) collect(line, collected);
    else if (one.trim() !== '') collected.text.push(one);
  }
  const jobs = Object.values(collected.jobs);
  return {
    text: collected.text.join('\n'),
    printed: collected.printed.join(''),
    summary: jobs.map((job) => job.summary).join(''),
    steps: collected.steps,
    outputs: Object.fromEntries(jobs.flatMap((job) => Object.entries(job.outputs))),
    jobs: collected.jobs,
    annotations: collected.annotations,
  };
}

function parseLine(one: string): Line | null {
  if (!one.startsWith('{')) return null;
  try {
    const parsed = v.safeParse(Line, JSON.parse(one));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

function collect(line: Line, collected: Collected): void {
  // act writes `workflow/job`; ids of post steps grow with each step, so only the first and the last one say anything.
  const name = line.job.replace(/^[^/]*\//, '').trim();
  const id = [...new Set([line.stepID[0], line.stepID.at(-1)])].filter((part) => part !== undefined).join('/');
  collected.text.push(`[${name || 'act'}] ${line.raw_output ? '| ' : ''}${line.msg.trimEnd()}`);
  if (line.raw_output) collected.printed.push(line.msg);
  else if (line.raw !== undefined) collected.printed.push(line.raw);
  if (name === '') return;
  const job = (collected.jobs[name] ??= { summary: '', outputs: {} });
  if (line.command === 'summary' && !isRepeated(line, id, name, collected)) job.summary += line.content;
  if (line.command === 'set-output' && line.name !== undefined) {
    job.outputs[id] = { ...job.outputs[id], [line.name]: line.arg ?? '' };
  }
  if (line.command === 'error' || line.command === 'warning' || line.command === 'notice') {
    collected.annotations.push({ level: line.command, message: line.arg ?? '' });
  }
  // Every step that ran ends with one line that has its time; a skipped one has none.
  if (line.executionTime === undefined || line.stepResult === undefined || line.stepResult === 'skipped') return;
  const durationMs = Math.round(line.executionTime / NS_PER_MS);
  collected.steps.push({ job: name, id, stage: line.stage, result: line.stepResult, durationMs });
}

/** act reads the summary of a composite action's last step once more when the action itself ends. */
function isRepeated(line: Line, id: string, job: string, collected: Collected): boolean {
  return collected.steps.some((step) => step.job === job && step.stage === line.stage && step.id.startsWith(`${id}/`));
}
