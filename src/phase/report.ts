import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeCollectedFailure } from './collected-file.ts';
import { compareAndPublish } from './compare-and-publish.ts';
import { findPlanBaseline } from './find-plan-baseline.ts';
import { openGitHub } from './open-github.ts';
import { OUTSIDE, type Outside } from './outside.ts';
import { readHead } from './read-head.ts';
import { writeRecordFile } from './record-file.ts';
import { reportFailedBuild } from './report-failed-build.ts';
import { reportRefusedPush } from './report-refused-push.ts';
import { spareBuild } from './spare-build.ts';
import type { Environment } from './environment.ts';
import { failsJob } from '../compare/verdict.ts';
import { isDigest } from '../image/digest.ts';
import { RegistryClient } from '../image/registry/registry-client.ts';
import { readPlanFile } from '../plan/plan-file.ts';
import { formatReportOutputs } from '../publish/report-outputs.ts';
import { printNotes } from '../publish/print-notes.ts';
import { writeOutputs } from '../publish/write-outputs.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * The step after the build: what was built is compared with the baseline, and the outputs say what came of it. `true`:
 * the job is to fail, for a broken budget or, under `strict`, a comparison that could not be made; nothing else of ours
 * fails it.
 */
export async function reportBuild(environment: Environment, outside: Outside = OUTSIDE): Promise<boolean> {
  const planFile = environment['PLIMSOLL_PLAN_FILE'] ?? '';
  const plan = await readPlanFile(planFile);
  return await spareBuild(plan.strict, async () => await report(plan, dirname(planFile), environment, outside));
}

async function report(plan: Plan, folder: string, environment: Environment, outside: Outside): Promise<boolean> {
  const registry = new RegistryClient({ env: environment, ...outside.registry });
  const github = await openGitHub(environment['GITHUB_TOKEN'] ?? '', plan.event.repository, environment, outside);
  const isBuilt = environment['PLIMSOLL_BUILD_OUTCOME'] === 'success';
  const movedTags = plan.push.enabled ? plan.build.tags : [];
  const [head, baseline] = await Promise.all([
    readHead(plan, {
      docker: { path: 'docker', env: environment },
      registry,
      builder: environment['PLIMSOLL_BUILDER'] || plan.build.builder.name,
      digest: environment['PLIMSOLL_BUILD_DIGEST'] ?? '',
      isBuilt,
    }),
    isBuilt ? findPlanBaseline(plan, { registry, github, movedTags }, environment) : null,
  ]);
  const { image, build, origins, dockerfile, notes, sources } = head;
  // What is put into its cache mounts before the build stands for what an older builder has.
  const isOnFreshBuilder =
    plan.build.builder.isSetUp && plan.build.builder.driver === 'docker-container' && plan.cacheMounts.kind === 'off';
  const facts = {
    image: plan.image,
    platforms: plan.platforms,
    digest: isDigest(head.digest) ? head.digest : null,
    isPushed: head.isPushed,
    buildDurationMs: build?.durationMs ?? null,
  };
  // What is known already stays, whatever becomes of the report.
  const collected =
    image === null && plan.comment === 'collect' ? await writeCollectedFailure(folder, plan.name) : null;
  const files = { comparison: null, comment: null, report: null, collected };
  writeOutputs(formatReportOutputs({ ...facts, comparison: null, files, commentUrl: null }));
  if (image === null || baseline === null) {
    if (build !== null && build.failedStep !== null) await reportFailedBuild(plan, build.failedStep, environment);
    else if (build?.error) await reportRefusedPush(plan, build.error, environment);
    return false;
  }

  const directory = environment['GITHUB_WORKSPACE'] || process.cwd();
  const { context: from, file } = plan.build;
  const context = { kind: 'planned', context: from, file, directory } as const;
  const places = { registry, github, clock: outside.clock, folder };
  const published = await compareAndPublish(
    plan,
    { image, build, origins, dockerfile, notes, isOnFreshBuilder, sources, context },
    baseline,
    places,
    environment,
  );
  // Runners are short of disk.
  if (plan.build.layoutFolder !== null) await rm(plan.build.layoutFolder, { recursive: true, force: true });
  writeOutputs(formatReportOutputs({ ...facts, ...published }));
  // What it is kept with may be read out of the registry.
  if (head.isPushed) printNotes(await writeRecordFile(folder, plan, head, published.known));
  registry.close();
  return failsJob(published.comparison, plan.strict);
}
