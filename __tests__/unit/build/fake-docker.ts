import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Docker } from '../../../src/image/docker.ts';

/** How the stand-in answers a call whose arguments begin so (`buildx history ls`). */
export interface FakeAnswer {
  when: string;
  stdout?: string;
  stderr?: string;
  code?: number;
  /** Runs in place of an answer: `sleep 60`. */
  script?: string;
}

/** A program in the place of `docker`: the first answer that fits, else it fails as an unknown command does. */
export async function startFakeDocker(answers: readonly FakeAnswer[]): Promise<Docker & { stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-docker-'));
  const cases = await Promise.all(
    answers.map(async ({ when, stdout = '', stderr = '', code = 0, script }, index) => {
      await writeFile(join(folder, `${index}.out`), stdout);
      await writeFile(join(folder, `${index}.err`), stderr);
      const answer = `cat "$folder/${index}.out"; cat "$folder/${index}.err" >&2; exit ${code}`;
      return `  "${when}"*) ${script ?? answer} ;;`;
    }),
  );
  const path = join(folder, 'docker');
  const lines = [
    '#!/bin/sh',
    'folder=$(dirname "$0")',
    'case "$*" in',
    ...cases,
    'esac',
    'echo "unknown command" >&2; exit 1',
  ];
  await writeFile(path, `${lines.join('\n')}\n`);
  await chmod(path, 0o755);
  return {
    path,
    env: { PATH: process.env['PATH'], GITHUB_TOKEN: 'ghs_secret', INPUT_PASSWORD: 'secret', HOME: '/nowhere' },
    stop: async () => {
      await rm(folder, { recursive: true });
    },
  };
}
