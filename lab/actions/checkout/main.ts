import path from 'node:path';
import * as core from '@actions/core';
import { exec, getExecOutput } from '@actions/exec';

/** Fetches what is asked for out of the repository that the run was started with (LAB_REPOSITORY), as shallow as asked. */
async function main(): Promise<void> {
  const source = process.env['LAB_REPOSITORY'] ?? '';
  if (source === '') throw new Error('LAB_REPOSITORY names no repository to check out of');
  const repository = core.getInput('repository');
  if (repository !== '' && repository !== process.env['GITHUB_REPOSITORY']) {
    throw new Error(`The stand-in knows only the repository of the run, not ${repository}`);
  }
  const ref = core.getInput('ref') || (process.env['GITHUB_SHA'] ?? '');
  const depth = core.getInput('fetch-depth');
  const folder = path.resolve(process.env['GITHUB_WORKSPACE'] ?? '.', core.getInput('path'));
  const git = (...args: string[]): Promise<number> => exec('git', ['-C', folder, ...args]);
  await exec('git', ['init', '--quiet', folder]);
  // HEAD may be in use by an earlier checkout of the same job: the work tree is moved, not made anew.
  await git('fetch', '--quiet', ...(depth === '0' ? [] : [`--depth=${depth}`]), `file://${source}`, ref);
  await git('-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD');
  const commit = await getExecOutput('git', ['-C', folder, 'rev-parse', 'HEAD'], { silent: true });
  core.setOutput('ref', ref);
  core.setOutput('commit', commit.stdout.trim());
}

try {
  await main();
} catch (thrown) {
  core.setFailed(thrown instanceof Error ? thrown : String(thrown));
}
