import type { Environment } from './environment.ts';
import { PlimsollError } from '../errors.ts';
import { RegistryClient } from '../image/registry/registry-client.ts';
import { readPlanFile } from '../plan/plan-file.ts';
import { mergeImages } from '../publish/merge-images.ts';
import { writeOutputs } from '../publish/write-outputs.ts';

/** Instead of a build: what other jobs have built and pushed, a platform each, becomes one index. Throws `DOCKER_FAILED`, `REGISTRY_*`. */
export async function mergeParts(environment: Environment): Promise<void> {
  const plan = await readPlanFile(environment['PLIMSOLL_PLAN_FILE'] ?? '');
  if (plan.part.kind !== 'merged') throw new PlimsollError('USAGE', 'there are no digests to merge');
  const registry = new RegistryClient({ env: environment });
  const docker = { path: 'docker', env: environment };
  const digest = await mergeImages(docker, registry, plan.image, plan.part.digests);
  registry.close();
  writeOutputs({ digest });
}
