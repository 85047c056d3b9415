import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { PlimsollError } from '../../src/errors.ts';

export interface DaemonOptions {
  /** What it is, for messages. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Takes what it prints. */
  readonly logFile: string;
  /** Asked again and again until it says yes; may throw while the answer is no. */
  readonly isReady: () => Promise<boolean>;
}

export interface Daemon {
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

const READY_MS = 30_000;
const STOP_MS = 20_000;
const POLL_MS = 50;

/**
 * Starts a process that runs until `stop()`, and waits until it is ready. It is ended by its id, and by the kernel where
 * this process dies first (`setpriv --pdeathsig`); a Ctrl-C at the terminal does not reach it, so that whoever
 * started it stops it in order.
 */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const log = await open(options.logFile, 'a');
  const onLinux = process.platform === 'linux';
  const child = spawn(
    onLinux ? 'setpriv' : options.command,
    onLinux ? ['--pdeathsig', 'TERM', '--', options.command, ...options.args] : options.args,
    { env: { ...process.env, ...options.env }, stdio: ['ignore', log.fd, log.fd], detached: true },
  );
  const exited = once(child, 'exit');
  let failure: string | null = null;
  exited.then(
    ([code, signal]) => (failure = `ended with ${String(code ?? signal)}`),
    (error: unknown) => (failure = `could not be started: ${String(error)}`),
  );
  child.unref();
  await log.close();

  const stop = async (): Promise<void> => {
    if (failure !== null || child.pid === undefined) return;
    child.ref();
    process.kill(child.pid, 'SIGTERM');
    const late = new AbortController();
    const kill = sleep(STOP_MS, undefined, { signal: late.signal }).then(
      () => child.kill('SIGKILL'),
      () => false,
    );
    await exited;
    late.abort();
    await kill;
  };

  const deadline = Date.now() + READY_MS;
  while (!(await options.isReady().catch(() => false))) {
    // The variable is set by the process's events, which the compiler does not see.
    const ended = ((): string | null => failure)();
    if (ended === null && Date.now() < deadline) {
      await sleep(POLL_MS);
      continue;
    }
    await stop();
    const said = (await readFile(options.logFile, 'utf8')).trimEnd().split('\n').slice(-5).join('\n');
    throw new PlimsollError('DOCKER_FAILED', `${options.name} ${ended ?? 'is not ready in time'}:\n${said}`);
  }
  return { pid: child.pid ?? 0, stop };
}
