import { spawn } from 'node:child_process';

import { PlimsollError } from '../../src/errors.ts';

export interface RunOptions {
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Written to the command's standard input. */
  readonly input?: string | Uint8Array;
  /** Said in the error where the command is missing or fails: the command that mends it. */
  readonly hint?: string;
}

const SHOWN_CHARACTERS = 2000;

/**
 * Runs a command to its end and gives what it printed, as text.
 * An exit code other than 0 is an error that shows the end of what it said; arguments after the second are not shown,
 * since they may hold a password.
 */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const what = [command, ...args.slice(0, 2)].join(' ');
  const hint = options.hint === undefined ? {} : { hint: options.hint };
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', (cause) => {
      reject(new PlimsollError('DOCKER_FAILED', `${what} could not be started: ${cause.message}`, { ...hint, cause }));
    });
    child.on('close', (code, signal) => {
      const text = Buffer.concat(stdout).toString('utf8');
      if (code === 0) {
        resolve(text);
        return;
      }
      // What went wrong stands at the end, on stderr.
      const said = `${text}${Buffer.concat(stderr).toString('utf8')}`.trim().slice(-SHOWN_CHARACTERS);
      reject(new PlimsollError('DOCKER_FAILED', `${what} ended with ${code ?? signal ?? 'nothing'}: ${said}`, hint));
    });
    // A command that ends before it has read its input is judged by its exit code.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
  });
}
