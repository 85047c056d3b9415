import { invalidInput } from './invalid-input.ts';
import { environmentName } from './input-table.ts';

/** What comment/ is asked for. */
export interface CommentInputs {
  /** Where the artifacts of the run lie. */
  folder: string;
  isDownloaded: boolean;
  /** For the API of GitHub; '' where none was given. */
  token: string;
}

/**
 * The environment of the step to checked inputs. What was collected is taken of this run, or of the one that this one
 * follows (`followedRunId`): of any other nobody here knows what it is of. Throws `INPUT_INVALID`.
 */
export function parseCommentInputs(
  environment: Readonly<Record<string, string | undefined>>,
  followedRunId: number | null,
): CommentInputs {
  const given = environment[environmentName('run-id')] ?? '';
  const own = Number(environment['GITHUB_RUN_ID'] ?? '');
  const runId = given.trim() === '' ? (followedRunId ?? own) : Number(given);
  if (runId !== (followedRunId ?? own)) {
    const takes = followedRunId === null ? 'the id of this run' : 'the id of the run that this one follows';
    throw invalidInput('run-id', given, takes, 'Leave it out: it is known.');
  }
  return {
    folder: environment[environmentName('collected')] ?? '',
    isDownloaded: environment[environmentName('download')] === 'success',
    token: environment['GITHUB_TOKEN'] ?? '',
  };
}
