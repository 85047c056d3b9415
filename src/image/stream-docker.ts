import { spawn } from 'node:child_process';
import { dockerFailed, type Docker } from './docker.ts';
import { withoutSecrets } from './without-secrets.ts';

const SAID_CHARACTERS = 600;

export interface StreamDockerOptions {
  /** For messages. */
  readonly what: string;
  /** The longest that it may send nothing. */
  readonly silenceMs: number;
  /** What a refusal means, by what was said; `DOCKER_FAILED` by default. */
  readonly explain?: (what: string, said: string) => Error;
  /** What it reads; nothing by default. */
  readonly input?: Uint8Array;
}

/**
 * What Docker prints, of any length, as it streams. Throws what `explain` makes of a refusal, also where it comes in the
 * midst; whoever stops reading ends it.
 */
export async function* streamDocker(
  docker: Docker,
  args: readonly string[],
  { what, silenceMs, explain = dockerFailed, input }: StreamDockerOptions,
): AsyncGenerator<Uint8Array> {
  const child = spawn(docker.path, args, {
    env: withoutSecrets(docker.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  // One that ends before it has read all says why by its own end.
  child.stdin.on('error', () => undefined).end(input ?? '');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-SAID_CHARACTERS);
  });
  const ended = new Promise<number | null>((resolve) => {
    // Also of one that may not be killed.
    child.on('error', () => {
      resolve(null);
    });
    child.once('close', resolve);
  });
  // One that runs as root may not be killed; to write where nobody reads ends it too.
  const silence = setTimeout(() => {
    child.stdout.destroy(explain(what, `nothing came for ${silenceMs / 1000} s`));
  }, silenceMs);
  const chunks: AsyncIterable<Uint8Array> = child.stdout;
  try {
    for await (const chunk of chunks) {
      silence.refresh();
      yield chunk;
    }
    if ((await ended) !== 0) throw explain(what, said.trim().replace(/^ERROR: /, ''));
  } finally {
    clearTimeout(silence);
    child.kill('SIGKILL');
  }
}
