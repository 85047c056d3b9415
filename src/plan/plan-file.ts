import { join } from 'node:path';
import * as v from 'valibot';
import { PlimsollError, wrapError } from '../errors.ts';
import type { Plan } from './plan.ts';

/** A plan is a few kilobytes; labels and notes are what can make it longer. */
const MAX_PLAN_BYTES = 8_388_608;

const text = v.string();
const number = v.number();
const boolean = v.boolean();
const texts = v.array(text);
const textOrNull = v.nullable(text);

const TagSchema = v.variant('write', [
  v.object({ reference: text, write: v.picklist(['always', 'once']) }),
  v.object({ reference: text, write: v.literal('unless-newer'), branch: text }),
  v.object({ reference: text, write: v.literal('if-highest'), prefix: text, version: text }),
]);

const BaselineSchema = v.variant('kind', [
  v.object({ kind: v.literal('commit'), commit: text, branchTag: textOrNull, why: text }),
  v.object({ kind: v.literal('merge-base'), base: text, head: text, branchTag: textOrNull, why: text }),
  v.object({ kind: v.literal('tag'), reference: text, why: text }),
  v.object({ kind: v.literal('release'), prefix: text, version: textOrNull, why: text }),
  v.object({ kind: v.literal('given'), reference: text, why: text }),
  v.object({ kind: v.literal('none'), why: text }),
]);

const BudgetSchema = v.object({
  kind: v.picklist(['max-size', 'max-increase']),
  on: v.picklist(['download', 'disk']),
  text,
  platform: textOrNull,
  bytes: v.nullable(number),
  percent: v.nullable(number),
});

const PlanSchema = v.object({
  schemaVersion: v.literal(1),
  startedAtMs: number,
  name: text,
  image: text,
  event: v.object({
    kind: v.picklist(['pull-request', 'merge-queue', 'branch', 'tag', 'other']),
    name: text,
    repository: text,
    pullRequest: v.nullable(
      v.object({
        number,
        headSha: text,
        headRepository: textOrNull,
        baseRef: text,
        access: v.picklist(['own', 'fork', 'dependabot']),
      }),
    ),
  }),
  commit: textOrNull,
  push: v.object({ enabled: boolean, reason: text }),
  tags: v.array(TagSchema),
  platforms: texts,
  part: v.variant('kind', [
    v.object({ kind: v.literal('whole') }),
    v.object({ kind: v.literal('platforms') }),
    v.object({ kind: v.literal('merged'), digests: texts }),
  ]),
  cache: v.object({ from: texts, to: texts }),
  cacheMounts: v.variant('kind', [
    v.object({ kind: v.literal('off') }),
    v.object({ kind: v.literal('carried'), from: texts, to: textOrNull }),
  ]),
  baseline: BaselineSchema,
  budgets: v.array(BudgetSchema),
  overBudget: v.picklist(['fail', 'warn', 'none']),
  noise: v.object({ bytes: number, percent: number }),
  overrideLabel: text,
  countDrift: boolean,
  details: v.picklist(['auto', 'sizes', 'full']),
  maxReadBytes: number,
  comment: v.picklist(['auto', 'always', 'never', 'collect']),
  report: boolean,
  usage: v.nullable(v.object({ pulls: number, price: v.nullable(v.object({ storage: number, transfer: number })) })),
  vulnerabilities: v.nullable(v.object({ baseline: text, head: text })),
  strict: boolean,
  build: v.object({
    context: text,
    file: text,
    target: text,
    builder: v.object({
      name: text,
      isSetUp: boolean,
      driver: v.picklist(['docker-container', 'docker', 'kubernetes', 'remote', 'cloud']),
    }),
    emulation: v.object({ enabled: boolean, architectures: texts }),
    login: v.object({ enabled: boolean, registry: text, username: text }),
    exporter: text,
    layoutFolder: textOrNull,
    tags: texts,
    labels: text,
    noCache: boolean,
    pull: boolean,
  }),
  notes: v.array(v.object({ code: text, message: text, hint: text })),
}) satisfies v.GenericSchema<unknown, Plan>;

/** Writes the plan into a folder of the runner's, for its owner only; returns the file's path. Throws `FILE_UNREADABLE`. */
export async function writePlanFile(plan: Plan, directory: string): Promise<string> {
  const { mkdtemp, writeFile } = await import('node:fs/promises');
  try {
    // A folder of its own: two Plimsoll steps of one job have two plans.
    const path = join(await mkdtemp(join(directory, 'plimsoll-')), 'plan.json');
    await writeFile(path, `${JSON.stringify(plan)}\n`, { mode: 0o600, flag: 'wx' });
    return path;
  } catch (error) {
    throw wrapError('FILE_UNREADABLE', `${directory}: the plan could not be written`, error);
  }
}

/** Reads what `writePlanFile` wrote, and takes nothing in it for granted. Throws `FILE_UNREADABLE`. */
export async function readPlanFile(path: string): Promise<Plan> {
  const { readFile, stat } = await import('node:fs/promises');
  try {
    const { size } = await stat(path);
    if (size > MAX_PLAN_BYTES) throw new PlimsollError('FILE_UNREADABLE', `${path}: ${size} bytes are no plan`);
    return v.parse(PlanSchema, JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw wrapError('FILE_UNREADABLE', `${path}: the plan could not be read`, error);
  }
}
