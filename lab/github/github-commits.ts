import { PlimsollError } from '../../src/errors.ts';
import type { GitHubAnswer } from './github-answer.ts';
import { paginate } from './github-answer.ts';
import { run } from '../machine/run.ts';

const FIELDS = ['%H', '%P', '%T', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'];
const MAX_COMPARED = 250;
const MAX_FILES = 300;
const STATUSES: Readonly<Record<string, string>> = { A: 'added', D: 'removed', M: 'modified', R: 'renamed' };

interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly tree: string;
  readonly author: { readonly name: string; readonly email: string; readonly date: string };
  readonly committer: { readonly name: string; readonly email: string; readonly date: string };
  readonly message: string;
}

/**
 * Answers GitHub's commits API out of a git repository: `/commits`, `/commits/REF`, `/git/commits/SHA` and
 * `/compare/BASE...HEAD`, in the shapes of https://docs.github.com/en/rest/commits. `null` where the path is another.
 */
export async function answerCommits(
  repository: string,
  api: string,
  path: string,
  url: URL,
): Promise<GitHubAnswer | null> {
  const git = openGit(repository);
  if (path === '/commits') {
    const start = await git.resolve(url.searchParams.get('sha') ?? 'HEAD');
    if (start === null) return notFound('Not Found');
    const listed = await git.log(start);
    return paginate(
      listed.map((commit) => format(commit, api)),
      url,
    );
  }
  const compared = /^\/compare\/(.+)\.\.\.(.+)$/.exec(path);
  if (compared !== null) return await compare(git, api, compared[1] ?? '', compared[2] ?? '');
  const wanted = /^\/(git\/)?commits\/([^/]+)$/.exec(path);
  if (wanted === null) return null;
  const [, isGit, ref = ''] = wanted;
  const sha = await git.resolve(ref);
  const [commit] = sha === null ? [] : await git.log(sha, 1);
  if (isGit !== undefined) {
    return commit === undefined ? notFound('Not Found') : { status: 200, body: formatGit(commit, api) };
  }
  if (commit === undefined) return { status: 422, body: { message: `No commit found for SHA: ${ref}` } };
  return { status: 200, body: format(commit, api) };
}

async function compare(git: Git, api: string, baseRef: string, headRef: string): Promise<GitHubAnswer> {
  const [base, head] = [await git.resolve(baseRef), await git.resolve(headRef)];
  if (base === null || head === null) return notFound('Not Found');
  const mergeBase = await git.mergeBase(base, head);
  if (mergeBase === null) return notFound(`No common ancestor between ${baseRef} and ${headRef}.`);
  const ahead = await git.log(`${mergeBase}..${head}`);
  const behind = await git.log(`${mergeBase}..${base}`);
  const [baseCommit, mergeBaseCommit] = [await git.log(base, 1), await git.log(mergeBase, 1)];
  return {
    status: 200,
    body: {
      url: `${api}/compare/${baseRef}...${headRef}`,
      base_commit: baseCommit.map((commit) => format(commit, api))[0],
      merge_base_commit: mergeBaseCommit.map((commit) => format(commit, api))[0],
      status:
        ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical',
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      // Oldest first, as GitHub gives them.
      commits: ahead
        .slice(0, MAX_COMPARED)
        .reverse()
        .map((commit) => format(commit, api)),
      files: await git.diff(mergeBase, head),
    },
  };
}

interface Git {
  /** The commit that a branch, tag or hash means; `owner:branch` is looked for without its owner. */
  resolve(ref: string): Promise<string | null>;
  log(range: string, limit?: number): Promise<Commit[]>;
  mergeBase(base: string, head: string): Promise<string | null>;
  /** Files that differ, by name; GitHub lists no more than it does here. */
  diff(base: string, head: string): Promise<object[]>;
}

function openGit(repository: string): Git {
  const git = async (...args: string[]): Promise<string> => await run('git', ['-C', repository, ...args]);
  const gitOrNull = async (...args: string[]): Promise<string | null> =>
    await git(...args).then(
      (text) => text.trim() || null,
      () => null,
    );
  return {
    resolve: async (ref) => {
      const name = decodeURIComponent(ref).replace(/^[^/:]+:/, '');
      if (name.startsWith('-')) return null;
      const resolve = async (one: string): Promise<string | null> =>
        await gitOrNull('rev-parse', '--verify', '--quiet', `${one}^{commit}`);
      return (await resolve(name)) ?? (await resolve(`refs/remotes/origin/${name}`));
    },
    log: async (range, limit) => {
      const count = limit === undefined ? [] : [`--max-count=${limit}`];
      const text = await git('log', '-z', `--format=${FIELDS.join('%x1f')}`, ...count, range, '--');
      return text
        .split('\0')
        .filter((one) => one !== '')
        .map(parseCommit);
    },
    mergeBase: async (base, head) => await gitOrNull('merge-base', base, head),
    diff: async (base, head) => {
      const words = (await git('diff', '-z', '--find-renames', '--name-status', base, head)).split('\0');
      const files: object[] = [];
      for (let status = words.shift(); status !== undefined && status !== ''; status = words.shift()) {
        const [previous, now = previous] = words.splice(0, status.startsWith('R') ? 2 : 1);
        const renamed = previous === now ? {} : { previous_filename: previous };
        files.push({ filename: now, status: STATUSES[status.slice(0, 1)] ?? 'changed', ...renamed });
      }
      return files.slice(0, MAX_FILES);
    },
  };
}

function parseCommit(text: string): Commit {
  const [sha, parents, tree, name, email, date, committer, committerEmail, committed, message] = text.split('\x1f');
  if (
    sha === undefined ||
    parents === undefined ||
    tree === undefined ||
    name === undefined ||
    email === undefined ||
    date === undefined ||
    committer === undefined ||
    committerEmail === undefined ||
    committed === undefined
  ) {
    throw new PlimsollError('GIT_FAILED', `git log gave something else than was asked for: ${text.slice(0, 200)}`);
  }
  return {
    sha,
    parents: parents.split(' ').filter((one) => one !== ''),
    tree,
    author: { name, email, date },
    committer: { name: committer, email: committerEmail, date: committed },
    message: (message ?? '').trimEnd(),
  };
}

function format(commit: Commit, api: string): object {
  const { sha, tree, author, committer, message } = commit;
  return {
    sha,
    url: `${api}/commits/${sha}`,
    commit: { author, committer, message, tree: { sha: tree, url: `${api}/git/trees/${tree}` }, comment_count: 0 },
    // Nobody on GitHub has these addresses.
    author: null,
    committer: null,
    parents: commit.parents.map((parent) => ({ sha: parent, url: `${api}/commits/${parent}` })),
  };
}

function formatGit(commit: Commit, api: string): object {
  const { sha, tree, author, committer, message } = commit;
  return {
    sha,
    url: `${api}/git/commits/${sha}`,
    author,
    committer,
    message,
    tree: { sha: tree, url: `${api}/git/trees/${tree}` },
    parents: commit.parents.map((parent) => ({ sha: parent, url: `${api}/git/commits/${parent}` })),
  };
}

function notFound(message: string): GitHubAnswer {
  return { status: 404, body: { message, documentation_url: 'https://docs.github.com/rest', status: '404' } };
}
