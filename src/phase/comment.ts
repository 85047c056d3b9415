import { commentFollowedRun } from './comment-followed-run.ts';
import { commentOwnRun } from './comment-own-run.ts';
import { openGitHub } from './open-github.ts';
import { readPayload } from './read-event.ts';
import { spareBuild } from './spare-build.ts';
import type { Environment } from './environment.ts';
import { parseCommentInputs } from '../plan/comment-inputs.ts';
import { parseEvent } from '../plan/event.ts';
import { parseFollowedRun } from '../plan/followed-run.ts';
import { printNotes } from '../publish/print-notes.ts';
import { writeOutputs } from '../publish/write-outputs.ts';

/**
 * The one step of comment/: what other jobs collected becomes one comment and, of this very run, one verdict. `true`: the
 * job is to fail, for the reasons of `commentOwnRun`; what another run collected fails nothing. Throws `INPUT_INVALID`.
 */
export async function commentReports(environment: Environment): Promise<boolean> {
  const payload = await readPayload(environment);
  const event = parseEvent(environment, payload);
  const isFollowing = event.name === 'workflow_run';
  const inputs = parseCommentInputs(environment, isFollowing ? (payload.workflow_run?.id ?? null) : null);
  return await spareBuild(false, async () => {
    const github = await openGitHub(inputs.token, event.repository, environment);
    if (!isFollowing) return await commentOwnRun(event, inputs, github, environment);

    writeOutputs({ verdict: '', 'comment-url': '' });
    const run = parseFollowedRun(payload);
    if (run === null) {
      const message =
        'The run that this one follows was not started by a pull request: there is nothing to comment on.';
      const hint = "To skip it, give the job: if: github.event.workflow_run.event == 'pull_request'";
      printNotes([{ code: 'no-pull-request', message, hint }]);
    } else if (github !== null) {
      await commentFollowedRun(run, event.repository, inputs, github, environment);
    }
    return false;
  });
}
