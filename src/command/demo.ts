import { spawn } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { PlimsollError, wrapError } from '../errors.ts';

const PackageSchema = v.object({ name: v.literal('plimsoll'), scripts: v.object({ demo: v.string() }) });

/**
 * `plimsoll demo`: runs `npm run demo` of the clone that `program` (dist/cli/index.js) is in, and gives its exit code.
 * Throws `USAGE` where it is in none: what the demo needs is not part of what is installed.
 */
export async function runDemo(program: string): Promise<number> {
  // npm makes a symlink of it.
  const root = join(dirname(await realpath(program)), '..', '..');
  if (!(await isClone(root))) {
    throw new PlimsollError('USAGE', 'the demo runs from a clone of Plimsoll, and this is none', {
      hint: 'git clone the repository, and in it: npm ci && npm run demo.',
    });
  }
  // Who interrupts it at a terminal interrupts npm too, which cleans up; we wait for that.
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  try {
    return await new Promise<number>((resolve, reject) => {
      const npm = spawn('npm', ['run', 'demo'], { cwd: root, stdio: 'inherit' });
      npm.once('error', (error) => {
        reject(wrapError('FILE_UNREADABLE', 'npm could not be started', error, 'npm comes with Node.js.'));
      });
      npm.once('close', (code) => {
        resolve(code ?? 130);
      });
    });
  } finally {
    process.off('SIGINT', ignore);
  }
}

async function isClone(root: string): Promise<boolean> {
  try {
    const text = await readFile(join(root, 'package.json'), 'utf8');
    await readFile(join(root, 'lab', 'demo.ts'));
    return v.is(PackageSchema, JSON.parse(text));
  } catch {
    return false;
  }
}
