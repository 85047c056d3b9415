import { execFile } from 'node:child_process';
import { PlimsollError } from '../errors.ts';
import { readDockerSaid } from './docker-said.ts';
import { withoutSecrets } from './without-secrets.ts';

/** The Docker command line that is asked, and what it is given. */
export interface Docker {
  /** The program: a path, or `docker` to look it up in `env`'s PATH. */
  readonly path: string;
  /** Handed on without what `withoutSecrets` takes out. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** How a call ended. A refusal is data: what it means is known to who asked. `said` is the end of stderr, untrusted text. */
export type DockerAnswer = { readonly stdout: Uint8Array } & (
  { readonly kind: 'done' } | { readonly kind: 'failed'; readonly said: string }
);

const TIMEOUT_MS = 60_000;

/**
 * Asks Docker once, with a time-out. `maxBytes` bounds what is taken from stdout. Throws `DOCKER_FAILED` where it
 * cannot be started or hangs, `LIMIT_EXCEEDED` where it says more.
 */
export async function askDocker(
  docker: Docker,
  args: readonly string[],
  { maxBytes, timeoutMs = TIMEOUT_MS }: { readonly maxBytes: number; readonly timeoutMs?: number },
): Promise<DockerAnswer> {
  const what = ['docker', ...args.slice(0, 3)].join(' ');
  return await new Promise((resolve, reject) => {
    execFile(
      docker.path,
      args,
      // A hung plugin ignores a polite signal.
      {
        env: withoutSecrets(docker.env),
        encoding: 'buffer',
        maxBuffer: maxBytes,
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (error === null) resolve({ kind: 'done', stdout });
        else if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') {
          reject(new PlimsollError('LIMIT_EXCEEDED', `${what}: the answer is larger than ${maxBytes} bytes`));
        } else if (typeof error.code === 'string') {
          reject(couldNotStart(docker.path, error));
        } else if (error.killed === true) {
          const hint = 'See whether "docker version" answers.';
          reject(new PlimsollError('DOCKER_FAILED', `${what}: no answer within ${timeoutMs / 1000} s`, { hint }));
        } else {
          resolve({
            kind: 'failed',
            stdout,
            said: readDockerSaid(Buffer.from(stderr).toString('utf8'), args),
          });
        }
      },
    );
  });
}

/** What a refusal means that nobody expected. */
export function dockerFailed(what: string, said: string): PlimsollError {
  return new PlimsollError('DOCKER_FAILED', `${what}: ${said === '' ? 'docker failed and said nothing' : said}`, {
    hint: adviseOnRefusal(said),
  });
}

function adviseOnRefusal(said: string): string {
  if (said.includes('there is no command "docker buildx"')) {
    return 'Install Buildx 0.21 or newer: https://docs.docker.com/go/buildx/';
  }
  if (/unknown (?:command|flag)|is not a docker command/.test(said)) {
    return 'Reading a build takes buildx 0.21 or newer: see "docker buildx version".';
  }
  return said.includes('Cannot connect to the Docker daemon') ? 'Start Docker, or set DOCKER_HOST.' : '';
}

function couldNotStart(path: string, cause: Error): PlimsollError {
  return new PlimsollError('DOCKER_FAILED', `${path} could not be started: ${cause.message}`, {
    hint: 'Install Docker with Buildx, or put "docker" into the PATH.',
    cause,
  });
}
