import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { loadBuilderImage } from './builder-image.ts';
import { startEngine } from './engine.ts';

/** `tsx lab/with-engine.ts COMMAND …`: runs a command with one engine for all that it starts, and ends with its exit code. */
const [command = '', ...args] = process.argv.slice(2);
const log = (line: string): void => {
  console.error(`lab: ${line}`);
};

const engine = await startEngine({ log });
try {
  await loadBuilderImage(engine, log);
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...engine.env } });
  // Ctrl-C reaches the child too; this process outlives it, to end the engine.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const ended: unknown[] = await once(child, 'close');
  process.exitCode = typeof ended[0] === 'number' ? ended[0] : 1;
} finally {
  await engine.stop();
}
