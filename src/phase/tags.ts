import { dirname } from 'node:path';
import { pushRecordFile } from './record-file.ts';
import type { Environment } from './environment.ts';
import { parseDigest } from '../image/digest.ts';
import { RegistryClient } from '../image/registry/registry-client.ts';
import { readPlanFile } from '../plan/plan-file.ts';
import { printGroup } from '../publish/print-group.ts';
import { printNotes } from '../publish/print-notes.ts';
import { openTagRegistry } from '../publish/tag-registry.ts';
import { writeOutputs } from '../publish/write-outputs.ts';
import { writeTags } from '../publish/write-tags.ts';

/** The last step: the tags of an image that was pushed by digest and is within its budgets. `true`: the job is to fail, since one could not be written. */
export async function tagBuild(environment: Environment): Promise<boolean> {
  const planFile = environment['PLIMSOLL_PLAN_FILE'] ?? '';
  const plan = await readPlanFile(planFile);
  const digest = parseDigest(environment['PLIMSOLL_BUILD_DIGEST'] ?? '', 'the digest of the build step');
  const registry = new RegistryClient({ env: environment });
  const docker = { path: 'docker', env: environment };
  const builder = environment['PLIMSOLL_BUILDER'] || plan.build.builder.name;
  // Before the tags: whoever finds the image by one finds its record too.
  const record = await pushRecordFile(dirname(planFile), registry, plan.image, digest);
  const { written, kept, notes, errors } = await writeTags(
    plan.tags,
    { repository: plan.image, digest },
    openTagRegistry(registry, docker, builder),
  );
  registry.close();
  writeOutputs({ tags: written.join('\n') });
  printGroup('Tags', [...(written.length === 0 ? ['none written'] : written), ...kept]);
  printNotes([...record, ...notes]);
  printNotes(errors, 'error');
  return errors.length > 0;
}
