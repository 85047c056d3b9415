import path from 'node:path';
import * as core from '@actions/core';
import { Buildx } from '@docker/actions-toolkit/lib/buildx/buildx.js';
import { Docker } from '@docker/actions-toolkit/lib/docker/docker.js';
import { run } from '@docker/actions-toolkit/lib/index.js';

async function main(): Promise<void> {
  core.saveState('logout', core.getBooleanInput('logout'));
  if (core.getInput('registry-auth') !== '') throw new Error('The stand-in knows one registry at a time');
  if (/true/i.test(core.getInput('ecr'))) throw new Error('The stand-in knows no ECR');
  const registry = core.getInput('registry') || 'docker.io';
  const configDir = scopedConfigDir(registry, core.getInput('scope'));
  core.saveState('registry', registry);
  core.saveState('configDir', configDir);

  const username = core.getInput('username');
  const password = core.getInput('password');
  if (username === '' && password === '') throw new Error('Username and password required');
  if (username === '') throw new Error('Username required');
  if (password === '') throw new Error('Password required');
  core.info(`Logging into ${registry}...`);
  const result = await Docker.getExecOutput(['login', '--password-stdin', '--username', username, registry], {
    ignoreReturnCode: true,
    silent: true,
    input: Buffer.from(password),
    ...withConfigDir(configDir),
  });
  if (result.exitCode !== 0) throw new Error(result.stderr.trim());
  core.info('Login Succeeded!');
}

async function post(): Promise<void> {
  if (core.getState('logout') !== 'true') return;
  const registry = core.getState('registry');
  if (registry === '') return;
  await core.group(`Logout from ${registry}`, async () => {
    const options = { ignoreReturnCode: true, ...withConfigDir(core.getState('configDir')) };
    const result = await Docker.getExecOutput(['logout', registry], options);
    if (result.exitCode !== 0) core.warning(result.stderr.trim());
  });
}

/** A scoped credential lies in a configuration folder of its own under Buildx's; '' where there is no scope. */
function scopedConfigDir(registry: string, scope: string): string {
  if (scope === '') return '';
  const folder = path.join(Buildx.configDir, 'config', registry === 'docker.io' ? 'registry-1.docker.io' : registry);
  return scope.startsWith('@') ? folder + scope : path.join(folder, scope);
}

function withConfigDir(configDir: string): { env?: Record<string, string> } {
  if (configDir === '') return {};
  const env: Record<string, string> = { DOCKER_CONFIG: configDir };
  for (const [key, value] of Object.entries(process.env)) {
    if (value !== undefined && key !== 'DOCKER_CONFIG') env[key] = value;
  }
  return { env };
}

await run(main, post);
