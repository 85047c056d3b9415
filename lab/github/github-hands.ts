import * as v from 'valibot';

import { PlimsollError } from '../../src/errors.ts';
import type { PullState } from './github-pulls.ts';

export interface PullRequest {
  readonly headSha: string;
  readonly baseSha: string;
  /** Default `feature`. */
  readonly headRef?: string;
  /** `owner/name` of a fork that the branch is in; the repository itself by default. */
  readonly headSlug?: string;
  readonly mergeSha?: string;
}

export interface Comment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly url: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What people do on GitHub while a workflow runs or between two runs; tests do it for them. */
export interface GitHubHands {
  /** Opens a pull request and gives its number. */
  openPullRequest(pull: PullRequest): Promise<number>;
  /** Changes one: a push to its branch, a closing. */
  setPullRequest(number: number, change: Partial<PullState> & { readonly state?: 'open' | 'closed' }): Promise<void>;
  addLabel(number: number, label: string, by: string): Promise<void>;
  removeLabel(number: number, label: string, by: string): Promise<void>;
  addComment(number: number, body: string, by: string): Promise<Comment>;
  removeComment(id: number): Promise<void>;
  /** Every comment, oldest first. */
  comments(number: number): Promise<Comment[]>;
}

export interface GitHubHandsOptions {
  readonly url: string;
  readonly slug: string;
  /** Login by token. */
  readonly tokens: ReadonlyMap<string, string>;
  readonly pulls: Map<number, PullState>;
  /** Sent with each request, so that it is neither recorded nor disturbed. */
  readonly key: string;
}

/** Name of the header that has the lab's key. */
export const KEY_HEADER = 'x-lab-key';

const CommentShape = v.object({
  id: v.number(),
  body: v.string(),
  html_url: v.string(),
  created_at: v.string(),
  updated_at: v.string(),
  user: v.object({ login: v.string() }),
});
/** Into this branch all go. */
const BASE_REF = 'main';

const Numbered = v.object({ number: v.number() });

export function openGitHubHands(options: GitHubHandsOptions): GitHubHands {
  const { pulls, slug } = options;
  const [owner = ''] = slug.split('/');
  const ask = async (by: string, method: string, path: string, body?: object): Promise<unknown> => {
    const token = [...options.tokens].find(([, login]) => login === by)?.[0];
    if (token === undefined)
      throw new PlimsollError('USAGE', `Nobody on the lab's GitHub is called ${by}.`, {
        hint: 'Name them in `people`.',
      });
    const answered = await fetch(`${options.url}/repos/${slug}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, [KEY_HEADER]: options.key },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answered.text();
    if (answered.ok) return text === '' ? null : JSON.parse(text);
    throw new PlimsollError(
      'GITHUB_FAILED',
      `The lab's GitHub answered ${answered.status} to ${method} ${path}: ${text}`,
    );
  };
  const comments = async (number: number): Promise<Comment[]> => {
    const all: Comment[] = [];
    for (let page = 1; ; page += 1) {
      const path = `/issues/${number}/comments?per_page=100&page=${page}`;
      const listed = v.parse(v.array(CommentShape), await ask(owner, 'GET', path));
      all.push(...listed.map(toComment));
      if (listed.length < 100) return all;
    }
  };
  return {
    comments,
    openPullRequest: async (pull) => {
      const { headRef = 'feature', headSlug = slug, mergeSha = null, headSha, baseSha } = pull;
      const asked = { title: `Pull request of ${headRef}`, head: `${headRef}-${headSha}`, base: BASE_REF };
      const { number } = v.parse(Numbered, await ask(owner, 'POST', '/pulls', asked));
      pulls.set(number, { headSha, headRef, headSlug, baseSha, baseRef: BASE_REF, mergeSha });
      return number;
    },
    setPullRequest: async (number, { state, ...change }) => {
      const known = pulls.get(number);
      if (known === undefined)
        throw new PlimsollError('USAGE', `There is no pull request ${number} on the lab's GitHub.`);
      pulls.set(number, { ...known, ...change });
      if (state !== undefined) await ask(owner, 'PATCH', `/pulls/${number}`, { state });
    },
    addLabel: async (number, label, by) => {
      await ask(by, 'POST', `/issues/${number}/labels`, { labels: [label] });
    },
    removeLabel: async (number, label, by) => {
      await ask(by, 'DELETE', `/issues/${number}/labels/${encodeURIComponent(label)}`);
    },
    addComment: async (number, body, by) =>
      toComment(v.parse(CommentShape, await ask(by, 'POST', `/issues/${number}/comments`, { body }))),
    removeComment: async (id) => {
      await ask(owner, 'DELETE', `/issues/comments/${id}`);
    },
  };
}

function toComment(comment: v.InferOutput<typeof CommentShape>): Comment {
  const { id, body } = comment;
  return {
    id,
    author: comment.user.login,
    body,
    url: comment.html_url,
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
  };
}
