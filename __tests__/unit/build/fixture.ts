import { findDockerfile } from '../../../src/build/context/built-dockerfile.ts';
import { readFile } from 'node:fs/promises';
import { assembleBuild } from '../../../src/build/assemble-build.ts';
import { parseBuildSummary } from '../../../src/build/build-summary.ts';
import { findEmulated } from '../../../src/build/steps/find-emulated.ts';
import { parseProvenance } from '../../../src/build/origins/provenance.ts';
import { readOrigin } from '../../../src/build/origins/read-origin.ts';
import { readStepFacts } from '../../../src/build/steps/step-facts.ts';
import { readStepSources } from '../../../src/build/steps/step-sources.ts';
import { collectVertices } from '../../../src/build/steps/vertex.ts';
import type { BuildRecord } from '../../../src/build/build-record.ts';
import type { BuildOrigins } from '../../../src/build/origins/fetch-origins.ts';

/** A file of `fixtures/`: what buildx 0.29 and BuildKit 0.34 said of a real build. */
export async function readFixture(name: string): Promise<Buffer> {
  return await readFile(new URL(`./fixtures/${name}`, import.meta.url));
}

/** `provenance`: the file with what the builder states of the first platform; the others' steps are its twins. */
export async function readFixtureBuild(name: string, provenance?: string | BuildOrigins): Promise<BuildRecord> {
  const summary = parseBuildSummary(await readFixture(`${name}.json`), name);
  const { status } = summary;
  if (status === 'running') throw new Error(`${name} has not ended`);
  const collector = collectVertices();
  for (const line of (await readFixture(`${name}.ndjson`)).toString().split('\n')) collector.addLine(line);
  const origins = typeof provenance === 'string' ? await readOrigins(provenance) : (provenance ?? NO_ORIGINS);
  return assembleBuild({ builder: 'b', id: name }, { ...summary, status }, collector.vertices(), origins);
}

export const NO_ORIGINS: BuildOrigins = {
  sources: new Map(),
  emulated: new Map(),
  builderPlatform: null,
  facts: new Map(),
  images: [],
  dockerfile: null,
  cacheMounts: new Map(),
  uncachedStages: 'unknown',
};

async function readOrigins(name: string): Promise<BuildOrigins> {
  const provenance = parseProvenance(await readFixture(name), name);
  const image = readOrigin(provenance, 'linux/amd64');
  const { uncachedStages, builderPlatform } = provenance;
  return {
    sources: readStepSources(provenance),
    facts: readStepFacts(provenance),
    emulated: findEmulated(provenance),
    builderPlatform,
    uncachedStages,
    images: image === null ? [] : [image],
    dockerfile: findDockerfile(provenance),
    cacheMounts: new Map(),
  };
}
