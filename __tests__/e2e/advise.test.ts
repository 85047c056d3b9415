import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { run } from '../../lab/machine/run.ts';

const CLI = join(import.meta.dirname, '../../dist/cli/index.js');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-advise-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('advise, as it is installed, reads the workflows of the repository', async () => {
  await mkdir(join(folder, '.github/workflows'), { recursive: true });
  const steps = 'steps: [{ uses: docker/build-push-action@v6 }]';
  await writeFile(
    join(folder, '.github/workflows/ci.yml'),
    `jobs:\n  build:\n    runs-on: ubuntu-latest\n    ${steps}\n`,
  );
  await writeFile(join(folder, 'Dockerfile'), 'FROM alpine:3.20\nRUN --mount=type=cache,target=/c make\n');
  expect(await run('node', [CLI, 'advise', folder])).toContain('.github/workflows/ci.yml builds with');
});
