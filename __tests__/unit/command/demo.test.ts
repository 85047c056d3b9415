import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runDemo } from '../../../src/command/demo.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'plimsoll-clone-'));
  await write('dist/cli/index.js', '');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

async function write(path: string, text: string): Promise<string> {
  const file = join(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

const clone = (script: string) => JSON.stringify({ name: 'plimsoll', scripts: { demo: script } });

test.each([0, 7])('runs the demo of the clone that it is in, through a symlink too: exit code %i', async (code) => {
  await write('package.json', clone(`node -e "require('fs').writeFileSync('ran', ''); process.exit(${code})"`));
  await write('lab/demo.ts', '');
  const link = join(root, 'plimsoll');
  await symlink(join(root, 'dist/cli/index.js'), link);
  expect(await runDemo(link)).toBe(code);
  await rm(join(root, 'ran'));
});

test.each([
  ['without the lab', clone('true'), false],
  ['of another package', clone('true').replace('plimsoll', 'other'), true],
  ['without a package', null, true],
])('elsewhere it says how to get one: %s', async (_, manifest, withLab) => {
  if (manifest !== null) await write('package.json', manifest);
  if (withLab) await write('lab/demo.ts', '');
  await expect(runDemo(join(root, 'dist/cli/index.js'))).rejects.toMatchObject({
    code: 'USAGE',
    hint: expect.stringContaining('npm run demo'),
  });
});
