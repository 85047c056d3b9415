import type { GitHubApi, WorkflowRun } from '../github/api.ts';
import type { Note } from '../note.ts';

/**
 * Why a commit has no image, out of the runs of workflows on it, and what to do (facts/github.md: it may still be built,
 * have been cancelled, have failed, or never have been built). `workflow`: file of the workflow that asks, which is
 * likely the one that builds the base branch too; `null` where it is not known. `null`: GitHub does not tell.
 */
export async function explainMissing(
  commit: string,
  github: Pick<GitHubApi, 'listRuns'>,
  workflow: string | null,
): Promise<Note | null> {
  try {
    return describe(commit.slice(0, 7), chooseRuns(await github.listRuns(commit), workflow));
  } catch {
    // A token without `actions: read` is not told of runs; the baseline that there is serves all the same.
    return null;
  }
}

/** A pull request's runs push nothing. The own workflow's newest run says most; without one, those of all others. */
function chooseRuns(runs: readonly WorkflowRun[], workflow: string | null): readonly WorkflowRun[] {
  const pushing = runs.filter(({ event }) => !event.startsWith('pull_request'));
  const own = pushing.find(({ path }) => path === workflow);
  return own === undefined ? pushing : [own];
}

function describe(commit: string, runs: readonly WorkflowRun[]): Note {
  const code = 'baseline-missing';
  const has = (conclusion: string): boolean => runs.some((run) => run.conclusion === conclusion);
  if (runs.length === 0) {
    return {
      code,
      message: `GitHub knows of no build of ${commit}`,
      hint: 'A path filter, "[skip ci]" or a push with the token of a workflow leaves a commit without a build.',
    };
  }
  if (runs.some(({ isCompleted }) => !isCompleted)) {
    return { code, message: `the build of ${commit} has not ended yet`, hint: 'Run this job again when it has.' };
  }
  if (has('cancelled')) {
    const hint = 'Run it again, and leave "cancel-in-progress" off for the branch that others are compared with.';
    return { code, message: `the build of ${commit} was cancelled`, hint };
  }
  if (has('failure') || has('timed_out') || has('startup_failure')) {
    return { code, message: `the build of ${commit} failed`, hint: 'Mend it, or run it again.' };
  }
  return {
    code,
    message: `the workflows on ${commit} went through, and pushed no image of it, or it was deleted since`,
    hint: 'Let the workflow that builds this image run on pushes to the branch, too, and a clean-up keep the images of its last commits.',
  };
}
