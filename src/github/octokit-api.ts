import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import type { GitHubApi, IssueComment, OpenPullRequest, WorkflowRun } from './api.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { GitHubClient, unreadable, type Answer, type Request } from './client.ts';
import { systemClock, type Clock } from './clock.ts';
import { LIMITS } from './limits.ts';

export interface OctokitApiOptions {
  token: string;
  /** GITHUB_API_URL: `https://api.github.com`, `https://github.example/api/v3`. */
  baseUrl: string;
  /** `owner/repo`. */
  repository: string;
  clock?: Clock;
  /** Of one try of a request. Default as in limits.ts. */
  exchangeMs?: number;
}

/** GitHub names no more files than that, and does not say so ("Compare two commits"). */
const MOST_CHANGED_FILES = 300;

/** Lists of commits that are asked for on the way down one line of first parents. */
const MOST_COMMIT_LISTS = 5;

const COMMENT = v.object({
  id: v.number(),
  body: v.nullish(v.string(), ''),
  html_url: v.string(),
  user: v.nullable(v.object({ login: v.string() })),
});
const COMMIT = v.object({ sha: v.string(), parents: v.array(v.object({ sha: v.string() })) });
const COMPARISON = v.object({ merge_base_commit: v.object({ sha: v.string() }) });
const CHANGES = v.object({
  merge_base_commit: v.object({ sha: v.string() }),
  files: v.array(v.object({ filename: v.string(), previous_filename: v.optional(v.string()) })),
});
const RUNS = v.object({
  workflow_runs: v.array(
    v.object({ path: v.string(), event: v.string(), status: v.nullish(v.string()), conclusion: v.nullish(v.string()) }),
  ),
});
const PULL_REQUEST = v.object({
  head: v.object({ sha: v.string() }),
  state: v.picklist(['open', 'closed']),
  labels: v.array(v.object({ name: v.string() })),
});
const PULL_REQUESTS = v.array(
  v.object({
    number: v.number(),
    head: v.object({ sha: v.string(), repo: v.nullish(v.object({ full_name: v.string() })) }),
  }),
);
const EVENT = v.object({
  event: v.string(),
  actor: v.nullish(v.object({ login: v.string() })),
  label: v.optional(v.object({ name: v.string() })),
});
const USER = v.object({ login: v.string() });
const VIEWER = v.object({ data: v.object({ viewer: USER }) });

/**
 * GitHub's REST API over `@actions/github`, with the proxies of the environment. Its library is loaded here, not at
 * start. Methods throw `GITHUB_DENIED` with the permission to add, and `GITHUB_FAILED`.
 */
export async function createOctokitApi(options: OctokitApiOptions): Promise<GitHubApi> {
  const { token, baseUrl } = options;
  const [owner = '', repo = ''] = options.repository.split('/');
  // Not the package's main file: it reads the event's payload while it loads.
  const { GitHub, defaults, getOctokitOptions } = await import('@actions/github/lib/utils');
  const fetch = boundedFetch(v.parse(v.function(), defaults.request?.fetch), LIMITS.answerBytes);
  const silent = (): void => undefined;
  const octokit = new GitHub(
    getOctokitOptions(token, {
      baseUrl,
      request: { fetch },
      log: { debug: silent, info: silent, warn: silent, error: silent },
    }),
  );
  const client = new GitHubClient(
    async (route, parameters) => await octokit.request(route, parameters),
    token,
    options.clock ?? systemClock,
    options.exchangeMs ?? LIMITS.exchangeMs,
  );
  return new OctokitApi(client, baseUrl, { owner, repo });
}

class OctokitApi implements GitHubApi {
  readonly #client: GitHubClient;
  readonly #baseUrl: string;
  readonly #repository: { owner: string; repo: string };
  readonly #pullRequests = new Map<number, ReturnType<GitHubApi['getPullRequest']>>();

  constructor(client: GitHubClient, baseUrl: string, repository: { owner: string; repo: string }) {
    this.#client = client;
    this.#baseUrl = baseUrl;
    this.#repository = repository;
  }

