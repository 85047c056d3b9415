import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Docker } from '../../../src/image/docker.ts';

export interface FakeAnswer {
  /** The words of the call must hold these, in this order. */
  readonly to: readonly string[];
  readonly stdout?: Uint8Array | string;
  readonly stderr?: string;
  readonly code?: number;
}

export interface FakeDocker extends Docker {
  /** Each call's words and environment, oldest first. */
  calls(): Promise<{ args: string[]; env: Record<string, string> }[]>;
  remove(): Promise<void>;
}

/** A program in the place of docker: the first answer that fits a call is given; without one it fails. */
export async function makeFakeDocker(
  answers: readonly FakeAnswer[],
  env: Readonly<Record<string, string>> = {},
): Promise<FakeDocker> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-fake-docker-'));
  const path = join(folder, 'docker.cjs');
  const log = join(folder, 'calls');
  const written = answers.map(({ stdout, ...rest }) => ({
    ...rest,
    stdout: Buffer.from(stdout ?? '').toString('base64'),
  }));
  await writeFile(log, '');
  await writeFile(path, `#!${process.execPath}\n${PROGRAM(JSON.stringify(written), JSON.stringify(log))}`, {
    mode: 0o700,
  });
  return {
    path,
    env,
    async calls() {
      const lines = (await readFile(log, 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line) => v.parse(CallSchema, JSON.parse(line)));
    },
    remove: async () => {
      await rm(folder, { recursive: true });
    },
  };
}

const CallSchema = v.object({ args: v.array(v.string()), env: v.record(v.string(), v.string()) });

const PROGRAM = (answers: string, log: string) => `
const fs = require('node:fs');
const args = process.argv.slice(2);
fs.appendFileSync(${log}, JSON.stringify({ args, env: process.env }) + '\\n');
const fits = ({ to }) => to.reduce((at, word) => (at === -1 ? -1 : args.indexOf(word, at) + 1 || -1), 0) !== -1;
const answer = ${answers}.find(fits) ?? { stdout: '', stderr: 'ERROR: nothing was expected of ' + args.join(' '), code: 1 };
process.stdout.write(Buffer.from(answer.stdout, 'base64'), () => {
  process.stderr.write(answer.stderr ?? '', () => process.exit(answer.code ?? (answer.stderr === undefined ? 0 : 1)));
});
`;
