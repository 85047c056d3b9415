import { OUTSIDE, type Outside } from './outside.ts';
import { describeMounts } from './describe-mounts.ts';
import { wrapError } from '../errors.ts';
import { RegistryClient } from '../image/registry/registry-client.ts';
import { findKept } from '../mounts/find-kept.ts';
import { restoreMounts } from '../mounts/restore-mounts.ts';
import { readPlanFile } from '../plan/plan-file.ts';
import { printGroup } from '../publish/print-group.ts';
import { printNotes } from '../publish/print-notes.ts';
import { formatBytes } from '../report/text/bytes.ts';
import type { Environment } from './environment.ts';

/** Before the build: cache mounts get what the last build of the branch left in them. Never throws: without it the build takes longer. */
export async function restoreCacheMounts(environment: Environment, outside: Outside = OUTSIDE): Promise<void> {
  const registry = new RegistryClient({ env: environment, ...outside.registry });
  try {
    const plan = await readPlanFile(environment['PLIMSOLL_PLAN_FILE'] ?? '');
    if (plan.cacheMounts.kind === 'off') return;
    printGroup('Cache mounts', await restore(plan.cacheMounts.from, environment, registry, plan.build.builder.name));
  } catch (error) {
    const { message, hint } = wrapError('DOCKER_FAILED', 'the builder', error);
    const note = { code: 'cache-mounts-not-restored', message: `Cache mounts begin empty: ${message}`, hint };
    printNotes([note], 'warning');
  } finally {
    registry.close();
  }
}

async function restore(
  references: readonly string[],
  environment: Environment,
  registry: RegistryClient,
  builder: string,
): Promise<string[]> {
  const startMs = performance.now();
  const docker = { path: 'docker', env: environment };
  const found = await findKept(docker, environment['PLIMSOLL_BUILDER'] || builder, registry, references);
  if (found === null) return ['none are kept yet'];
  const { set, container } = found;
  const { restored, kept, files, bytes } = await restoreMounts(container, registry, set);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  return [
    `${formatBytes(bytes)} in ${files} files, packed ${formatBytes(set.storedBytes)}, in ${seconds} s from ${set.reference}`,
    ...describeMounts('restored', restored),
    ...describeMounts('there already', kept),
  ];
}
