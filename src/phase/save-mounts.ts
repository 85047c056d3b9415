import { OUTSIDE, type Outside } from './outside.ts';
import { describeMounts } from './describe-mounts.ts';
import { findBuild } from '../build/find-build.ts';
import { readBuild } from '../build/read-build.ts';
import { readWhyNoRecord } from '../build/why-no-record.ts';
import { PlimsollError, wrapError } from '../errors.ts';
import { RegistryClient } from '../image/registry/registry-client.ts';
import { findBuilderContainer } from '../mounts/builder-container.ts';
import { saveMounts } from '../mounts/save-mounts.ts';
import { fetchStoredSet, type StoredSet } from '../mounts/stored-set.ts';
import { readPlanFile } from '../plan/plan-file.ts';
import { printGroup } from '../publish/print-group.ts';
import { printNotes } from '../publish/print-notes.ts';
import { formatBytes } from '../report/text/bytes.ts';
import type { Environment } from './environment.ts';
import type { Plan } from '../plan/plan.ts';

/** After a build that a branch pushed: what its steps left in cache mounts is kept. Never throws: without it the next build takes longer. */
export async function saveCacheMounts(environment: Environment, outside: Outside = OUTSIDE): Promise<void> {
  const registry = new RegistryClient({ env: environment, ...outside.registry });
  try {
    const plan = await readPlanFile(environment['PLIMSOLL_PLAN_FILE'] ?? '');
    if (plan.cacheMounts.kind === 'off' || plan.cacheMounts.to === null) return;
    const { from, to } = plan.cacheMounts;
    printGroup('Cache mounts', await save({ ...plan, from, to }, environment, registry));
  } catch (error) {
    const { message, hint } = wrapError('DOCKER_FAILED', 'the builder', error);
    const note = { code: 'cache-mounts-not-saved', message: `Cache mounts were not kept: ${message}`, hint };
    printNotes([note], 'warning');
  } finally {
    registry.close();
  }
}

async function save(
  { build, startedAtMs, from, to }: Pick<Plan, 'build' | 'startedAtMs'> & { from: readonly string[]; to: string },
  environment: Environment,
  registry: RegistryClient,
): Promise<string[]> {
  const startMs = performance.now();
  const docker = { path: 'docker', env: environment };
  const builder = environment['PLIMSOLL_BUILDER'] || build.builder.name;
  const digest = environment['PLIMSOLL_BUILD_DIGEST'] || null;
  const found = await findBuild(docker, { builder, startedAtMs, digest });
  if (found.kind !== 'found') {
    throw new PlimsollError('BUILD_NOT_FOUND', readWhyNoRecord(found.note), { hint: found.note.hint });
  }
  const { cacheMounts: steps } = await readBuild(docker, { builder: found.builder, id: found.id }, found.summary);
  if (steps.length === 0) return ['the build has none'];
  if (!steps.some(({ ran }) => ran)) return ['left as they are kept: no step that has any ran'];

  const [previous, container] = await Promise.all([
    fetchPrevious(registry, from),
    findBuilderContainer(docker, builder),
  ]);
  const saved = await saveMounts(container, registry, { steps, previous, reference: to });
  if (saved.kind === 'unused') return [];
  const { files, bytes, readBytes, newBytes, storedBytes, left, leftFiles } = saved;
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  return [
    `${formatBytes(bytes)} in ${files} files, ${formatBytes(readBytes)} of that read, ${formatBytes(newBytes)} sent, ${formatBytes(storedBytes)} kept in all, in ${seconds} s to ${to}`,
    ...describeMounts('kept', saved.saved),
    ...describeMounts('not kept, too large or begun from a stage or an image', left),
    ...(leftFiles === 0
      ? []
      : [`${leftFiles} entries were not kept: devices, sockets, huge files, names that are not UTF-8`]),
  ];
}

/** One that cannot be read is replaced. */
async function fetchPrevious(registry: RegistryClient, references: readonly string[]): Promise<StoredSet | null> {
  try {
    return await fetchStoredSet(registry, references);
  } catch (error) {
    if (error instanceof PlimsollError && ['IMAGE_INVALID', 'LIMIT_EXCEEDED'].includes(error.code)) return null;
    throw error;
  }
}
