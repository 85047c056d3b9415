import type { EventPayload } from './event-payload.ts';

/** The run that a workflow on `workflow_run` follows, of a pull request. Names are untrusted text. */
export interface FollowedRun {
  id: number;
  attempt: number;
  number: number;
  headSha: string;
  headBranch: string;
  /** `owner/repo` that the pull request comes from. */
  headRepository: string;
}

/** `null`: no pull request started it, or GitHub does not say all of it. */
export function parseFollowedRun({ workflow_run: run }: EventPayload): FollowedRun | null {
  if (run?.event !== 'pull_request') return null;
  const { id, run_attempt: attempt, run_number: number, head_sha: headSha, head_branch: headBranch } = run;
  const headRepository = run.head_repository?.full_name ?? null;
  if (id === null || headSha === null || headBranch === null || headRepository === null) return null;
  return { id, attempt: attempt ?? 1, number: number ?? 0, headSha, headBranch, headRepository };
}
