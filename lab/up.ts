import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BASE_NAMES, startBaseImages, type BaseName } from './bases/base-images.ts';
import { loadBuilderImage } from './engine/builder-image.ts';
import { startEmulation } from './engine/emulation.ts';
import { startEngine } from './engine/engine.ts';
import { startRegistry } from './registry/registry.ts';

/**
 * `npx tsx lab/up.ts [BASE…]`: engine, builder image, registry and base images for a person to try things in, until
 * Ctrl-C. It prints what to paste into a shell. Without names: the bases of the article's Go service.
 */
const DEFAULT: readonly BaseName[] = [
  'golang:1.26-alpine',
  'gcr.io/distroless/static-debian12:nonroot',
  'docker/dockerfile:1',
];

const asked = process.argv.slice(2);
const names = BASE_NAMES.filter((name) => (asked.length === 0 ? DEFAULT.includes(name) : asked.includes(name)));
const unknown = asked.filter((name) => !names.some((known) => known === name));
if (unknown.length > 0) {
  console.error(`The lab has no base ${unknown.join(', ')}; it has ${BASE_NAMES.join(', ')}.`);
  process.exit(2);
}

const log = (line: string): void => {
  console.error(`lab: ${line}`);
};
const stops: (() => Promise<void>)[] = [];
const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
try {
  const engine = await startEngine({ log });
  stops.push(engine.stop);
  const emulation = await startEmulation({ log });
  stops.push(emulation.stop);
  await loadBuilderImage(engine, log);
  const registry = await startRegistry({ log });
  stops.push(registry.stop);
  const { buildkitdConfig } = await startBaseImages({ registry, names, log });
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-up-'));
  stops.push(async () => {
    await rm(folder, { recursive: true });
  });
  const config = join(folder, 'buildkitd.toml');
  await writeFile(config, buildkitdConfig);

  console.log(`export DOCKER_HOST='${engine.env.DOCKER_HOST}' DOCKER_CONFIG='${engine.env.DOCKER_CONFIG}'`);
  console.log(`export PATH='${engine.bin}':"$PATH" LAB_REGISTRY='${registry.host}'`);
  console.log(`docker buildx create --name lab --use --driver-opt network=host --buildkitd-config '${config}'`);
  log('up; Ctrl-C ends it');
  const alive = setInterval(() => undefined, 60_000);
  await ended;
  clearInterval(alive);
} finally {
  for (const stop of stops.reverse()) await stop();
}
