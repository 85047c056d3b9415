import { resolve } from 'node:path';
import { adviseOnBuild, describeFindings } from './advise-on-build.ts';
import { adviseOnImage, joinFindings } from './advise-on-image.ts';
import { adviseVisitor } from './advise-visitor.ts';
import { findDockerfilePath } from './dockerfile-path.ts';
import { describeReport } from './describe-report.ts';
import { openCosts } from './open-costs.ts';
import { postComment } from './post-comment.ts';
import { readBothLayers } from './read-both-layers.ts';
import { readOverride } from './read-override.ts';
import { readRunIds } from './read-run.ts';
import { readVulnerabilities } from './read-vulnerabilities.ts';
import { readWrittenCache } from './read-written-cache.ts';
import { traceBothSides } from './trace-both-sides.ts';
import { writeReportFiles, type ReportFiles } from './write-report-files.ts';
import type { Environment } from './environment.ts';
import type { BuiltContext, ImageToCompare } from './image-to-compare.ts';
import { isFolderContext } from '../plan/work-tree.ts';
import type { ReportPlan } from '../plan/report-plan.ts';
import { compare, type CompareInput } from '../compare/compare.ts';
import { findSettingsNote } from '../compare/settings-change.ts';
import { isFailure, REPORTS_UNREAD } from '../compare/verdict.ts';
import { isOfUnknown } from '../compare/note-unknown.ts';
import { parseReference } from '../image/reference.ts';
import { printAnnotations } from '../publish/print-annotations.ts';
import { printGroup } from '../publish/print-group.ts';
import { printNotes } from '../publish/print-notes.ts';
import { writeSummary } from '../publish/write-summary.ts';
import { fetchRecord, type FoundRecord } from '../record/fetch-record.ts';
import { renderAnnotation, renderFindingAnnotations } from '../report/findings/annotation.ts';
import { makeSection } from '../report/comment/comment-section.ts';
import { renderComment } from '../report/comment/comment.ts';
import { renderSummary } from '../report/summary.ts';
import { renderTerminal } from '../report/terminal.ts';
import { VERSION } from '../version.ts';
import { priceUsage } from '../worth/prices.ts';
import type { ChangeFinding, ReadSides } from '../advice/find-in-change.ts';
import type { FoundBaseline } from '../baseline/found-baseline.ts';
import type { BuildStep } from '../build/build-record.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { GitHubApi } from '../github/api.ts';
import type { Clock } from '../github/clock.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { DifferingLayers } from '../layer/read-layers.ts';
import type { ImageRecord } from '../record/record.ts';
import type { StoredIndex } from '../record/layer-index.ts';
import type { ReportContext } from '../report/report-context.ts';

export interface ComparePlaces {
  registry: RegistryClient;
  /** `null`: nothing is asked of GitHub. */
  github: GitHubApi | null;
  clock: Clock;
  /** Where the files go. */
  folder: string;
}

/** What came of it, for the outputs. */
export interface PublishedComparison {
  comparison: Comparison;
  files: ReportFiles;
  commentUrl: string | null;
  /** What was read on the way, for the record of the head. */
  known: {
    layers: DifferingLayers;
    /** File indexes that the head's repository has. */
    stored: readonly StoredIndex[];
    /** Of the baseline's build, as its record has them; none without one. */
    steps: readonly BuildStep[];
    /** What was found in the Dockerfile. */
    advice: ImageRecord['advice'];
  };
}

/** Columns of the table in the log, which GitHub does not wrap. */
const LOG_WIDTH = 120;

