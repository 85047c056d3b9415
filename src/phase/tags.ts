import { dirname } from 'node:path';
import { openGitHub } from './open-github.ts';
import { OUTSIDE, type Outside } from './outside.ts';
import { pushRecordFile } from './record-file.ts';
import type { Environment } from './environment.ts';
import { parseDigest } from '../image/digest.ts';
import { parseReference } from '../image/reference.ts';
import { fetchManifest } from '../image/registry/fetch-manifest.ts';
import { RegistryClient } from '../image/registry/registry-client.ts';
import { readPlanFile } from '../plan/plan-file.ts';
import { openBranchHistory } from '../publish/branch-history.ts';
import { printGroup } from '../publish/print-group.ts';
import { printNotes } from '../publish/print-notes.ts';
import { openTagRegistry } from '../publish/tag-registry.ts';
import { writeOutputs } from '../publish/write-outputs.ts';
import { writeTags, type PushedImage } from '../publish/write-tags.ts';

/** The last step: the tags of an image that was pushed by digest and is within its budgets. `true`: the job is to fail, since one could not be written. */
export async function tagBuild(environment: Environment, outside: Outside = OUTSIDE): Promise<boolean> {
  const planFile = environment['PLIMSOLL_PLAN_FILE'] ?? '';
  const plan = await readPlanFile(planFile);
  const digest = parseDigest(environment['PLIMSOLL_BUILD_DIGEST'] ?? '', 'the digest of the build step');
  const registry = new RegistryClient({ env: environment, ...outside.registry });
  const github = await openGitHub(environment['GITHUB_TOKEN'] ?? '', plan.event.repository, environment, outside);
  const docker = { path: 'docker', env: environment };
  const builder = environment['PLIMSOLL_BUILDER'] || plan.build.builder.name;
  const { name, commit, image: repository } = plan;
  let asked: ReturnType<PushedImage['fetchManifest']> | null = null;
  const image: PushedImage = {
    ...{ name, commit, repository, digest },
    // The record names it and each tag is made of it: once is enough.
    fetchManifest: async () => await (asked ??= fetchManifest(registry, parseReference(repository), { digest })),
  };
  // Before the tags: whoever finds the image by one finds its record too.
  const record = await pushRecordFile(dirname(planFile), registry, image);
  const tagRegistry = openTagRegistry(registry, docker, builder);
  const { written, kept, notes, errors } = await writeTags(plan.tags, image, tagRegistry, openBranchHistory(github));
  registry.close();
  writeOutputs({ tags: written.join('\n') });
  printGroup('Tags', [...(written.length === 0 ? ['none written'] : written), ...kept]);
  printNotes([...record, ...notes]);
  printNotes(errors, 'error');
  return errors.length > 0;
}
