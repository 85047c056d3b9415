import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface BoundedOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** All of its environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Interrupts it, as Ctrl-C does. */
  readonly signal?: AbortSignal;
}

export interface BoundedRun {
  readonly exitCode: number;
  /** stdout and stderr as they came. */
  readonly output: string;
  /** Whether it was ended for want of time. */
  readonly isLate: boolean;
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/** What an interrupted run may still take: its post steps remove builders and log out. */
const GRACE_MS = 30_000;

/**
 * Runs a command to its end, whatever the exit code. Past its time it is interrupted, then killed with every process
 * that it started, by their ids; the kernel ends it where this process dies first.
 */
export async function runBounded(options: BoundedOptions): Promise<BoundedRun> {
  const onLinux = process.platform === 'linux';
  const child = spawn(
    onLinux ? 'setpriv' : options.command,
    onLinux ? ['--pdeathsig', 'TERM', '--', options.command, ...options.args] : options.args,
    { cwd: options.cwd, env: options.env, stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const chunks: Buffer[] = [];
  let bytes = 0;
  const collect = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes <= MAX_OUTPUT_BYTES) chunks.push(chunk);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const interrupt = (): void => {
    if (child.pid !== undefined) void interruptThenKill(child.pid, () => child.exitCode !== null);
  };
  const state = { isLate: false };
  const timer = setTimeout(() => {
    state.isLate = true;
    interrupt();
  }, options.timeoutMs);
  options.signal?.addEventListener('abort', interrupt, { once: true });
  try {
    const ended: unknown[] = await once(child, 'close');
    const code = ended[0];
    const exitCode = typeof code === 'number' ? code : 1;
    return { exitCode, output: Buffer.concat(chunks).toString('utf8'), isLate: state.isLate };
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', interrupt);
  }
}

/** A step is in a session of its own: a signal to the group does not reach it, so the tree is walked. */
async function interruptThenKill(pid: number, isOver: () => boolean): Promise<void> {
  process.kill(pid, 'SIGINT');
  const end = Date.now() + GRACE_MS;
  while (!isOver() && Date.now() < end) await sleep(100);
  if (isOver()) return;
  for (const one of [pid, ...(await listDescendants(pid))]) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

async function listDescendants(pid: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(name)) continue;
    // `pid (name) state ppid …`: the name may hold anything, blanks and brackets included.
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(
      stat
        .slice(stat.lastIndexOf(')') + 1)
        .trim()
        .split(' ')[1],
    );
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const below = children.get(next) ?? [];
    found.push(...below);
    open.push(...below);
  }
  return found;
}
