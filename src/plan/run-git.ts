import { execFile } from 'node:child_process';

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
 * nothing else: no token reaches it. Rejects with git's own words, `ENOENT` where there is no git, and where it prints too
 * much or takes too long.
 */
export function runGit(directory: string, words: readonly string[], options: GitOptions): Promise<string> {
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
  return new Promise((fulfil, reject) => {
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
