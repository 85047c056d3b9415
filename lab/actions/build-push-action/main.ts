import { rmSync } from 'node:fs';
import * as core from '@actions/core';
import * as github from '@actions/github';
import { BuildKit } from '@docker/actions-toolkit/lib/buildkit/buildkit.js';
import { Build } from '@docker/actions-toolkit/lib/buildx/build.js';
import { Builder } from '@docker/actions-toolkit/lib/buildx/builder.js';
import { Buildx } from '@docker/actions-toolkit/lib/buildx/buildx.js';
import { Context } from '@docker/actions-toolkit/lib/context.js';
import { Exec } from '@docker/actions-toolkit/lib/exec.js';
import { run } from '@docker/actions-toolkit/lib/index.js';
import { Util } from '@docker/actions-toolkit/lib/util.js';
import * as v from 'valibot';

const buildx = new Buildx();
const builder = new Builder({ buildx });
const build = new Build({ buildx });
const buildkit = new BuildKit({ buildx });

async function main(): Promise<void> {
  if (!(await buildx.isAvailable())) throw new Error('Docker buildx is required.');
  core.saveState('tmpDir', Context.tmpDir());
  await core.group('Buildx version', () => buildx.printVersion());
  await core.group('Builder info', async () => {
    core.info(JSON.stringify(await builder.inspect(core.getInput('builder')), null, 2));
  });

  const command = await buildx.getCommand(await buildArgs());
  const result = await Exec.getExecOutput(command.command, command.args, {
    ignoreReturnCode: true,
    env: { ...environment(), BUILDX_METADATA_WARNINGS: 'true' },
  });
  await setOutputs();
  core.saveState('summary', flag('DOCKER_BUILD_SUMMARY') && build.resolveRef() !== undefined);
  if (result.exitCode !== 0) {
    throw new Error(`buildx failed with: ${result.stderr.trim().split('\n').at(-1) ?? 'unknown error'}`);
  }
}

/** As far as they are known, also where the build failed. The metadata goes into the log raw, as with v7.3.0. */
async function setOutputs(): Promise<void> {
  const metadata = build.resolveMetadata();
  const outputs = {
    imageid: build.resolveImageID(),
    digest: build.resolveDigest(metadata),
    metadata: metadata === undefined ? undefined : JSON.stringify(metadata, null, 2),
  };
  for (const [name, value] of Object.entries(outputs)) {
    if (value === undefined || value === '') continue;
    await core.group(name, () => {
      core.info(value);
      core.setOutput(name, value);
      return Promise.resolve();
    });
  }
  core.info(build.resolveRef(metadata) ?? 'No build reference found');
}

async function buildArgs(): Promise<string[]> {
  const gitContext = Context.gitContext();
  const context = core.getInput('context').replaceAll('{{defaultContext}}', gitContext) || gitContext;
  const outputs = lines('outputs', { quote: false });
  const platforms = Util.getInputList('platforms').join(',');
  const writesImage = !Build.hasLocalExporter(outputs) && !Build.hasTarExporter(outputs);
  return [
    'build',
    ...each('--add-host', Util.getInputList('add-hosts')),
    ...each('--allow', Util.getInputList('allow')),
    ...each('--annotation', lines('annotations')),
    ...each('--build-arg', lines('build-args')),
    ...each(
      '--build-context',
      lines('build-contexts').map((given) => given.replaceAll('{{defaultContext}}', gitContext)),
    ),
    ...each('--cache-from', lines('cache-from')),
    ...each('--cache-to', lines('cache-to')),
    ...one('--call', core.getInput('call')),
    ...one('--cgroup-parent', core.getInput('cgroup-parent')),
    ...each(
      '--secret',
      resolveSecrets(Util.getInputList('secret-envs'), (given) => Build.resolveSecretEnv(given)),
    ),
    ...one('--file', core.getInput('file')),
    ...(writesImage ? ['--iidfile', build.getImageIDFilePath()] : []),
    ...each('--label', lines('labels')),
    ...each('--no-cache-filter', Util.getInputList('no-cache-filters')),
    ...each('--output', outputs),
    ...one('--platform', platforms),
    ...each('--attest', await attestations(outputs)),
    ...each(
      '--secret',
      resolveSecrets(lines('secrets'), (given) => Build.resolveSecretString(given)),
    ),
    ...each(
      '--secret',
      resolveSecrets(lines('secret-files'), (given) => Build.resolveSecretFile(given)),
    ),
    ...each('--secret', gitToken(context, gitContext)),
    ...one('--shm-size', core.getInput('shm-size')),
    ...each('--ssh', Util.getInputList('ssh')),
    ...each('--tag', Util.getInputList('tags')),
    ...one('--target', core.getInput('target')),
    ...each('--ulimit', lines('ulimit')),
    ...one('--builder', core.getInput('builder')),
    ...(core.getBooleanInput('load') ? ['--load'] : []),
    ...['--metadata-file', build.getMetadataFilePath()],
    ...one('--network', core.getInput('network')),
    ...(core.getBooleanInput('no-cache') ? ['--no-cache'] : []),
    ...(core.getBooleanInput('pull') ? ['--pull'] : []),
    ...(core.getBooleanInput('push') ? ['--push'] : []),
    context,
  ];
}

