import { runGit, type GitOptions } from '../plan/run-git.ts';
import type { GitHubApi } from '../github/api.ts';

export interface CommitsToCompare {
  readonly baseline: string;
  readonly head: string;
  readonly environment: GitOptions['environment'];
  /** Asked where git has not both commits; `null`: nobody is. */
  readonly github: Pick<GitHubApi, 'listChangedFiles'> | null;
}

/**
 * Files that differ between two commits, from the root of the repository, as git has it in `folder`, or where that is
 * shallow as GitHub has it; `null`: not known. Throws what git and GitHub answer where neither knows the commits.
 */
export async function listChangedPaths(folder: string, commits: CommitsToCompare): Promise<string[] | null> {
  const { baseline, head, github } = commits;
  if (baseline === head) return [];
  try {
    // What .gitmodules says is not to be looked at may be copied all the same.
    const what = ['--name-only', '--no-renames', '--ignore-submodules=none'];
    return splitPaths(await runGit(folder, ['diff-tree', '-r', '-z', ...what, baseline, head], commits));
  } catch (error) {
    // A shallow clone has not both.
    if (github === null) throw error;
    return await github.listChangedFiles(baseline, head);
  }
}

/** What git prints under `-z`. */
export function splitPaths(text: string): string[] {
  return text.split('\0').filter((path) => path !== '');
}
