import { readFile, readlink, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { findLinksTo } from './find-links-to.ts';
import { leaveOutIgnored, MOST_IGNORE_BYTES, type IgnoreList } from './leave-out-ignored.ts';
import { listChangedPaths, splitPaths, type CommitsToCompare } from './list-changed-paths.ts';
import { runGit } from '../plan/run-git.ts';
import { isFolderContext } from '../plan/work-tree.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';

/** `head` is what is checked out. */
export interface ContextQuery extends CommitsToCompare {
  /** Inputs `context` and `file`, as the user wrote them. */
  context: string;
  file: string;
  /** What they are relative to. */
  directory: string;
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

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
      listChangedPaths(folder, query),
      listUnknown(folder, prefix, query),
      listSpecial(folder, query),
    ]);
    if (changed === null || special === null) return null;
    // They say what stands on disk for what is in the commits: line ends, files that git keeps elsewhere.
    if (changed.some((path) => basename(path) === '.gitattributes')) return { changed: [], unknown: [''] };
    const inContext = (paths: readonly string[]): string[] =>
      paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    const all = { changed: inContext(changed), unknown: [...inContext(unknown), ...special.submodules] };
    const kept = leaveOutIgnored(all, await readIgnoreList(folder, query));
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
    else if (await isThere(join(folder, path, '.git'))) submodules.push(`${path}/`);
  }
  return { links, submodules };
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

/** A Dockerfile's own .dockerignore goes before the context's (Docker's documentation, "Filename and location"). */
async function readIgnoreList(folder: string, { file, directory }: ContextQuery): Promise<IgnoreList> {
  const dockerfile = file === '' ? join(folder, 'Dockerfile') : resolve(directory, file);
  const own = `${dockerfile}.dockerignore`;
  const shared = join(folder, '.dockerignore');
  const text = await readIgnore((await isThere(own)) ? own : shared);
  return { text, isList: (path) => [own, shared].includes(join(folder, path)) };
}

async function readIgnore(path: string): Promise<string | null> {
  if (!(await isThere(path))) return '';
  const { size } = await stat(path);
  return size > MOST_IGNORE_BYTES ? null : await readFile(path, 'utf8');
}
