import { isAtEvent } from './at-event.ts';
import { planBaseline } from './baseline-query.ts';
import { planBuilder } from './builder.ts';
import { planCache } from './cache.ts';
import { planCacheMounts, type PlannedCacheMounts } from './cache-mounts.ts';
import { planEmulation } from './emulation.ts';
import { planImage } from './planned-image.ts';
import { describeEvent } from './describe-event.ts';
import { planLabels } from './labels.ts';
import { planLogin } from './login.ts';
import { decidePush } from './push-decision.ts';
import { decideOverBudget, noteBudgets } from './over-budget.ts';
import { planPushRoute } from './push-route.ts';
import { namePart, planPart, type Part } from './part.ts';
import { planTags } from './tags.ts';
import { formatExporter } from './exporter.ts';
import type { Budget } from './budget.ts';
import type { PlannedBuilder } from './builder.ts';
import type { PlannedEmulation } from './emulation.ts';
import type { Access, WorkflowEvent } from './event.ts';
import type { Inputs } from './inputs.ts';
import type { Note } from '../note.ts';
import type { OverBudget } from './over-budget.ts';
import type { Runner } from './runner.ts';
import type { AskedUsage } from './usage.ts';
import type { VulnerabilityFiles } from './vulnerability-files.ts';
import type { WorkTree } from './work-tree.ts';

/** What will be done and why: made before the build, read again by the report and the tags (`plan-file`, JSON). */
export interface Plan {
  schemaVersion: 1;
  /** When planning started, Unix milliseconds: builds that began before are not ours. */
  startedAtMs: number;
  /** How the comment calls the image. */
  name: string;
  /** Repository without tag: `ghcr.io/acme/api`. */
  image: string;
  event: {
    kind: EventKind;
    /** The event's name as GitHub gave it. */
    name: string;
    /** `owner/repo` of the workflow's repository. */
    repository: string;
    pullRequest: {
      number: number;
      headSha: string;
      headRepository: string | null;
      baseRef: string;
      access: Access;
    } | null;
  };
  /** HEAD of the work tree that holds the context; `null` where there is none (a Git URL as context). */
  commit: string | null;
  push: { enabled: boolean; reason: string };
  /** Full references, written last; empty where nothing is pushed. */
  tags: readonly PlannedTag[];
  platforms: readonly string[];
  /** How much of the image this job makes. */
  part: Part;
  cache: { from: readonly string[]; to: readonly string[] };
  cacheMounts: PlannedCacheMounts;
  baseline: BaselineQuery;
  budgets: readonly Budget[];
  /** `warn`: a broken budget is said, the job goes on. `none`: budgets do not apply to this event. */
  overBudget: OverBudget;
  noise: { bytes: number; percent: number };
  overrideLabel: string;
  countDrift: boolean;
  details: 'auto' | 'sizes' | 'full';
  /** Bytes of layers to read at most under `details: auto`. */
  maxReadBytes: number;
  comment: 'auto' | 'always' | 'never' | 'collect';
  /** Whether the HTML page is written. */
  report: boolean;
  /** How it is used, for what a month costs; `null`: that is not asked. */
  usage: AskedUsage | null;
  /** Reports of scanners, read after the build; `null`: none. */
  vulnerabilities: VulnerabilityFiles | null;
  strict: boolean;
  /** What the steps between the plan and the report are told (`formatPlanOutputs`). */
  build: BuildSteps;
  /** What the plan took and why, for the log and the comment. */
  notes: readonly Note[];
}

export type EventKind = 'pull-request' | 'merge-queue' | 'branch' | 'tag' | 'other';

export interface BuildSteps {
  /** As the user wrote them. */
  context: string;
  file: string;
  target: string;
  builder: PlannedBuilder;
  emulation: PlannedEmulation;
  login: { enabled: boolean; registry: string; username: string };
  /** Value of `outputs`, one line: how the image leaves the builder. */
  exporter: string;
  /** Where the image is written as an OCI layout, to be read from there; `null`: it is pushed, or read out of the builder. */
  layoutFolder: string | null;
  /** Tags that the push itself writes: empty but under the docker driver. */
  tags: readonly string[];
  /** `labels` as text, the user's own byte for byte. */
  labels: string;
  noCache: boolean;
  pull: boolean;
}

/** `reference` is whole: `ghcr.io/acme/api:main`. */
export type PlannedTag =
  /** `always`: moved; `once`: written only where it is not there yet (`sha-<40 hex>`). */
  | { reference: string; write: 'always' | 'once' }
  /** A branch's own: moved, but not back from a later commit of the branch to this one, as a run that is repeated would. */
  | { reference: string; write: 'unless-newer'; branch: string }
  /** `latest`: moved only where this version is the highest stable one of its prefix (`isHighestStable`, out of the registry's tags). */
  | { reference: string; write: 'if-highest'; prefix: string; version: string };

/**
 * Where the baseline is to be looked for, resolved by `src/baseline` once the registry can be read. `branchTag` is a
 * tag of the image's repository, without it (`main`); `base` and `head` are a branch's name or a commit.
 */
