import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { run } from './machine/run.ts';
import { makeWorkDir, removeWorkDir } from './machine/work-dir.ts';

/** A git repository with a Dockerfile in it, as a user has one. */
export interface Project {
  readonly folder: string;
  /** Writes files (`null` removes one) on a branch and commits; gives the commit. A new branch starts at `main`. */
  commit(message: string, files: Readonly<Record<string, string | null>>, branch?: string): Promise<string>;
  /** The merge commit that GitHub makes of a pull request: first parent the base, second the head. On no branch. */
  merge(base: string, head: string): Promise<string>;
  /** Commit that a branch, a tag or an expression stands for. */
  resolve(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a repository with one commit on `main`: what `from` holds, and `files`. */
export async function startProject(options: {
  readonly from?: string;
  readonly files?: Readonly<Record<string, string>>;
}): Promise<Project> {
  const folder = await makeWorkDir('project');
  const identity = ['-c', 'user.name=lab', '-c', 'user.email=lab@localhost', '-c', 'commit.gpgsign=false'];
  const git = async (...args: string[]): Promise<string> =>
    (await run('git', ['-C', folder, ...identity, ...args], { hint: 'Install git: apt-get install git.' })).trim();
  const write = async (files: Readonly<Record<string, string | null>>): Promise<void> => {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      if (text === null) await rm(path);
      else await writeFile(path, text);
    }
  };
  const commitAll = async (message: string): Promise<string> => {
    await git('add', '--all');
    await git('commit', '--quiet', '--allow-empty', '--message', message);
    return await git('rev-parse', 'HEAD');
  };
  await git('init', '--quiet', '--initial-branch', 'main');
  // A runner fetches single commits, those on no branch too.
  await git('config', 'uploadpack.allowAnySHA1InWant', 'true');
  if (options.from !== undefined) await cp(options.from, folder, { recursive: true });
  await write(options.files ?? {});
  await commitAll('Begin');
  return {
    folder,
    commit: async (message, files, branch = 'main') => {
      const isThere = await git('rev-parse', '--verify', '--quiet', `refs/heads/${branch}`).catch(() => '');
      await git('checkout', '--quiet', ...(isThere === '' ? ['-b', branch, 'main'] : [branch]));
      await write(files);
      return await commitAll(message);
    },
    merge: async (base, head) => {
      await git('checkout', '--quiet', '--detach', base);
      await git('merge', '--quiet', '--no-ff', '--message', `Merge ${head} into ${base}`, head);
      return await git('rev-parse', 'HEAD');
    },
    resolve: async (name) => await git('rev-parse', '--verify', `${name}^{commit}`),
    stop: async () => {
      await removeWorkDir(folder);
    },
  };
}
