import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { type BaseName, startBaseImages } from '../lab/bases/base-images.ts';
import { loadBuilderImage } from '../lab/engine/builder-image.ts';
import { startEngine } from '../lab/engine/engine.ts';
import { startRegistry } from '../lab/registry/registry.ts';
import { run } from '../lab/machine/run.ts';
import type { BuildStep } from '../src/build/build-record.ts';
import { findBuild } from '../src/build/find-build.ts';
import { readBuild } from '../src/build/read-build.ts';

export interface FreshBuild {
  /** Folder of the context. */
  readonly context: string;
  readonly file: string;
  readonly platforms: readonly string[];
  /** Repository of the image and its cache; both are pushed. */
  readonly repository: string;
}

export interface BuildResult {
  /** Of `docker buildx build`, its end included: the builder is there by then. */
  readonly durationMs: number;
  /** By BuildKit's record. */
  readonly steps: readonly BuildStep[];
}

export interface Size {
  readonly downloadBytes: number;
  readonly onDiskBytes: number;
}

export interface FreshBuilds {
  /** Where images lie. */
  readonly host: string;
  /** Builds as the article's workflow does, with the registry cache (`mode=max`), on a builder that is new and thrown away. */
  build(wanted: FreshBuild): Promise<BuildResult>;
  /** Of an image for one platform, by our own terminal entry. */
  measure(reference: string, platform: string): Promise<Size>;
  stop(): Promise<void>;
}

const Metadata = v.object({ 'containerimage.digest': v.string() });
const Inspected = v.object({
  platforms: v.tuple([v.object({ downloadBytes: v.number(), onDiskBytes: v.number() })]),
});

/** Starts what builds from nothing need: an engine, a registry with the bases in it. */
export async function startFreshBuilds(bases: readonly BaseName[], log: (line: string) => void): Promise<FreshBuilds> {
  const engine = await startEngine({ log });
  await loadBuilderImage(engine, log);
  const registry = await startRegistry();
  const { buildkitdConfig } = await startBaseImages({ registry, names: bases, log });
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-bench-'));
  const config = join(folder, 'buildkitd.toml');
  const metadata = join(folder, 'metadata.json');
  await writeFile(config, buildkitdConfig);
  const builder = `bench-${process.pid}`;
  const buildx = async (...args: string[]): Promise<string> =>
    await run(engine.docker, ['buildx', ...args], { env: engine.env });
  const docker = { path: engine.docker, env: { ...process.env, ...engine.env } };

  const timedBuild = async ({ context, file, platforms, repository }: FreshBuild): Promise<BuildResult> => {
    const cache = `type=registry,ref=${registry.host}/${repository}:buildcache`;
    const output = `type=image,name=${registry.host}/${repository}:latest,push=true`;
    const startedAtMs = Date.now();
    const started = performance.now();
    await buildx(
      ...['build', '--builder', builder, '--metadata-file', metadata, '--provenance', 'false'],
      ...['--platform', platforms.join(','), '--output', output],
      ...['--cache-from', cache, '--cache-to', `${cache},mode=max`, '--file', join(context, file), context],
    );
    const durationMs = performance.now() - started;
    const digest = v.parse(Metadata, JSON.parse(await readFile(metadata, 'utf8')))['containerimage.digest'];
    const found = await findBuild(docker, { builder, startedAtMs, digest });
    if (found.kind !== 'found') throw new Error(found.note.message);
    const { build, notes } = await readBuild(docker, { builder, id: found.id }, found.summary);
    if (build === null) throw new Error(notes[0]?.message);
    return { durationMs, steps: build.steps };
  };

  return {
    host: registry.host,
    build: async (wanted) => {
      const driver = ['--driver', 'docker-container', '--driver-opt', 'network=host', '--buildkitd-config', config];
      await buildx('create', '--bootstrap', '--name', builder, ...driver);
      try {
        return await timedBuild(wanted);
      } finally {
        await buildx('rm', '--force', builder);
      }
    },
    measure: async (reference, platform) => {
      const options = ['--json', '--files', '--quiet', '--platform', platform];
      const text = await run('node', ['dist/cli/index.js', 'inspect', reference, ...options]);
      return v.parse(Inspected, JSON.parse(text)).platforms[0];
    },
    stop: async () => {
      await registry.stop();
      await engine.stop();
      await rm(folder, { recursive: true });
    },
  };
}