export type BaselineQuery =
  /** A commit's own image: tag `sha-<40 hex>`, `sha-<7..39 hex>` with that revision, then ancestors, then the branch's tag. */
  | { kind: 'commit'; commit: string; branchTag: string | null; why: string }
  /** The commit where the head left the base branch; asked of the API or of git. */
  | { kind: 'merge-base'; base: string; head: string; branchTag: string | null; why: string }
  /** A tag as it is before this run writes it. */
  | { kind: 'tag'; reference: string; why: string }
  /** The previous release: `findPreviousRelease` out of the registry's tags. `version` null: the highest. */
  | { kind: 'release'; prefix: string; version: string | null; why: string }
  /** Given by the user: a tag, reference or digest. */
  | { kind: 'given'; reference: string; why: string }
  | { kind: 'none'; why: string };

/** What the plan depends on beside inputs and event: the machine, the clock, and what is known of credentials. */
export interface Surroundings {
  nowMs: number;
  runner: Runner;
  /** Where an image that is not pushed goes when Buildx is too old to be asked for it; `null`: it is not. */
  layoutFolder: string | null;
  /** Whether the Docker configuration can log in to a registry (`ghcr.io`, `docker.io`, …) already. */
  hasCredential: (registry: string) => Promise<boolean>;
}

/** The story of the plan, by contract.md's "Events". Throws `INPUT_INVALID` and `PUSH_REFUSED`. */
export async function makePlan(
  inputs: Inputs,
  event: WorkflowEvent,
  workTree: WorkTree,
  surroundings: Surroundings,
): Promise<Plan> {
  const named = planImage(inputs, event);
  const repository = named.repository.text;
  const { commit } = workTree;
  const isAt = isAtEvent(event, workTree);

  const push = decidePush(inputs.push, event);
  const part = planPart(inputs, push);
  const tags =
    push.enabled && part.kind !== 'platforms'
      ? planTags(event, { repository, given: inputs.tags, commit, isAtEvent: isAt })
      : { tags: [], notes: [] };
  const asked = planBuilder(inputs, surroundings.runner.job);
  // Nothing is built where parts are merged.
  const builder = part.kind === 'merged' ? { ...asked, name: inputs.builder, isSetUp: false } : asked;
  const route = planPushRoute(push.enabled, builder.driver === 'docker', tags.tags, surroundings.layoutFolder);

  const movedTags = route.kind === 'by-tag' ? route.tags : [];

  const platforms = inputs.platforms.length > 0 ? inputs.platforms : [`linux/${surroundings.runner.architecture}`];
  const image = { ...named, name: namePart(named.name, part, platforms) };
  const labels = planLabels(event, commit, surroundings.nowMs, inputs.labels);
  const cacheRepository = inputs.cacheImage?.text ?? repository;
  const cache = planCache(inputs, { name: image.name, repository: cacheRepository }, event, push);

  const cacheMounts = planCacheMounts(
    inputs,
    { name: image.name, repository: cacheRepository, architecture: surroundings.runner.architecture },
    event,
    { isBuilt: part.kind !== 'merged', driver: builder.driver, isPushed: push.enabled },
  );

  const { registry } = image.repository;
  const hasCredential = inputs.login === 'auto' && (await surroundings.hasCredential(registry));
  const login = planLogin(
    inputs,
    registry,
    { ...event, mayWrite: push.mayWrite, isPushed: push.enabled },
    hasCredential,
  );

  const baseline = planBaseline(inputs.baseline, event, {
    repository,
    workTree,
    isAtEvent: isAt,
    isBranchTagOverwritten: route.kind === 'by-tag',
    movedTags,
    tags: inputs.tags,
  });

  return {
    schemaVersion: 1,
    startedAtMs: surroundings.nowMs,
    name: image.name,
    image: repository,
    event: describeEvent(event),
    commit,
    push: { enabled: push.enabled, reason: push.reason },
    tags: tags.tags,
    platforms,
    part,
    cache: { from: cache.from, to: cache.to },
    cacheMounts: cacheMounts.planned,
    baseline,
    budgets: inputs.budgets,
    overBudget: decideOverBudget(event.trigger),
    noise: inputs.noise,
    overrideLabel: inputs.overrideLabel,
    countDrift: inputs.countDrift,
    details: inputs.details,
    maxReadBytes: inputs.maxReadBytes,
    comment: inputs.comment,
    report: inputs.report,
    usage: inputs.usage,
    vulnerabilities: inputs.vulnerabilities,
    strict: inputs.strict,
    build: {
      context: inputs.context,
      file: inputs.file,
      target: inputs.target,
      builder,
      emulation:
        part.kind === 'merged'
          ? { enabled: false, architectures: [] }
          : planEmulation(inputs, surroundings.runner.architecture),
      login: { enabled: login.enabled, registry, username: login.username },
      exporter: formatExporter(repository, route, inputs.exporterOptions),
      layoutFolder: route.kind === 'layout' ? route.folder : null,
      tags: movedTags,
      labels,
      noCache: inputs.noCache,
      pull: inputs.pull,
    },
    notes: [
      ...image.notes,
      ...workTree.notes,
      ...push.notes,
      ...tags.notes,
      ...(route.kind === 'by-tag' ? [route.note] : []),
      ...cache.notes,
      ...cacheMounts.notes,
      ...login.notes,
      ...noteBudgets(event.trigger, inputs.budgets, platforms),
    ],
  };
}
