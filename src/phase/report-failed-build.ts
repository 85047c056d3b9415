import { posix } from 'node:path';
import { findDockerfilePath } from './dockerfile-path.ts';
import { printAnnotations } from '../publish/print-annotations.ts';
import { printNotes } from '../publish/print-notes.ts';
import { writeSummary } from '../publish/write-summary.ts';
import { renderFailedBuild } from '../report/timing/failed-build.ts';
import type { Environment } from './environment.ts';
import type { FailedStep } from '../build/steps/failed-step.ts';
import type { Plan } from '../plan/plan.ts';

/** Says at which line a build failed, on that line and in the summary. The error itself is the build step's to show. */
export async function reportFailedBuild(plan: Plan, step: FailedStep, environment: Environment): Promise<void> {
  const { annotation, summary } = renderFailedBuild(plan.name, step);
  const file = findDockerfilePath({ ...plan.build, directory: environment['GITHUB_WORKSPACE'] ?? '' });
  const isThere = step.source !== null && file !== null && posix.basename(file) === posix.basename(step.source.file);
  const place = isThere ? { file, line: step.source.line } : null;
  printAnnotations([{ level: 'error', message: annotation, place }]);
  const left = await writeSummary(environment['GITHUB_STEP_SUMMARY'] ?? '', summary);
  printNotes(left === null ? [] : [left]);
}
