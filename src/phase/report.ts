import { dirname } from 'node:path';
import { describeReport } from './describe-report.ts';
import { postComment } from './post-comment.ts';
import { readHead } from './read-head.ts';
import { readOverride } from './read-override.ts';
import { writeRecordFile } from './record-file.ts';
import { writeReportFiles } from './write-report-files.ts';
import type { Environment } from './environment.ts';
import { findBaseline } from '../baseline/find-baseline.ts';
import { openBaselineRegistry } from '../baseline/open-registry.ts';
import { compare } from '../compare/compare.ts';
import { failsJob } from '../compare/verdict.ts';
import { createOctokitApi } from '../github/octokit-api.ts';
import { isDigest } from '../image/digest.ts';
import { parseReference } from '../image/reference.ts';
import { RegistryClient } from '../image/registry/registry-client.ts';
import { readPlanFile } from '../plan/plan-file.ts';
import { printAnnotations } from '../publish/print-annotations.ts';
import { printGroup } from '../publish/print-group.ts';
import { printNotes } from '../publish/print-notes.ts';
import { formatReportOutputs } from '../publish/report-outputs.ts';
import { writeOutputs } from '../publish/write-outputs.ts';
import { writeSummary } from '../publish/write-summary.ts';
import { renderAnnotation } from '../report/annotation.ts';
import { renderSummary } from '../report/summary.ts';
import { renderTerminal } from '../report/terminal.ts';
import { fetchRecord, type FoundRecord } from '../record/fetch-record.ts';
import type { FoundBaseline } from '../baseline/found-baseline.ts';
import type { GitHubApi } from '../github/api.ts';
import type { Plan } from '../plan/plan.ts';

/** Columns of the table in the log, which GitHub does not wrap. */
const LOG_WIDTH = 120;

/**
 * The step after the build: head and baseline become a comparison, which goes into the files, the outputs, the log, the
 * summary and the comment. `true`: the job is to fail, for a broken budget or, under `strict`, a comparison that could
 * not be made; nothing else of ours fails it.
 */
export async function reportBuild(environment: Environment): Promise<boolean> {
  const planFile = environment['PLIMSOLL_PLAN_FILE'] ?? '';
  const plan = await readPlanFile(planFile);
  const registry = new RegistryClient({ env: environment });
  const github = await openGitHub(plan, environment);
  const head = await readHead(plan, {
    docker: { path: 'docker', env: environment },
    registry,
    builder: environment['PLIMSOLL_BUILDER'] || plan.build.builder.name,
    digest: environment['PLIMSOLL_BUILD_DIGEST'] ?? '',
    isBuilt: environment['PLIMSOLL_BUILD_OUTCOME'] === 'success',
  });
  const facts = {
    image: plan.image,
    platforms: plan.platforms,
    digest: isDigest(head.digest) ? head.digest : null,
    isPushed: head.isPushed,
    buildDurationMs: head.build?.durationMs ?? null,
  };
  if (head.image === null) {
    // The build's own error is what the user is to see.
    const files = { comparison: null, comment: null, report: null };
    writeOutputs(formatReportOutputs({ ...facts, comparison: null, files, commentUrl: null }));
    return false;
  }

  const places = {
    registry: openBaselineRegistry(registry, plan.image),
    github,
    image: plan.image,
    workflow: readWorkflowFile(environment),
  };
  const baseline = await findBaseline(plan.baseline, places);
  const record = await readBaselineRecord(registry, baseline);
  const override = await readOverride(plan, github);
  const comparison = compare({
    name: plan.name,
    image: plan.image,
    head: head.image,
    baseline,
    build: { head: head.build, baseline: record.kind === 'found' ? record.record.build : null },
    rules: {
      budgets: plan.budgets,
      overBudget: plan.overBudget,
      countDrift: plan.countDrift,
      isOverridden: override.isOverridden,
    },
    knownDiskBytes: new Map(),
    notes: [
      ...(baseline.kind === 'failed' ? [] : baseline.notes),
      ...head.notes,
      ...(record.kind === 'ignored' ? [record.note] : []),
      ...override.notes,
    ],
  });
  registry.close();
  if (head.isPushed) await writeRecordFile(dirname(planFile), plan, head);

  const context = describeReport(plan, baseline, override, environment);
  const files = await writeReportFiles(comparison, context, { folder: dirname(planFile), withPage: plan.report });
  printGroup('Comparison', renderTerminal(comparison, context, { color: false, width: LOG_WIDTH }).split('\n'));
  const comment = await postComment(comparison, context, plan, github, environment);
  writeOutputs(formatReportOutputs({ ...facts, comparison, files, commentUrl: comment.url }));
  const summary = await writeSummary(environment['GITHUB_STEP_SUMMARY'] ?? '', renderSummary(comparison, context));
  printNotes([...comparison.notes, ...comment.notes, ...(summary === null ? [] : [summary])]);
  const annotation = renderAnnotation(comparison, context);
  if (annotation !== null) printAnnotations([annotation]);
  return failsJob(comparison, plan.strict);
}

/** Only beside the very image, in its own repository: elsewhere somebody else could write it. */
async function readBaselineRecord(registry: RegistryClient, baseline: FoundBaseline): Promise<FoundRecord> {
  if (baseline.kind !== 'found') return { kind: 'none' };
  return await fetchRecord(registry, parseReference(baseline.reference), baseline.image.digest);
}

/** `acme/api/.github/workflows/ci.yml@refs/heads/main` -> `.github/workflows/ci.yml`. */
function readWorkflowFile(environment: Environment): string | null {
  return /^[^/]+\/[^/]+\/([^@]+)@/.exec(environment['GITHUB_WORKFLOW_REF'] ?? '')?.[1] ?? null;
}

/** `null` without a token: then nothing is asked of GitHub. */
async function openGitHub(plan: Plan, environment: Environment): Promise<GitHubApi | null> {
  const token = environment['GITHUB_TOKEN'] ?? '';
  if (token === '') return null;
  const baseUrl = environment['GITHUB_API_URL'] || 'https://api.github.com';
  return await createOctokitApi({ token, baseUrl, repository: plan.event.repository });
}
