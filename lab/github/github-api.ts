import { randomUUID } from 'node:crypto';
import { once } from 'node:events';

import { PlimsollError } from '../../src/errors.ts';
import { findPort } from '../machine/find-port.ts';
import { BOT, createGitHubFront, type GitHubState } from './github-front.ts';
import { openGitHubHands, type GitHubHands } from './github-hands.ts';
import type { GitHubFaultHook, GitHubRequest } from './github-request.ts';

export interface GitHubOptions {
  /** `owner/name` of the one repository. */
  readonly slug: string;
  /** Folder of the git repository that its commits are read from. */
  readonly repository?: string;
  /** Logins of people, besides the repository's owner; each has the token `token-of-LOGIN`. */
  readonly people?: readonly string[];
  readonly fault?: GitHubFaultHook;
}

export interface GitHub extends GitHubHands {
  /** What GITHUB_API_URL is to be. */
  readonly url: string;
  /** Of the workflow. */
  readonly token: string;
  /** All requests so far, oldest first; what the lab does by its own hands is not among them. */
  requests(): readonly GitHubRequest[];
  forgetRequests(): void;
  /** Workflow runs that `GET /actions/runs` lists, in its shape: `head_sha`, `status`, `conclusion`, `name`, … */
  setRuns(runs: readonly object[]): void;
  stop(): Promise<void>;
}

/**
 * Starts a stand-in for GitHub's REST API that keeps state: the emulator `emulate`, and before it a front that adds
 * what it lacks and can be made to misbehave (facts/runner.md).
 */
export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const [owner = '', name = ''] = options.slug.split('/');
  const token = 'lab-token';
  const people = [...new Set([owner, 'octocat', ...(options.people ?? [])])];
  const tokens = new Map([[token, BOT], ...people.map((login): [string, string] => [`token-of-${login}`, login])]);
  const state: GitHubState = { pulls: new Map(), events: new Map(), runs: [], requests: [] };
  const key = randomUUID();
  const port = await findPort();
  const front = createGitHubFront(
    { slug: options.slug, tokens, repository: options.repository, state, fault: options.fault ?? (() => null), key },
    () => `http://127.0.0.1:${port}`,
  );
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const address = front.address();
  if (address === null || typeof address === 'string') throw new PlimsollError('INTERNAL', 'no address to listen at');
  const url = `http://127.0.0.1:${address.port}`;
  const { createEmulator } = await import('emulate');
  const emulator = await createEmulator({
    service: 'github',
    port,
    baseUrl: url,
    seed: {
      tokens: Object.fromEntries([...tokens].map(([one, login]) => [one, { login, scopes: ['repo', 'user'] }])),
      github: { users: [...people, BOT].map((login) => ({ login })), repos: [{ owner, name, auto_init: true }] },
    },
  });
  const hands = openGitHubHands({ url, slug: options.slug, tokens, pulls: state.pulls, key });
  return {
    url,
    token,
    requests: () => [...state.requests],
    forgetRequests: () => {
      state.requests.length = 0;
    },
    ...hands,
    setRuns: (runs) => {
      state.runs.splice(0, state.runs.length, ...runs);
    },
    stop: async () => {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await emulator.close();
    },
  };
}
