import { findBaseline } from '../baseline/find-baseline.ts';
import { openBaselineRegistry } from '../baseline/open-registry.ts';
import type { Environment } from './environment.ts';
import type { FoundBaseline } from '../baseline/found-baseline.ts';
import type { GitHubApi } from '../github/api.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { ReportPlan } from '../plan/report-plan.ts';

export interface BaselineSearch {
  registry: RegistryClient;
  /** `null`: nothing is asked of GitHub. */
  github: GitHubApi | null;
  /** Full references that the push of the head wrote before this. */
  movedTags: readonly string[];
}

/** What a plan's image is compared with. Never throws for what a registry or GitHub answers. */
export async function findPlanBaseline(
  plan: ReportPlan,
  { registry, github, movedTags }: BaselineSearch,
  environment: Environment,
): Promise<FoundBaseline> {
  return await findBaseline(plan.baseline, {
    registry: openBaselineRegistry(registry, plan.image, movedTags),
    github,
    image: plan.image,
    workflow: readWorkflowFile(environment),
  });
}

/** `acme/api/.github/workflows/ci.yml@refs/heads/main` -> `.github/workflows/ci.yml`. */
function readWorkflowFile(environment: Environment): string | null {
  return /^[^/]+\/[^/]+\/([^@]+)@/.exec(environment['GITHUB_WORKFLOW_REF'] ?? '')?.[1] ?? null;
}