  async listFirstParents(commit: string, limit: number): Promise<string[]> {
    const parents = new Map<string, string | null>();
    const line: string[] = [];
    let next: string | null = commit;
    let lists = 0;
    while (next !== null && line.length < limit) {
      // A list has all parents, newest first: where many branches were merged, the line leaves it.
      if (!parents.has(next)) {
        if (lists === MOST_COMMIT_LISTS) break;
        lists += 1;
        for (const { sha, parents: of } of await this.#listCommits(next)) parents.set(sha, of[0]?.sha ?? null);
        if (!parents.has(next)) break;
      }
      line.push(next);
      next = parents.get(next) ?? null;
    }
    return line;
  }

  async #listCommits(sha: string): Promise<v.InferOutput<typeof COMMIT>[]> {
    const purpose = `list the commits before ${sha}`;
    const answer = await this.#client.request({
      method: 'GET',
      path: '/repos/{owner}/{repo}/commits',
      parameters: { ...this.#repository, sha, per_page: LIMITS.pageSize },
      purpose,
    });
    return read(v.array(COMMIT), answer, purpose);
  }

  async findMergeBase(base: string, head: string): Promise<string | null> {
    const purpose = `find where ${head} left ${base}`;
    const answer = await this.#compare(base, head, purpose);
    return answer === null ? null : read(COMPARISON, answer, purpose).merge_base_commit.sha;
  }

  async listChangedFiles(base: string, head: string): Promise<string[] | null> {
    const purpose = `list the files that changed between ${base} and ${head}`;
    const answer = await this.#compare(base, head, purpose);
    if (answer === null) return null;
    const { merge_base_commit, files } = read(CHANGES, answer, purpose);
    // What it lists is what changed since then, and no more than so many.
    if (merge_base_commit.sha !== base || files.length >= MOST_CHANGED_FILES) return null;
    return files.flatMap(({ filename, previous_filename: before }) => [
      filename,
      ...(before === undefined ? [] : [before]),
    ]);
  }

  /** `null`: the commits have nothing in common, or one is not there. */
  async #compare(base: string, head: string, purpose: string): Promise<Answer | null> {
    return await this.#client.requestIfThere({
      method: 'GET',
      path: '/repos/{owner}/{repo}/compare/{basehead}',
      // One commit a page; the files are all on the first.
      parameters: { ...this.#repository, basehead: `${base}...${head}`, per_page: 1 },
      purpose,
    });
  }

  async listRuns(commit: string): Promise<WorkflowRun[]> {
    const purpose = `list the runs of ${commit}`;
    const answer = await this.#client.request({
      method: 'GET',
      path: '/repos/{owner}/{repo}/actions/runs',
      parameters: { ...this.#repository, head_sha: commit, per_page: LIMITS.pageSize },
      purpose,
    });
    return read(RUNS, answer, purpose).workflow_runs.map(({ path, event, status, conclusion }) => ({
      // A workflow of another ref has it behind an @.
      path: path.replace(/@.*$/, ''),
      event,
      isCompleted: status === 'completed',
      conclusion: conclusion ?? null,
    }));
  }

  async getPullRequest(number: number): ReturnType<GitHubApi['getPullRequest']> {
    const asked = this.#pullRequests.get(number) ?? this.#askPullRequest(number);
    this.#pullRequests.set(number, asked);
    try {
      return await asked;
    } catch (error) {
      this.#pullRequests.delete(number);
      throw error;
    }
  }

  async #askPullRequest(number: number): ReturnType<GitHubApi['getPullRequest']> {
    const purpose = `read pull request ${number}`;
    const answer = await this.#client.request({
      method: 'GET',
      path: '/repos/{owner}/{repo}/pulls/{number}',
      parameters: { ...this.#repository, number },
      purpose,
    });
    const { head, state, labels } = read(PULL_REQUEST, answer, purpose);
    return { headSha: head.sha, state, labels: labels.map(({ name }) => name) };
  }

  async listPullRequests(owner: string, branch: string): Promise<OpenPullRequest[]> {
    const purpose = `list the pull requests of ${owner}:${branch}`;
    const answer = await this.#client.request({
      method: 'GET',
      path: '/repos/{owner}/{repo}/pulls',
      parameters: { ...this.#repository, state: 'open', head: `${owner}:${branch}`, per_page: LIMITS.pageSize },
      purpose,
    });
    return read(PULL_REQUESTS, answer, purpose).map(({ number, head }) => ({
      number,
      headSha: head.sha,
      headRepository: head.repo?.full_name ?? null,
    }));
  }

  async findLabeler(number: number, label: string): Promise<string | null> {
    const purpose = `read the events of pull request ${number}`;
    const path = '/repos/{owner}/{repo}/issues/{number}/events';
    const wanted = label.toLowerCase();
    let labeler: string | null = null;
    try {
      for await (const entry of this.#client.list({ path, parameters: { ...this.#repository, number }, purpose })) {
        const event = v.safeParse(EVENT, entry);
        // Oldest first; labels have no case.
        if (!event.success || event.output.label?.name.toLowerCase() !== wanted) continue;
        if (event.output.event === 'labeled') labeler = event.output.actor?.login ?? null;
        if (event.output.event === 'unlabeled') labeler = null;
      }
    } catch (error) {
      if (error instanceof PlimsollError) return null;
      throw error;
    }
    return labeler;
  }

  async listComments(number: number): Promise<IssueComment[]> {
    const purpose = `read the comments of pull request ${number}`;
    const path = '/repos/{owner}/{repo}/issues/{number}/comments';
    const comments: IssueComment[] = [];
    for await (const entry of this.#client.list({ path, parameters: { ...this.#repository, number }, purpose })) {
      comments.push(readComment({ data: entry, headers: {} }, purpose));
    }
    return comments;
  }

  async getComment(id: number): Promise<IssueComment | null> {
    const purpose = `read comment ${id}`;
    const answer = await this.#client.requestIfThere({ ...this.#comment(id), method: 'GET', purpose });
    return answer === null ? null : readComment(answer, purpose);
  }

  async createComment(number: number, body: string): Promise<IssueComment> {
    const purpose = `comment on pull request ${number}`;
    const answer = await this.#client.request({
      method: 'POST',
      path: '/repos/{owner}/{repo}/issues/{number}/comments',
      parameters: { ...this.#repository, number, body },
      purpose,
    });
    return readComment(answer, purpose);
  }

  async updateComment(id: number, body: string): Promise<IssueComment | null> {
    const purpose = `update comment ${id}`;
    const { path, parameters } = this.#comment(id);
    const request: Request = { method: 'PATCH', path, parameters: { ...parameters, body }, purpose };
    const answer = await this.#client.requestIfThere(request);
    return answer === null ? null : readComment(answer, purpose);
  }

  async deleteComment(id: number): Promise<void> {
    const purpose = `delete comment ${id}`;
    await this.#client.requestIfThere({ ...this.#comment(id), method: 'DELETE', purpose });
  }

  #comment(id: number): Pick<Request, 'path' | 'parameters'> {
    return { path: '/repos/{owner}/{repo}/issues/comments/{id}', parameters: { ...this.#repository, id } };
  }

  /** The workflow's own token and those of other apps have no user; who they are, GraphQL alone tells. */
  async getLogin(): Promise<string | null> {
    const purpose = 'read whose token it is';
    try {
      const answer = await this.#client.request({ method: 'GET', path: '/user', parameters: {}, purpose });
      return read(USER, answer, purpose).login;
    } catch (error) {
      if (!(error instanceof PlimsollError)) throw error;
      return error.code === 'GITHUB_DENIED' ? await this.#findAppLogin() : null;
    }
  }

  async #findAppLogin(): Promise<string | null> {
    // A GitHub server has it beside `/api/v3`.
    const path = `${this.#baseUrl.replace(/\/$/, '').replace(/\/api\/v3$/, '/api')}/graphql`;
    const parameters = { query: '{ viewer { login } }' };
    try {
      const answer = await this.#client.request({
        method: 'POST',
        path,
        parameters,
        purpose: 'read whose token it is',
      });
      const viewer = v.safeParse(VIEWER, answer.data);
      if (!viewer.success) return null;
      const { login } = viewer.output.data.viewer;
      // As REST writes the author of an app's comment.
      return login.endsWith('[bot]') ? login : `${login}[bot]`;
    } catch (error) {
      if (error instanceof PlimsollError) return null;
      throw error;
    }
  }
}

function readComment(answer: Answer, purpose: string): IssueComment {
  const { id, body, html_url, user } = read(COMMENT, answer, purpose);
  // `ghost` is what GitHub calls an account that was deleted.
  return { id, author: user?.login ?? 'ghost', body, url: html_url };
}

function read<Output>(schema: v.GenericSchema<unknown, Output>, { data }: Answer, purpose: string): Output {
  const result = v.safeParse(schema, data);
  if (!result.success) throw unreadable(purpose);
  return result.output;
}
