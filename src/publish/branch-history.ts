import { PlimsollError } from '../errors.ts';
import type { GitHubApi } from '../github/api.ts';
import type { IsLater } from './reason-to-keep.ts';

/** Asks GitHub what is later on a branch. Without a token, or where it does not tell, nothing is. */
export function openBranchHistory(github: Pick<GitHubApi, 'findMergeBase'> | null): IsLater {
  return async (later, commit, branch) => {
    if (github === null) return false;
    try {
      // After a force push, what came later is not on the branch any more.
      const isAfter = (await github.findMergeBase(commit, later)) === commit;
      return isAfter && (await github.findMergeBase(branch, later)) === later;
    } catch (error) {
      if (error instanceof PlimsollError) return false;
      throw error;
    }
  };
}
