/** What Plimsoll asks of GitHub's REST API; one implementation over Octokit, tests and the lab give another endpoint. */
export interface GitHubApi {
  /** The commit itself, then its first parents, newest first; at most `limit`. */
  listFirstParents(commit: string, limit: number): Promise<string[]>;
  /** The merge base of two commits; `null` where they share none. */
  findMergeBase(base: string, head: string): Promise<string | null>;
  /**
   * Files that differ between a commit and one of its ancestors, `base`; a file that was renamed under both names. `null`
   * where `base` is none, or where there are more than GitHub lists.
   */
  listChangedFiles(base: string, head: string): Promise<string[] | null>;
  /** Runs of workflows on a commit, at most a hundred, the newest first. */
  listRuns(commit: string): Promise<WorkflowRun[]>;
  /** Live state of a pull request, asked for once: all that a run says of it is of one moment. */
  getPullRequest(number: number): Promise<{ headSha: string; state: 'open' | 'closed'; labels: string[] }>;
  /** Open pull requests of a branch, in this repository or a fork of `owner`; a hundred at most. */
  listPullRequests(owner: string, branch: string): Promise<OpenPullRequest[]>;
  /** Who put a label on a pull request last; `null` where the API does not tell. */
  findLabeler(number: number, label: string): Promise<string | null>;
  /** Every comment of a pull request, all pages walked. */
  listComments(number: number): Promise<IssueComment[]>;
  /** `null`: it is gone. */
  getComment(id: number): Promise<IssueComment | null>;
  createComment(number: number, body: string): Promise<IssueComment>;
  /** `null`: it is gone. */
  updateComment(id: number, body: string): Promise<IssueComment | null>;
  /** One that is gone already is no error. */
  deleteComment(id: number): Promise<void>;
  /** The login that this token comments as; `null` where it cannot be told (then `github-actions[bot]`). */
  getLogin(): Promise<string | null>;
}

export interface OpenPullRequest {
  number: number;
  headSha: string;
  /** `owner/repo`; `null`: it was deleted. */
  headRepository: string | null;
}

export interface IssueComment {
  id: number;
  author: string;
  body: string;
  url: string;
}

export interface WorkflowRun {
  /** File of the workflow in the repository: `.github/workflows/ci.yml`. */
  path: string;
  /** What started it: `push`, `pull_request`, … */
  event: string;
  /** Whether it has ended. */
  isCompleted: boolean;
  /** `success`, `failure`, `cancelled`, …; `null` while it runs. */
  conclusion: string | null;
}
