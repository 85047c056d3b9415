import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import * as core from '@actions/core';

const NO_FILES: Readonly<Record<string, (message: string) => void>> = {
  warn: (message) => {
    core.warning(message);
  },
  error: (message) => {
    throw new Error(message);
  },
  ignore: (message) => {
    core.info(message);
  },
};

async function main(): Promise<void> {
  const name = core.getInput('name');
  const given = core.getInput('path', { required: true });
  const overwrite = core.getBooleanInput('overwrite');
  const whenEmpty = NO_FILES[core.getInput('if-no-files-found')];
  if (whenEmpty === undefined) throw new Error('Unrecognized if-no-files-found input.');
  if (/["/:<>|*?\r\n\\]/.test(name)) throw new Error(`The artifact name is not valid: ${name}`);

  const files = (await Promise.all(given.split('\n').map(listFiles))).flat();
  if (files.length === 0) {
    whenEmpty(`No files were found with the provided path: ${given}. No artifacts will be uploaded.`);
    return;
  }
  const single = !core.getBooleanInput('archive');
  if (single && files.length > 1) throw new Error(`Only a single file can be uploaded. Found ${files.length} files.`);
  await store(single ? path.basename(files[0] ?? '') : name, files, overwrite);
}

/** A file, or the files of a folder, hidden ones left out unless they are asked for; the stand-in knows no patterns. */
async function listFiles(given: string): Promise<string[]> {
  if (given.trim() === '') return [];
  if (/[*?[!]/.test(given)) throw new Error(`The stand-in takes files and folders, not the pattern ${given}`);
  const hidden = core.getBooleanInput('include-hidden-files');
  const start = path.resolve(given.trim());
  const found = await stat(start).catch(() => null);
  if (found === null) return [];
  if (found.isFile()) return hidden || !path.basename(start).startsWith('.') ? [start] : [];
  const below = await readdir(start, { recursive: true, withFileTypes: true });
  return below
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => hidden || !/(^|\/)\./.test(path.relative(start, file)));
}

/** Into LAB_ARTIFACTS/NAME, with the paths under the folder that all the files share, as in the real archive. */
async function store(name: string, files: string[], overwrite: boolean): Promise<void> {
  const root = process.env['LAB_ARTIFACTS'];
  if (root === undefined || root === '') throw new Error('LAB_ARTIFACTS names no folder to put artifacts into');
  await mkdir(root, { recursive: true });
  const target = path.join(root, name);
  if (overwrite) await rm(target, { recursive: true, force: true });
  await mkdir(target).catch((thrown: unknown) => {
    throw new Error('Conflict: an artifact with this name already exists on the workflow run', { cause: thrown });
  });
  const shared = sharedFolder(files);
  const hash = createHash('sha256');
  for (const file of files) {
    await cp(file, path.join(target, path.relative(shared, file)));
    hash.update(await readFile(file));
  }
  const digest = hash.digest('hex');
  const id = Number.parseInt(digest.slice(0, 8), 16);
  const run = process.env['GITHUB_RUN_ID'] ?? '1';
  core.setOutput('artifact-id', id);
  core.setOutput('artifact-digest', digest);
  core.setOutput(
    'artifact-url',
    `${process.env['GITHUB_SERVER_URL'] ?? ''}/${process.env['GITHUB_REPOSITORY'] ?? ''}/actions/runs/${run}/artifacts/${id}`,
  );
  core.info(`Artifact ${name} has been successfully uploaded! ${files.length} file(s)`);
}

function sharedFolder(files: string[]): string {
  const [first = [], ...rest] = files.map((file) => path.dirname(file).split(path.sep));
  const parts = [...first];
  for (const folder of rest) {
    while (parts.some((part, place) => folder[place] !== part)) parts.pop();
  }
  return parts.join(path.sep) || path.sep;
}

try {
  await main();
} catch (thrown) {
  core.setFailed(thrown instanceof Error ? thrown : String(thrown));
}
