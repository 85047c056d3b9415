import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlimsollError } from '../errors.ts';
import { dockerFailed } from '../image/docker.ts';
import { withoutSecrets } from '../image/without-secrets.ts';
import type { BuilderContainer } from './builder-container.ts';

/** Where tar archives, without an end, are put to be unpacked in a builder's container, one after the other. */
export interface Unpacker {
  readonly file: FileHandle;
  /** Unpacks the first so many bytes of the file, or has them read at least: then it may be written again. */
  readonly unpack: (bytes: number) => Promise<void>;
}

/**
 * Has `fill` put archives into a file, from which they are unpacked in the container. From a file busybox has the system
 * copy; from a stream it takes 4 KiB at a time, and half as long again in all. Throws `DOCKER_FAILED`, and what `fill`
 * throws, once the programs in the container have ended.
 */
export async function unpackInBuilder(
  container: BuilderContainer,
  root: string,
  fill: (unpacker: Unpacker) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-'));
  try {
    const path = join(folder, 'archive');
    const file = await open(path, 'wx', 0o600);
    try {
      await unpackFrom(path, container, root, file, fill);
    } finally {
      await file.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * A line is an archive that is to be read, and the answer that it has been. The shell starts the programs: to start one takes
 * a process longer the more memory it has.
 */
const SCRIPTS = {
  direct: 'while read -r _; do "$@" < "$0" >&2 || exit; echo; done',
  /** One program for all: Docker takes a tenth of a second to start one. */
  throughDocker: 'exec 3>&1; while read -r _; do cat "$0" || exit; echo >&3; done | "$@" >&2 3>&-',
};

const SAID_CHARACTERS = 600;

async function unpackFrom(
  path: string,
  { container, entrance: { program, args, isDirect } }: BuilderContainer,
  root: string,
  file: FileHandle,
  fill: (unpacker: Unpacker) => Promise<void>,
): Promise<void> {
  const script = isDirect ? SCRIPTS.direct : SCRIPTS.throughDocker;
  const child = spawn('sh', ['-c', script, path, program.path, ...args, 'tar', '-C', root, '-xf', '-'], {
    env: withoutSecrets(program.env),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-SAID_CHARACTERS);
  });
  child.stdout.resume();
  // One that ends before it has read all says why by its own end.
  child.stdin.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', (error) => {
      said = error.message;
      resolve(null);
    });
    child.once('close', resolve);
  });
  const endedEarly = ended.then(() => {
    throw new Error('the program ended early');
  });
  endedEarly.catch(() => undefined);
  let longest = 0;
  const unpack = async (bytes: number): Promise<void> => {
    if (bytes < longest) await file.truncate(bytes);
    longest = bytes;
    const answered = once(child.stdout, 'data');
    child.stdin.write('\n');
    await Promise.race([answered, endedEarly]);
  };
  const failed = await fill({ file, unpack }).then(
    () => null,
    (error: unknown) => ({ error }),
  );
  child.stdin.end();
  const code = await ended;
  if (failed?.error instanceof PlimsollError) throw failed.error;
  if (code !== 0) throw dockerFailed(`unpacking in ${container}`, said.trim() || `tar ended with ${String(code)}`);
  if (failed !== null) throw failed.error;
}
