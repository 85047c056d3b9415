import { isAbsolute, posix, relative } from 'node:path';
import { printAnnotations } from '../publish/print-annotations.ts';
import { printNotes } from '../publish/print-notes.ts';
import { writeSummary } from '../publish/write-summary.ts';
import { renderFailedBuild } from '../report/failed-build.ts';
import type { Environment } from './environment.ts';
import type { FailedStep } from '../build/failed-step.ts';
import type { Plan } from '../plan/plan.ts';

/** Says at which line a build failed, on that line and in the summary. The error itself is the build step's to show. */
export async function reportFailedBuild(plan: Plan, step: FailedStep, environment: Environment): Promise<void> {
  const { annotation, summary } = renderFailedBuild(plan.name, step);
  const file = findDockerfile(plan, environment['GITHUB_WORKSPACE'] ?? '');
  const isThere = step.source !== null && file !== null && posix.basename(file) === step.source.file;
  const place = isThere ? { file, line: step.source.line } : null;
  printAnnotations([{ level: 'error', message: annotation, place }]);
  const left = await writeSummary(environment['GITHUB_STEP_SUMMARY'] ?? '', summary);
  printNotes(left === null ? [] : [left]);
}

/** From the root of the work tree, as annotations name files; `null` where it is not in there. */
function findDockerfile({ build: { file, context } }: Plan, workspace: string): string | null {
  const named = file === '' ? posix.join(context, 'Dockerfile') : file;
  const path = posix.normalize(isAbsolute(named) ? relative(workspace, named) : named);
  return path.startsWith('..') || isAbsolute(path) || /^[a-z]+:/i.test(named) ? null : path;
}
