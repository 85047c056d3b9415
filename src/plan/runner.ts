/** The machine that the job runs on. */
export interface Runner {
  /** As Go and OCI name it: `amd64`, `arm64`. */
  architecture: string;
  /** Tells this job from every other one, on the same machine too. */
  job: string;
}

const ARCHITECTURES: Readonly<Record<string, string>> = { X64: 'amd64', X86: '386', ARM64: 'arm64', ARM: 'arm' };

/** Environment of a step to its runner. `fallback` is Node's name of the architecture, for a runner that names none. */
export function parseRunner(environment: Readonly<Record<string, string | undefined>>, fallback: string): Runner {
  const named = environment['RUNNER_ARCH'] ?? fallback.toUpperCase();
  const names = ['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_JOB', 'RUNNER_NAME', 'RUNNER_TEMP'];
  return {
    architecture: ARCHITECTURES[named.toUpperCase()] ?? named.toLowerCase(),
    job: names.map((name) => environment[name] ?? '').join('\n'),
  };
}
