import type { Plan } from './plan.ts';

/** Outputs of the step `plan`, as action.yml's later steps read them. */
export type PlanOutputs = Record<
  | 'name'
  | 'qemu'
  | 'qemu-platforms'
  | 'setup-builder'
  | 'builder'
  | 'login'
  | 'registry'
  | 'username'
  | 'no-cache'
  | 'pull'
  | 'labels'
  | 'cache-from'
  | 'cache-to'
  | 'restore-mounts'
  | 'save-mounts'
  | 'outputs'
  | 'build-tags'
  | 'merge'
  | 'tag'
  | 'plan-file',
  string
>;

/** Lists are a line each; booleans are `true` and `false`, since the docker/* actions refuse an empty one. */
export function formatPlanOutputs(plan: Plan, planFile: string): PlanOutputs {
  const { build } = plan;
  return {
    name: plan.name,
    qemu: String(build.emulation.enabled),
    'qemu-platforms': build.emulation.architectures.join(','),
    'setup-builder': String(build.builder.isSetUp),
    builder: build.builder.name,
    login: String(build.login.enabled),
    registry: build.login.registry,
    username: build.login.username,
    'no-cache': String(build.noCache),
    pull: String(build.pull),
    labels: build.labels,
    'cache-from': plan.cache.from.join('\n'),
    'cache-to': plan.cache.to.join('\n'),
    'restore-mounts': String(plan.cacheMounts.kind === 'carried'),
    'save-mounts': String(plan.cacheMounts.kind === 'carried' && plan.cacheMounts.to !== null),
    outputs: build.exporter,
    'build-tags': build.tags.join('\n'),
    merge: String(plan.part.kind === 'merged'),
    // The job that merges the parts writes the tags.
    tag: String(plan.push.enabled && plan.part.kind !== 'platforms'),
    'plan-file': planFile,
  };
}
