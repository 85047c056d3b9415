import { cp, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import * as core from '@actions/core';

async function main(): Promise<void> {
  const name = core.getInput('name');
  const into = path.resolve(core.getInput('path') || (process.env['GITHUB_WORKSPACE'] ?? ''));
  const isMerged = core.getBooleanInput('merge-multiple');
  const root = findRun();
  const stored = (await readdir(root).catch(() => [])).sort();
  const wanted = stored.filter((one) => (name === '' ? matches(one, core.getInput('pattern')) : one === name));
  if (name !== '' && wanted.length === 0) throw new Error(`Artifact '${name}' not found`);
  await mkdir(into, { recursive: true });
  for (const one of wanted) {
    // A single one has no folder of its own, whether it was asked for by name or by pattern.
    const target = isMerged || wanted.length === 1 ? into : path.join(into, one);
    await cp(path.join(root, one), target, { recursive: true });
  }
  core.info(`Total of ${wanted.length} artifact(s) downloaded`);
  core.setOutput('download-path', into);
}

/** Without a token it is this run; with one, the run of that number, and GitHub refuses who may not read it. */
function findRun(): string {
  if (core.getInput('github-token') === '') return process.env['LAB_ARTIFACTS'] ?? '';
  const runs = process.env['LAB_RUNS'] ?? '';
  if (runs === '') throw new Error('Resource not accessible by integration');
  return path.join(runs, core.getInput('run-id'));
}

function matches(name: string, pattern: string): boolean {
  if (/[?[\]{}!()]/.test(pattern)) throw new Error(`The stand-in knows * alone, not the pattern ${pattern}`);
  const parts = pattern.split('*').map((part) => part.replace(/[.+^$|\\]/g, '\\$&'));
  return pattern === '' || new RegExp(`^${parts.join('.*')}$`).test(name);
}

try {
  await main();
} catch (thrown) {
  core.setFailed(thrown instanceof Error ? thrown : String(thrown));
}
