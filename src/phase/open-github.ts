import { OUTSIDE, type Outside } from './outside.ts';
import type { Environment } from './environment.ts';
import type { GitHubApi } from '../github/api.ts';

/** The API of the workflow's repository; `null` without a token: then nothing is asked of GitHub. */
export async function openGitHub(
  token: string,
  repository: string,
  environment: Environment,
  { clock, github }: Outside = OUTSIDE,
): Promise<GitHubApi | null> {
  if (token === '') return null;
  const { createOctokitApi } = await import('../github/octokit-api.ts');
  return await createOctokitApi({
    token,
    baseUrl: environment['GITHUB_API_URL'] || 'https://api.github.com',
    repository,
    clock,
    ...github,
  });
}
