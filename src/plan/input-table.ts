/** Every input of action.yml, in its order; `contract.test.ts` holds action.yml and docs/reference.md to this table. */
export const INPUT_TABLE = {
  image: planned(),
  name: planned(),
  login: planned('auto'),
  username: planned(),
  password: handed(),
  context: planned('.'),
  file: planned(),
  target: planned(),
  platforms: planned('linux/amd64,linux/arm64'),
  partial: planned('false'),
  digests: planned(),
  'build-args': handed(),
  'build-contexts': handed(),
  labels: planned(),
  annotations: handed(),
  secrets: handed(),
  'secret-envs': handed(),
  'secret-files': handed(),
  ssh: handed(),
  network: handed(),
  allow: handed(),
  'add-hosts': handed(),
  'shm-size': handed(),
  ulimit: handed(),
  'cgroup-parent': handed(),
  'no-cache': planned('false'),
  'no-cache-filters': handed(),
  pull: planned('false'),
  provenance: handed(),
  sbom: handed(),
  attests: handed(),
  'exporter-options': planned(),
  tags: planned(),
  push: planned('auto'),
  cache: planned('auto'),
  'cache-image': planned(),
  'cache-from': planned(),
  'cache-to': planned(),
  'cache-mounts': planned('false'),
  builder: planned(),
  driver: planned('docker-container'),
  'driver-opts': planned(),
  'buildkitd-flags': planned(),
  'buildkitd-config': planned(),
  'buildkitd-config-inline': planned(),
  endpoint: planned(),
  append: planned(),
  'buildx-version': planned(),
  qemu: planned('auto'),
  'qemu-image': handed('docker.io/tonistiigi/binfmt:latest'),
  baseline: planned('auto'),
  'max-size': planned(),
  'max-increase': planned(),
  'max-size-on-disk': planned(),
  'max-increase-on-disk': planned(),
  'count-drift': planned('false'),
  noise: planned('50 kB and 0.5%'),
  'override-label': planned('size-ok'),
  details: planned('auto'),
  'max-read': planned('500 MB'),
  comment: planned('auto'),
  report: planned('false'),
  pulls: planned(),
  'price-storage': planned(),
  'price-transfer': planned(),
  'baseline-vulnerabilities': planned(),
  'head-vulnerabilities': planned(),
  'github-token': handed('${{ github.token }}'),
  strict: planned('false'),
} as const satisfies Record<string, InputRow>;

export interface InputRow {
  /** '' where action.yml names no default. */
  default: string;
  /** Whether the planner reads it, from `PLIMSOLL_<NAME>`. What it does not read goes to a nested action or the report as it is. */
  isPlanned: boolean;
}

/** Name of an input, as in action.yml. */
export type InputName = keyof typeof INPUT_TABLE;

/** Where an action.yml puts an input for a step of ours: `max-increase` is `PLIMSOLL_MAX_INCREASE`. */
export function environmentName(input: string): string {
  return `PLIMSOLL_${input.toUpperCase().replaceAll('-', '_')}`;
}

function planned(value = ''): { default: string; isPlanned: true } {
  return { default: value, isPlanned: true };
}

function handed(value = ''): { default: string; isPlanned: false } {
  return { default: value, isPlanned: false };
}
