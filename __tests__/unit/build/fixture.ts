import { readFile } from 'node:fs/promises';
import { assembleBuild } from '../../../src/build/assemble-build.ts';
import { parseBuildSummary } from '../../../src/build/build-summary.ts';
import { parseProvenance, type StepSource } from '../../../src/build/provenance.ts';
import { collectVertices } from '../../../src/build/vertex.ts';
import type { BuildRecord } from '../../../src/build/build-record.ts';

/** A file of `fixtures/`: what buildx 0.29 and BuildKit 0.34 said of a real build. */
export async function readFixture(name: string): Promise<Buffer> {
  return await readFile(new URL(`./fixtures/${name}`, import.meta.url));
}

/** `provenance`: the file with what the builder states of the first platform; the others' steps are its twins. */
export async function readFixtureBuild(name: string, provenance?: string): Promise<BuildRecord> {
  const summary = parseBuildSummary(await readFixture(`${name}.json`), name);
  const { status } = summary;
  if (status === 'running') throw new Error(`${name} has not ended`);
  const collector = collectVertices();
  for (const line of (await readFixture(`${name}.ndjson`)).toString().split('\n')) collector.addLine(line);
  const sources =
    provenance === undefined
      ? new Map<string, StepSource>()
      : parseProvenance(await readFixture(provenance), provenance);
  return assembleBuild({ builder: 'b', id: name }, { ...summary, status }, collector.vertices(), sources);
}