/** Without a word about provenance a public repository gets `mode=max`, a private one `mode=min,inline-only=true`. */
async function attestations(outputs: string[]): Promise<string[]> {
  const attests = lines('attests');
  const isOf = (type: string) => (attest: string) => Build.hasAttestationType(type, attest);
  const provenance = Build.getProvenanceInput('provenance');
  const sbom = core.getInput('sbom');
  const result: string[] = [];
  if (provenance !== '') {
    result.push(Build.resolveAttestationAttrs(`type=provenance,${provenance}`));
  } else if (
    !attests.some(isOf('provenance')) &&
    !flag('BUILDX_NO_DEFAULT_ATTESTATIONS', false) &&
    (await buildkit.versionSatisfies(core.getInput('builder'), '>=0.11.0')) &&
    !Build.hasDockerExporter(outputs, core.getBooleanInput('load'))
  ) {
    const mode = isPrivate() ? 'mode=min,inline-only=true' : 'mode=max';
    result.push(`type=provenance,${Build.resolveProvenanceAttrs(mode)}`);
  }
  if (sbom !== '') result.push(Build.resolveAttestationAttrs(`type=sbom,${sbom}`));
  for (const attest of attests) {
    if (isOf('provenance')(attest)) {
      if (provenance === '') result.push(Build.resolveProvenanceAttrs(attest));
    } else if (isOf('sbom')(attest)) {
      if (sbom === '') result.push(attest);
    } else {
      result.push(Build.resolveAttestationAttrs(attest));
    }
  }
  return result;
}

function isPrivate(): boolean {
  return v.is(v.object({ repository: v.object({ private: v.literal(true) }) }), github.context.payload);
}

/** The token goes to the build only where the context is the repository's own Git URL. */
function gitToken(context: string, gitContext: string): string[] {
  const token = core.getInput('github-token');
  if (token === '' || Build.hasGitAuthTokenSecret(lines('secrets')) || !context.startsWith(gitContext)) return [];
  return [Build.resolveSecretString(`GIT_AUTH_TOKEN.${new URL(github.context.serverUrl).host}=${token}`)];
}

/** A secret that is malformed or not there is a warning, not an error, as in the real action. */
function resolveSecrets(given: string[], resolve: (secret: string) => string): string[] {
  return given.flatMap((secret) => {
    try {
      return [resolve(secret)];
    } catch (thrown) {
      core.warning(thrown instanceof Error ? thrown : String(thrown));
      return [];
    }
  });
}

function lines(name: string, options: { quote?: boolean } = {}): string[] {
  return Util.getInputList(name, { ignoreComma: true, ...options });
}

function each(option: string, values: string[]): string[] {
  return values.flatMap((value) => [option, value]);
}

function one(option: string, value: string): string[] {
  return value === '' ? [] : [option, value];
}

function flag(name: string, fallback = true): boolean {
  const value = process.env[name] ?? '';
  return value === '' ? fallback : Util.parseBool(value);
}

function environment(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [key, value] of Object.entries(process.env)) if (value !== undefined) env[key] = value;
  return env;
}

async function post(): Promise<void> {
  // The real action exports the build's record here, and uploads it unless DOCKER_BUILD_RECORD_UPLOAD is false.
  if (core.getState('summary') === 'true') await core.summary.addHeading('Docker Build summary').write();
  const tmpDir = core.getState('tmpDir');
  if (tmpDir === '') return;
  await core.group(`Removing temp folder ${tmpDir}`, () => {
    rmSync(tmpDir, { recursive: true, force: true });
    return Promise.resolve();
  });
}

await run(main, post);
