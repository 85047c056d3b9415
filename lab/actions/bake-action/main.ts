import * as core from '@actions/core';
import { Bake } from '@docker/actions-toolkit/lib/buildx/bake.js';
import { Buildx } from '@docker/actions-toolkit/lib/buildx/buildx.js';
import { Exec } from '@docker/actions-toolkit/lib/exec.js';
import { run } from '@docker/actions-toolkit/lib/index.js';
import { Util } from '@docker/actions-toolkit/lib/util.js';

const buildx = new Buildx();
const bake = new Bake({ buildx });

async function main(): Promise<void> {
  const source = core.getInput('source');
  // The real one builds from the repository's Git URL then, which the lab does not serve.
  if (source === '') throw new Error('The stand-in needs a source.');
  const builder = core.getInput('builder');
  const command = await buildx.getCommand([
    'bake',
    ...Util.getInputList('files').flatMap((file) => ['--file', file]),
    ...Util.getInputList('set', { ignoreComma: true, quote: false }).flatMap((value) => ['--set', value]),
    ...(builder === '' ? [] : ['--builder', builder]),
    ...(core.getBooleanInput('push') ? ['--push'] : []),
    ...['--metadata-file', bake.getMetadataFilePath()],
    ...Util.getInputList('targets'),
  ]);
  const result = await Exec.getExecOutput(command.command, command.args, { cwd: source, ignoreReturnCode: true });
  if (result.exitCode !== 0) throw new Error(result.stderr.trim().split('\n').at(-1) ?? 'unknown error');
  const metadata = bake.resolveMetadata();
  if (metadata !== undefined) core.setOutput('metadata', JSON.stringify(metadata, null, 2));
}

await run(main);
