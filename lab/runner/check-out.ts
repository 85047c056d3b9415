import { pathToFileURL } from 'node:url';

import { run } from '../machine/run.ts';

export interface CheckOutOptions {
  /** Folder of the git repository. */
  readonly repository: string;
  /** HEAD by default. */
  readonly commit?: string | undefined;
  /** Checked out as this branch; detached by default. */
  readonly branch?: string | undefined;
  /** `owner/name` on GitHub, for the remote. */
  readonly slug: string;
  readonly into: string;
}

/** Makes the work tree that actions/checkout makes: one commit, no history, the remote on GitHub. */
export async function checkOut(options: CheckOutOptions): Promise<void> {
  const git = async (folder: string, ...args: string[]): Promise<string> =>
    (await run('git', ['-C', folder, ...args], { hint: 'Install git: apt-get install git.' })).trim();
  const commit = await git(options.repository, 'rev-parse', '--verify', `${options.commit ?? 'HEAD'}^{commit}`);
  await run('git', ['init', '--quiet', options.into]);
  await git(options.into, 'remote', 'add', 'origin', `https://github.com/${options.slug}`);
  await git(options.into, 'fetch', '--quiet', '--depth=1', pathToFileURL(options.repository).href, commit);
  const as = options.branch === undefined ? ['--detach'] : ['-B', options.branch];
  // As actions/checkout has it; without any ref, act's copy lacks the folder that makes it a repository.
  await git(
    options.into,
    'update-ref',
    `refs/remotes/${options.branch === undefined ? 'pull/merge' : `origin/${options.branch}`}`,
    commit,
  );
  await git(options.into, '-c', 'advice.detachedHead=false', 'checkout', '--quiet', ...as, 'FETCH_HEAD');
}