/** Head and baseline become a comparison, which goes into the files, the log, the comment, the summary and the annotations. */
export async function compareAndPublish(
  plan: ReportPlan,
  head: ImageToCompare,
  found: FoundBaseline,
  { registry, github, clock, folder }: ComparePlaces,
  environment: Environment,
): Promise<PublishedComparison> {
  const baseline = plan.part.kind === 'platforms' ? keepPlatforms(found, head.image) : found;
  const record = await readBaselineRecord(registry, baseline);
  const baselineBuild = record.kind === 'found' ? record.record.build : null;
  const recorded = { origins: record.kind === 'found' ? record.record.origins : [], steps: baselineBuild?.steps ?? [] };
  const [traced, layers, override, advice, cache, reports] = await Promise.all([
    // The record tells where the baseline's layers come from; the image itself is asked only where it does not.
    traceBothSides(plan, head, baseline, recorded, { registry, github, environment }),
    readBothLayers(plan, head, baseline, record, registry),
    readOverride(plan, github),
    adviseOnBuild(head.dockerfile, listPlatforms(head.image), findContextFolder(head.context), head.isOnFreshBuilder),
    readWrittenCache(
      { to: plan.cache.to, isOfPullRequest: plan.event.kind === 'pull-request' },
      head.build?.cache ?? null,
      baselineBuild?.cache.manifests ?? [],
      registry,
    ),
    // Without a baseline there is nothing that could have come or gone.
    readVulnerabilities(baseline.kind === 'found' ? plan : { vulnerabilities: null }, environment),
  ]);
  const measure = await openCosts(advice, head, layers, recorded.steps);
  const isExact = baseline.kind === 'found' && baseline.isExact;
  const inImage = await findInImages(head.image, baseline, traced.origins, layers, {
    // An index that other rules had written lacks what these look at.
    isComparable: isExact && (record.kind !== 'found' || record.record.plimsoll === VERSION),
  });
  const inDockerfile = describeFindings(advice, record.kind === 'found' ? record.record : null, isExact, measure);
  const compared = compare({
    name: plan.name,
    image: plan.image,
    head: head.image,
    baseline,
    build: { head: head.build, baseline: baselineBuild },
    cache,
    origins: traced.origins,
    isBaseLookedFor: plan.details !== 'sizes',
    changedPaths: traced.changes,
    rules: {
      budgets: plan.budgets,
      overBudget: plan.overBudget === 'fail' && override.isClosed ? 'warn' : plan.overBudget,
      countDrift: plan.countDrift,
      isOverridden: override.isOverridden,
    },
    knownDiskBytes: layers.knownDiskBytes,
    contents: layers.contents,
    vulnerabilities: reports.changes,
    usage: plan.usage === null ? null : priceUsage(plan.usage),
    findings: joinFindings(inDockerfile, inImage, advice),
    notes: [
      ...(baseline.kind === 'failed' ? [] : baseline.notes),
      ...head.notes,
      ...(record.kind === 'ignored' ? [record.note] : []),
      ...(record.kind === 'found' ? record.notes : []),
      ...traced.notes,
      ...override.notes,
      ...layers.notes,
      ...reports.notes,
    ],
  });
  const comparison = { ...compared, notes: compared.notes.map((note) => adviseVisitor(note, plan)) };

  const context = describeReport(plan, baseline, override, environment);
  const files = await writeReportFiles(comparison, context, plan, folder);
  printGroup('Comparison', renderTerminal(comparison, context, { color: false, width: LOG_WIDTH }).split('\n'));
  const comment = await postSection(comparison, context, plan, { github, clock }, environment);
  const summary = await writeSummary(environment['GITHUB_STEP_SUMMARY'] ?? '', renderSummary(comparison, context));
  const annotation = renderAnnotation(comparison, context);
  // The annotation says why nothing was compared: once is enough. And a change that was meant is for the report.
  const settings = findSettingsNote(comparison);
  const notes = comparison.notes.filter(
    (note) =>
      note !== settings &&
      note.code !== REPORTS_UNREAD &&
      !isOfUnknown(note) &&
      annotation?.message.includes(note.message) !== true,
  );
  printNotes([...notes, ...(summary === null ? [] : [summary])]);
  printNotes(reports.notes, plan.strict ? 'error' : 'warning');
  // Who may comment and does not is to know; a fork and Dependabot never may, and their reviewers know.
  printNotes(comment.notes, plan.event.pullRequest?.access === 'own' ? 'warning' : 'notice');
  if (annotation !== null) {
    // What fails the job is an error: people look for one.
    const level = isFailure(comparison, plan.strict) ? 'error' : annotation.level;
    printAnnotations([{ ...annotation, level }]);
  }
  const file = head.context.kind === 'planned' ? findDockerfilePath(head.context) : null;
  printAnnotations(renderFindingAnnotations(comparison, context, file));
  const known = {
    layers,
    stored: findStored(plan.image, baseline, record),
    steps: recorded.steps,
    advice: advice?.recorded ?? null,
  };
  return { comparison, files, commentUrl: comment.url, known };
}

/** Keeps this image's section in the pull request's comment; without a pull request there is none. */
async function postSection(
  comparison: Comparison,
  context: ReportContext,
  { event: { pullRequest }, comment }: ReportPlan,
  { github, clock }: Pick<ComparePlaces, 'github' | 'clock'>,
  environment: Environment,
): ReturnType<typeof postComment> {
  if (pullRequest === null || github === null) return { url: null, notes: [] };
  const section = makeSection(comparison, renderComment(comparison, context), context, {
    ...readRunIds(environment),
    origin: 'own',
  });
  return await postComment(
    {
      pullRequest: pullRequest.number,
      isFork: pullRequest.access === 'fork',
      mode: comment,
      sections: [section],
      summaryUrl: context.run?.url ?? null,
    },
    github,
    clock,
  );
}

async function findInImages(
  head: CompareInput['head'],
  baseline: FoundBaseline,
  origins: CompareInput['origins'],
  { contents }: DifferingLayers,
  { isComparable }: Pick<ReadSides, 'isComparable'>,
): Promise<readonly ChangeFinding[]> {
  if (head.kind !== 'read' || baseline.kind !== 'found') return [];
  return await adviseOnImage({ head: head.image, baseline: baseline.image, origins, contents, isComparable });
}

/** What other jobs build of the image is theirs to compare. A baseline that has none of ours stays, for the note that says so. */
function keepPlatforms(baseline: FoundBaseline, head: CompareInput['head']): FoundBaseline {
  if (baseline.kind !== 'found' || head.kind !== 'read') return baseline;
  const ours = new Set(head.image.platforms.map(({ platform }) => platform));
  const platforms = baseline.image.platforms.filter(({ platform }) => ours.has(platform));
  return platforms.length === 0 ? baseline : { ...baseline, image: { ...baseline.image, platforms } };
}

/** Only beside the very image, in its own repository: elsewhere somebody else could write it. */
async function readBaselineRecord(registry: RegistryClient, baseline: FoundBaseline): Promise<FoundRecord> {
  if (baseline.kind !== 'found') return { kind: 'none' };
  return await fetchRecord(registry, parseReference(baseline.reference), baseline.image.digest);
}

/** A baseline may be in another repository than the head goes to. */
function findStored(image: string, baseline: FoundBaseline, record: FoundRecord): readonly StoredIndex[] {
  if (baseline.kind !== 'found' || record.kind !== 'found') return [];
  const [there, here] = [baseline.reference, image].map(parseReference);
  return there?.registry === here?.registry && there?.repository === here?.repository ? record.indexes : [];
}

function listPlatforms(head: CompareInput['head']): readonly string[] {
  return head.kind === 'read' ? head.image.platforms.map(({ platform }) => platform) : [];
}

/** On this machine; `null`: it is not there. */
function findContextFolder(built: BuiltContext): string | null {
  if (built.kind === 'recorded') return built.folder;
  return isFolderContext(built.context) ? resolve(built.directory, built.context) : null;
}
