import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { tellsOfBuilds } from '../build/buildx-version.ts';
import { findCredential } from '../image/registry/docker-config.ts';
import { readEvent } from './read-event.ts';
import { formatPlan } from '../plan/format-plan.ts';
import { parseInputs, type Inputs } from '../plan/inputs.ts';
import { writePlanFile } from '../plan/plan-file.ts';
import { formatPlanOutputs } from '../plan/plan-outputs.ts';
import { makePlan } from '../plan/plan.ts';
import { parseRunner } from '../plan/runner.ts';
import { readWorkTree } from '../plan/work-tree.ts';
import { printGroup } from '../publish/print-group.ts';
import { printNotes } from '../publish/print-notes.ts';
import { writeOutputs } from '../publish/write-outputs.ts';
import type { Environment } from './environment.ts';

/** The step before the build: inputs, event and work tree become a plan, in a file and in outputs. Throws before anything is built. */
export async function planBuild(environment: Environment): Promise<void> {
  const inputs = parseInputs(environment);
  const event = await readEvent(environment);
  const directory = environment['GITHUB_WORKSPACE'] || process.cwd();
  const workTree = await readWorkTree({ context: inputs.context, eventSha: event.sha, directory, environment });
  const folder = environment['RUNNER_TEMP'] || directory;
  const plan = await makePlan(inputs, event, workTree, {
    nowMs: Date.now(),
    layoutFolder: await placeLayout(inputs, folder, environment),
    runner: parseRunner(environment, process.arch),
    hasCredential: (registry) => hasCredential(registry, environment),
  });

  const file = await writePlanFile(plan, folder);
  writeOutputs(formatPlanOutputs(plan, file));
  printGroup('Plan', formatPlan(plan));
  printNotes(plan.notes);
}

/** A name that no other step has; Buildx makes the folder. */
async function placeLayout(inputs: Inputs, folder: string, environment: Environment): Promise<string | null> {
  const isTold = await tellsOfBuilds(inputs.builder === '' ? inputs.buildxVersion : '', {
    path: 'docker',
    env: environment,
  });
  return isTold ? null : join(folder, `plimsoll-layout-${randomUUID()}`);
}

/** A Docker configuration that cannot be read holds none; Docker itself will say what is wrong with it. */
async function hasCredential(registry: string, environment: Environment): Promise<boolean> {
  return await findCredential(registry, environment).then(
    (credential) => credential !== null,
    () => false,
  );
}
