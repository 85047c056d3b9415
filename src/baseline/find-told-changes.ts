import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findContextChanges } from './find-context-changes.ts';
import { findLinksTo } from './find-links-to.ts';
import { leaveOutIgnored, MOST_IGNORE_BYTES } from './leave-out-ignored.ts';
import { listChangedPaths, splitPaths, type CommitsToCompare } from './list-changed-paths.ts';
import { inParallel } from '../image/in-parallel.ts';
import { runGit } from '../plan/run-git.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';
import type { ContextPlace, ImageOrigin } from '../build/origins/image-origin.ts';

export interface ToldQuery extends Pick<CommitsToCompare, 'environment' | 'github'> {
  /** What both builds told of where their contexts came from. */
  readonly baseline: readonly ImageOrigin[];
  readonly head: readonly ImageOrigin[];
  /** The folder of this machine that the head was built from, just before; `null`: another machine's, or long ago. */
  readonly builtFrom: string | null;
  /** Whose git is asked. */
  readonly directory: string;
}

/** With more of them it is not known where they lead: each is a call of git. */
const MOST_LINKS = 100;
const LINKS_AT_ONCE = 4;

/** Of a list of all files: some 200,000. */
const MOST_LISTED_BYTES = 16 * 1024 * 1024;

type WorkTreePlace = Extract<ContextPlace, { kind: 'work-tree' }>;

/**
 * What of the builds' own context differs between the commits that both were made of, as the builds told. Where files
 * may have gone in that no commit has, all of it is among the unknown. `null`: it cannot be told. Never throws.
 */
export async function findToldChanges(query: ToldQuery): Promise<ContextChanges | null> {
  const [before, after] = [findContextPlace(query.baseline), findContextPlace(query.head)];
  if (before === null || after?.folder !== before.folder) return null;
  const { directory, builtFrom, environment, github } = query;
  const commits = { baseline: before.commit, head: after.commit, environment, github };
  try {
    if (before.kind === 'work-tree' && after.kind === 'work-tree' && builtFrom !== null) {
      const here = await locateWorkTree(builtFrom, after, environment);
      if (here !== null) return await findContextChanges({ ...commits, ...here });
    }
    const paths = await listChangedPaths(directory, commits);
    if (paths === null) return null;
    if (paths.some((path) => path === '.gitattributes' || path.endsWith('/.gitattributes'))) return ALL_UNKNOWN;
    const prefix = after.folder === '' ? '' : `${after.folder}/`;
    const changed = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    if (before.kind === 'commit' && after.kind === 'commit') {
      return { changed, unknown: findLinksTo(changed, await listLinks(directory, after, environment)) };
    }
    const place = after.kind === 'work-tree' ? after : before;
    return place.kind === 'work-tree' ? await leaveOutOfWorkTree(changed, place, after.commit, query) : null;
  } catch {
    // Whatever git, GitHub or the disk answers: it is not known.
    return null;
  }
}

const ALL_UNKNOWN: ContextChanges = { changed: [], unknown: [''] };

/** What all platforms of an image say of it; `null`: one does not, or another thing. */
export function findContextPlace(origins: readonly ImageOrigin[]): ContextPlace | null {
  const places = origins.filter(({ layers }) => layers.length > 0).map(({ context }) => context);
  const [only = null, ...others] = places;
  return others.every((other) => JSON.stringify(other) === JSON.stringify(only)) ? only : null;
}

/** Where the build's folder is still the one that it tells of; `null`: it is not, or not every file of it is known. */
async function locateWorkTree(
  builtFrom: string,
  { folder, dockerfile }: WorkTreePlace,
  environment: ToldQuery['environment'],
): Promise<{ context: string; file: string; directory: string } | null> {
  if (dockerfile === null) return null;
  const context = await realpath(builtFrom);
  const prefix = (await runGit(context, ['rev-parse', '--show-prefix'], { environment })).replace(/\n$/, '');
  if (prefix !== (folder === '' ? '' : `${folder}/`)) return null;
  const directory = resolve(context, ...folder.split('/').flatMap((name) => (name === '' ? [] : ['..'])));
  return { context, file: dockerfile, directory };
}

/** Who builds may have put more into the folder than there is in the commit. */
async function leaveOutOfWorkTree(
  changed: readonly string[],
  { folder, dockerfile }: WorkTreePlace,
  commit: string,
  { directory, environment }: ToldQuery,
): Promise<ContextChanges | null> {
  // Which list was it, if any?
  if (dockerfile === null) return null;
  const paths = [`${dockerfile}.dockerignore`, folder === '' ? '.dockerignore' : `${folder}/.dockerignore`];
  const listed = await runGit(
    directory,
    ['--literal-pathspecs', 'ls-tree', '-z', '-l', '--full-tree', commit, '--', ...paths],
    {
      environment,
    },
  );
  const lists = splitPaths(listed).map((line) => ({
    path: line.slice(line.indexOf('\t') + 1),
    bytes: Number(line.split(/\s+/)[3]),
  }));
  const list = paths.flatMap((path) => lists.find((one) => one.path === path) ?? [])[0];
  if (list !== undefined && list.bytes > MOST_IGNORE_BYTES) return ALL_UNKNOWN;
  const text =
    list === undefined ? '' : await runGit(directory, ['cat-file', 'blob', `${commit}:${list.path}`], { environment });
  return leaveOutIgnored({ changed, unknown: [''] }, { text, isList: () => false });
}

/** COPY follows the links that it names. By their paths in the folder; throws where there are too many. */
async function listLinks(
  directory: string,
  { commit, folder }: ContextPlace,
  environment: ToldQuery['environment'],
): Promise<Map<string, string>> {
  const words = [
    '--literal-pathspecs',
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    commit,
    '--',
    ...(folder === '' ? [] : [`${folder}/`]),
  ];
  const listed = await runGit(directory, words, { environment, mostBytes: MOST_LISTED_BYTES });
  const links = splitPaths(listed).filter((line) => line.startsWith('120000 '));
  if (links.length > MOST_LINKS) throw new Error('too many links');
  const read = await inParallel(links, LINKS_AT_ONCE, async (line): Promise<[string, string]> => {
    const path = line.slice(line.indexOf('\t') + 1);
    const target = await runGit(directory, ['cat-file', 'blob', line.split(/\s/)[2] ?? ''], { environment });
    return [folder === '' ? path : path.slice(folder.length + 1), target];
  });
  return new Map(read);
}
