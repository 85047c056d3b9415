import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { run } from '../lab/machine/run.ts';
import type { World } from '../lab/world.ts';

export interface Work {
  /** Builds that a builder remembers after the job; it was there before and is left. */
  readonly builds: number;
  /** `plan` and `report`, each as often as it started Docker's command line. */
  readonly calls: readonly string[];
}

/** What one job with our action does, as far as it does not depend on how busy a machine is; `runJob` runs it. */
export async function countWork(
  world: World,
  runJob: (inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>>) => Promise<void>,
): Promise<Work> {
  const config = await world.engine.makeDockerConfig();
  const env = { ...world.engine.env, DOCKER_CONFIG: config };
  const buildx = async (...args: string[]): Promise<string> =>
    await run(world.engine.docker, ['buildx', ...args], { env });
  const name = `bench-${process.pid}`;
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-overhead-'));
  const file = join(folder, 'buildkitd.toml');
  await writeFile(file, world.bases.buildkitdConfig);
  const driver = ['--driver', 'docker-container', '--driver-opt', 'network=host', '--buildkitd-config', file];
  await buildx('create', '--bootstrap', '--name', name, ...driver);
  try {
    const calls = await writeShim(folder, world.engine.docker);
    const inputs = { builder: name, 'driver-opts': '', 'buildkitd-config-inline': '' };
    await runJob(inputs, { DOCKER_CONFIG: config, PATH: `${folder}${delimiter}${world.engine.env.PATH}` });
    const listed = await buildx('history', 'ls', '--builder', name, '--format', 'json');
    return { builds: linesOf(listed).length, calls: linesOf(await readFile(calls, 'utf8')) };
  } finally {
    await buildx('rm', '--force', name);
    await rm(folder, { recursive: true });
  }
}

/** Puts a `docker` into a folder that notes which phase of ours calls it; gives the file of the notes. */
async function writeShim(folder: string, docker: string): Promise<string> {
  const calls = join(folder, 'calls');
  await writeFile(calls, '');
  const caller = "tr '\\0' '\\n' < /proc/$PPID/cmdline | sed -n '/main.index.js$/{n;p;}'";
  await writeFile(join(folder, 'docker'), `#!/bin/sh\n${caller} >> '${calls}'\nexec '${docker}' "$@"\n`, {
    mode: 0o755,
  });
  return calls;
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
