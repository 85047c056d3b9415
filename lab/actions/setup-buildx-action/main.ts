import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { BuildKit } from '@docker/actions-toolkit/lib/buildkit/buildkit.js';
import { Builder } from '@docker/actions-toolkit/lib/buildx/builder.js';
import { Buildx } from '@docker/actions-toolkit/lib/buildx/buildx.js';
import { Docker } from '@docker/actions-toolkit/lib/docker/docker.js';
import { Exec } from '@docker/actions-toolkit/lib/exec.js';
import { run } from '@docker/actions-toolkit/lib/index.js';
import { Util } from '@docker/actions-toolkit/lib/util.js';
import * as v from 'valibot';

/** What the real action passes where the caller gives no flags; RUN --network=host needs it. */
const DEFAULT_FLAGS = '--allow-insecure-entitlement security.insecure --allow-insecure-entitlement network.host';
const FLAGGED_DRIVERS = ['', 'docker-container', 'docker', 'kubernetes'];

/** `append` in the JSON that YAML includes: the stand-in has no YAML parser. */
const Nodes = v.array(
  v.object({
    name: v.optional(v.string()),
    endpoint: v.optional(v.string()),
    'driver-opts': v.optional(v.array(v.string())),
    'buildkitd-flags': v.optional(v.string()),
    platforms: v.optional(v.string()),
  }),
);

const buildx = new Buildx();
const builder = new Builder({ buildx });
const buildkit = new BuildKit({ buildx });

async function main(): Promise<void> {
  const driver = core.getInput('driver') || 'docker-container';
  const name = driver === 'docker' ? await Docker.context() : core.getInput('name') || `builder-${randomUUID()}`;
  const keepState = core.getBooleanInput('keep-state');
  core.getBooleanInput('cache-binary');
  core.saveState('cleanup', core.getBooleanInput('cleanup'));
  if (keepState && driver !== 'docker-container') throw new Error(`Cannot use keep-state with ${driver} driver`);
  core.saveState('keepState', keepState);
  await core.group('Buildx version', async () => {
    await checkVersion(core.getInput('version'));
    await buildx.printVersion();
  });

  core.setOutput('name', name);
  core.saveState('builderName', name);
  core.saveState('builderDriver', driver);
  if (driver !== 'docker') {
    await core.group('Creating a new builder instance', async () => {
      if (await builder.exists(name)) core.info(`Builder ${name} already exists, skipping creation`);
      else await runBuildx(createArgs(name, driver));
    });
  }
  const append = core.getInput('append');
  if (append !== '') {
    await core.group('Appending node(s) to builder', () => appendNodes(name, driver, append));
  }
  await core.group('Booting builder', () => runBuildx(['inspect', '--bootstrap', '--builder', name]));
  await core.group('Inspect builder', () => report(name));
}

async function checkVersion(wanted: string): Promise<void> {
  if (!(await buildx.isAvailable())) throw new Error('Buildx is not installed, and the stand-in downloads none');
  if (wanted === '' || wanted === 'latest') return;
  const installed = await buildx.version();
  if (wanted.replace(/^v/, '') !== installed) {
    throw new Error(`Buildx ${wanted} is wanted, ${installed} is installed, and the stand-in downloads none`);
  }
}

function createArgs(name: string, driver: string): string[] {
  const config = core.getInput('buildkitd-config');
  const inline = core.getInput('buildkitd-config-inline');
  const platforms = Util.getInputList('platforms').join(',');
  const endpoint = core.getInput('endpoint');
  return [
    ...['create', '--name', name, '--driver', driver],
    ...Util.getInputList('driver-opts', { ignoreComma: true, quote: false }).flatMap((opt) => ['--driver-opt', opt]),
    ...flagArgs(driver, core.getInput('buildkitd-flags')),
    ...(platforms === '' ? [] : ['--platform', platforms]),
    ...(core.getBooleanInput('use') ? ['--use'] : []),
    ...(config !== ''
      ? ['--config', buildkit.config.resolveFromFile(config)]
      : inline !== ''
        ? ['--config', buildkit.config.resolveFromString(inline)]
        : []),
    ...(endpoint === '' ? [] : [endpoint]),
  ];
}

function flagArgs(driver: string, flags: string): string[] {
  if (flags !== '') return ['--buildkitd-flags', flags];
  return FLAGGED_DRIVERS.includes(driver) ? ['--buildkitd-flags', DEFAULT_FLAGS] : [];
}

async function appendNodes(name: string, driver: string, append: string): Promise<void> {
  for (const node of v.parse(Nodes, JSON.parse(append))) {
    await runBuildx([
      ...['create', '--name', name, '--append'],
      ...(node.name === undefined ? [] : ['--node', node.name]),
      ...(node['driver-opts'] ?? []).flatMap((opt) => ['--driver-opt', opt]),
      ...flagArgs(driver, node['buildkitd-flags'] ?? ''),
      ...(node.platforms === undefined ? [] : ['--platform', node.platforms]),
      ...(node.endpoint === undefined ? [] : [node.endpoint]),
    ]);
  }
}

async function report(name: string): Promise<void> {
  const found = await builder.inspect(name);
  const platforms = new Set(found.nodes.flatMap((node) => node.platforms?.split(',') ?? []));
  core.info(JSON.stringify(found, undefined, 2));
  core.setOutput('driver', found.driver);
  core.setOutput('platforms', [...platforms].join(','));
  core.setOutput('nodes', JSON.stringify(found.nodes, undefined, 2));
}

async function post(): Promise<void> {
  const name = core.getState('builderName');
  if (core.getState('cleanup') !== 'true' || core.getState('builderDriver') === 'docker' || name === '') return;
  await core.group('Removing builder', async () => {
    if (!(await builder.exists(name))) {
      core.info(`${name} does not exist`);
      return;
    }
    try {
      await runBuildx(['rm', name, ...(core.getState('keepState') === 'true' ? ['--keep-state'] : [])]);
    } catch (thrown) {
      core.warning(thrown instanceof Error ? thrown : String(thrown));
    }
  });
}

/** As the real action does: the last line of stderr is the error. */
async function runBuildx(args: string[]): Promise<void> {
  const command = await buildx.getCommand(args);
  const result = await Exec.getExecOutput(command.command, command.args, { ignoreReturnCode: true });
  if (result.exitCode !== 0) throw new Error(result.stderr.trim().split('\n').at(-1) ?? 'unknown error');
}

await run(main, post);
