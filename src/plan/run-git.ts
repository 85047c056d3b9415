import { execFile } from 'node:child_process';
import { lstat, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface GitOptions {
  /** The git program; `git` out of PATH. */
  git?: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Of what it prints; a MiB where nothing is said. */
  mostBytes?: number;
}

const GIT_TIMEOUT_MS = 10_000;
const MAX_GIT_OUTPUT_BYTES = 1_048_576;

/**
 * Runs git in a folder, for what it prints. It gets what it needs to find itself and the user's `safe.directory`, and
 * nothing else: no token reaches it. Rejects with git's own words, `ENOENT` where there is no git, where it prints too much or
 * takes too long, and in a bare repository.
 */
export async function runGit(directory: string, words: readonly string[], options: GitOptions): Promise<string> {
  if (await isInBare(directory)) throw new Error('not a git repository, but for a bare one');
  const { PATH, HOME, XDG_CONFIG_HOME, SystemRoot } = options.environment;
  const environment = {
    PATH,
    HOME,
    XDG_CONFIG_HOME,
    SystemRoot,
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
  const safe = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '-C', directory];
  return await new Promise((fulfil, reject) => {
    execFile(
      options.git ?? 'git',
      [...safe, ...words],
      {
        env: environment,
        timeout: GIT_TIMEOUT_MS,
        maxBuffer: options.mostBytes ?? MAX_GIT_OUTPUT_BYTES,
        encoding: 'utf8',
      },
      (error, stdout, stderr) => {
        if (error === null) fulfil(stdout);
        else
          reject(
            new Error(error.code === 'ENOENT' ? 'ENOENT' : stderr.slice(0, 1000) || error.message, { cause: error }),
          );
      },
    );
  });
}

/**
 * Whether git takes a folder for a bare repository, or one above it before the work tree's own `.git`. All files of one can be
 * committed like others, with a configuration that names programs for git to run: a pull request would run them here.
 * git's own guard, `safe.bareRepository`, is not in all versions that are in use.
 */
async function isInBare(directory: string): Promise<boolean> {
  for (let folder = await realpath(directory); ; folder = dirname(folder)) {
    if (await isThere(join(folder, '.git'))) return false;
    if (await isThere(join(folder, 'HEAD'))) return true;
    if (folder === dirname(folder)) return false;
  }
}

async function isThere(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}
