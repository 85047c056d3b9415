import { readFile, readlink, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { findLinksTo } from './find-links-to.ts';
import { parseDockerIgnore } from '../build/docker-ignore.ts';
import { runGit, type GitOptions } from '../plan/run-git.ts';
import { isFolderContext } from '../plan/work-tree.ts';
import type { ContextChanges } from '../build/context-changes.ts';
import type { GitHubApi } from '../github/api.ts';

export interface ContextQuery {
  /** Inputs `context` and `file`, as the user wrote them. */
  context: string;
  file: string;
  /** What they are relative to. */
  directory: string;
  /** Commits that the two images were built from; `head` is what is checked out. */
  baseline: string;
  head: string;
  environment: GitOptions['environment'];
  /** Asked where the work tree has not both commits; `null`: nobody is. */
  github: Pick<GitHubApi, 'listChangedFiles'> | null;
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

const MOST_IGNORE_BYTES = 65_536;

/** Of a list of all files: some 200,000. */
const MOST_LISTED_BYTES = 16 * 1024 * 1024;
/** Symbolic links and submodules in a context; with more of them it is not known. */
const MOST_SPECIAL = 1000;

/**
 * What of a build's own context differs between two commits, without what a .dockerignore leaves out: from the work tree's
 * git, or where that is shallow from GitHub. `null` where it cannot be told: a context that is no folder of this work
 * tree, or commits that nobody here knows. Never throws.
 */
export async function findContextChanges(query: ContextQuery): Promise<ContextChanges | null> {
  const { context, directory, baseline, head } = query;
  if (!isFolderContext(context) || !COMMIT.test(baseline) || !COMMIT.test(head)) return null;
  const folder = resolve(directory, context);
  try {
    const prefix = await findPrefix(folder, query);
    if (prefix === null) return null;
    const [changed, unknown, special] = await Promise.all([
      baseline === head ? [] : listChanged(folder, query),
      listUnknown(folder, prefix, query),
      listSpecial(folder, query),
    ]);
    if (changed === null || special === null) return null;
    // They say what stands on disk for what is in the commits: line ends, files that git keeps elsewhere.
    if (changed.some((path) => basename(path) === '.gitattributes')) return { changed: [], unknown: [''] };
    const inContext = (paths: readonly string[]): string[] =>
      paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    const all = { changed: inContext(changed), unknown: [...inContext(unknown), ...special.submodules] };
    const kept = await leaveOutIgnored(all, folder, query);
    const links = findLinksTo([...kept.changed, ...kept.unknown], special.links);
    return { ...kept, unknown: [...kept.unknown, ...links] };
  } catch {
    // Whatever git, GitHub or the disk answers: it is not known.
    return null;
  }
}

/** The folder's path in the work tree, with a slash behind it; `null` where another commit is checked out there, as in a submodule. */
async function findPrefix(folder: string, query: ContextQuery): Promise<string | null> {
  const words = ['rev-parse', '--show-superproject-working-tree', '--show-prefix', 'HEAD'];
  const lines = (await runGit(folder, words, query)).split('\n');
  const [prefix, head] = lines;
  return lines.length === 3 && head === query.head && prefix !== undefined ? prefix : null;
}

/** Paths from the root of the repository. */
async function listChanged(folder: string, query: ContextQuery): Promise<string[] | null> {
  const { baseline, head, github } = query;
  try {
    // What .gitmodules says is not to be looked at may be copied all the same.
    const what = ['--name-only', '--no-renames', '--ignore-submodules=none'];
    const words = ['diff-tree', '-r', '-z', ...what, baseline, head];
    return splitPaths(await runGit(folder, words, query));
  } catch (error) {
    // A shallow clone has not both.
    if (github === null) throw error;
    return await github.listChangedFiles(baseline, head);
  }
}

/** Files and folders that are not as the commit has them, and git's own folder, of which commits tell nothing. Paths from the root of the repository. */
async function listUnknown(folder: string, prefix: string, query: ContextQuery): Promise<string[]> {
  const what = ['--ignored', '--untracked-files=normal', '--ignore-submodules=none', '--no-renames'];
  const words = ['--no-optional-locks', 'status', '--porcelain', '-z', ...what, '--', '.'];
  const [status, hasGit] = await Promise.all([runGit(folder, words, query), isThere(join(folder, '.git'))]);
  return [...splitPaths(status).map((line) => line.slice(3)), ...(hasGit ? [`${prefix}.git/`] : [])];
}

interface SpecialPaths {
  /** What each says, by its path: COPY and mounts follow those that they name. */
  readonly links: ReadonlyMap<string, string>;
  /** That are checked out: git tells nothing of the files that they ignore. */
  readonly submodules: readonly string[];
}

/** Paths from the root of the context; `null`: there are too many. */
async function listSpecial(folder: string, query: ContextQuery): Promise<SpecialPaths | null> {
  const listed = await runGit(folder, ['ls-files', '--stage', '-z', '--', '.'], {
    environment: query.environment,
    mostBytes: MOST_LISTED_BYTES,
  });
  const found = splitPaths(listed).filter((line) => line.startsWith('120000 ') || line.startsWith('160000 '));
  if (found.length > MOST_SPECIAL) return null;
  const links = new Map<string, string>();
  const submodules: string[] = [];
  for (const line of found) {
    const path = line.slice(line.indexOf('\t') + 1);
    const target = await readlink(join(folder, path)).catch(() => null);
    if (target !== null) links.set(path, target);
    else if (await isThere(join(folder, path, '.git'))) submodules.push(path);
  }
  return { links, submodules };
}

function splitPaths(text: string): string[] {
  return text.split('\0').filter((path) => path !== '');
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

/** A Dockerfile's own .dockerignore goes before the context's (Docker's documentation, "Filename and location"). */
async function leaveOutIgnored(
  { changed, unknown }: ContextChanges,
  folder: string,
  { file, directory }: ContextQuery,
): Promise<ContextChanges> {
  const dockerfile = file === '' ? join(folder, 'Dockerfile') : resolve(directory, file);
  const own = `${dockerfile}.dockerignore`;
  const shared = join(folder, '.dockerignore');
  const ignore = await readIgnore((await isThere(own)) ? own : shared);
  // Too long a list: what it leaves out is not looked at.
  if (ignore === null) return { changed: [], unknown: [...unknown, ...changed] };
  const isKept = (path: string): boolean => !ignore.isIgnored(path, path.endsWith('/'));
  // Another list may have let other files in: which, the list of now does not tell.
  const isListChanged = [...changed, ...unknown].some((path) => [own, shared].includes(join(folder, path)));
  return { changed: changed.filter(isKept), unknown: [...unknown.filter(isKept), ...(isListChanged ? [''] : [])] };
}

async function readIgnore(path: string): Promise<ReturnType<typeof parseDockerIgnore>> {
  if (!(await isThere(path))) return parseDockerIgnore('');
  const { size } = await stat(path);
  return size > MOST_IGNORE_BYTES ? null : parseDockerIgnore(await readFile(path, 'utf8'));
}
