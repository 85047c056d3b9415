import * as v from 'valibot';
import { parseJson } from '../image/parse-json.ts';
import { readInstruction } from './dockerfile-instruction.ts';

/** Where in a Dockerfile a vertex comes from. */
export interface StepSource {
  /** As the build names the file; untrusted text. */
  file: string;
  /** First line of the instruction, from 1. */
  line: number;
  /** The instruction as it is written there (`readInstruction`); untrusted text. */
  instruction: string;
}

const LONGEST_FILE = 255;
/** Of one instruction, heredocs included. */
const MOST_LINES = 50_000;

const Digests = v.record(v.string(), v.string());
const Position = v.object({ line: v.nullish(v.pipe(v.number(), v.safeInteger()), 0) });
const Source = v.object({
  locations: v.nullish(
    v.record(
      v.string(),
      v.object({
        locations: v.nullish(
          v.array(
            v.object({
              sourceIndex: v.nullish(v.number(), 0),
              ranges: v.nullish(
                v.pipe(v.array(v.object({ start: Position, end: Position })), v.maxLength(MOST_LINES)),
                [],
              ),
            }),
          ),
          [],
        ),
      }),
    ),
    {},
  ),
  infos: v.nullish(v.array(v.object({ filename: v.string(), data: v.string() })), []),
});

/** What BuildKit states of a build, in its two shapes (facts/buildkit.md, "Layer -> Dockerfile line"). */
const ProvenanceSchema = v.union([
  v.pipe(
    v.object({
      buildDefinition: v.object({
        internalParameters: v.object({ buildConfig: v.object({ digestMapping: Digests }) }),
      }),
      runDetails: v.object({ metadata: v.object({ buildkit_metadata: v.object({ source: Source }) }) }),
    }),
    v.transform(({ buildDefinition, runDetails }) => ({
      stepOf: buildDefinition.internalParameters.buildConfig.digestMapping,
      source: runDetails.metadata.buildkit_metadata.source,
    })),
  ),
  v.pipe(
    v.object({
      buildConfig: v.object({ digestMapping: Digests }),
      metadata: v.object({ 'https://mobyproject.org/buildkit@v1#metadata': v.object({ source: Source }) }),
    }),
    v.transform(({ buildConfig, metadata }) => ({
      stepOf: buildConfig.digestMapping,
      source: metadata['https://mobyproject.org/buildkit@v1#metadata'].source,
    })),
  ),
]);

/**
 * The sources of a build's vertices, by the vertex's digest, out of its provenance. Nothing else is taken from it: it
 * records the values of build arguments. Throws `IMAGE_INVALID`, naming `what`.
 */
export function parseProvenance(bytes: Uint8Array, what: string): Map<string, StepSource> {
  const { stepOf, source } = parseJson(bytes, ProvenanceSchema, what);
  const files = source.infos.map(({ filename, data }) => ({
    file: filename.slice(0, LONGEST_FILE),
    lines: Buffer.from(data, 'base64').toString('utf8').split(/\r?\n/),
  }));
  const sources = new Map<string, StepSource>();
  for (const [digest, step] of Object.entries(stepOf)) {
    const location = source.locations[step]?.locations.at(0);
    const file = location === undefined ? undefined : files[location.sourceIndex];
    if (location === undefined || file === undefined) continue;
    // A range a line, as BuildKit writes them.
    const line = Math.min(...location.ranges.map(({ start }) => start.line));
    if (!Number.isFinite(line) || line < 1) continue;
    const lastLine = Math.max(line, ...location.ranges.map(({ end }) => end.line));
    const instruction = readInstruction(file.lines, line, lastLine);
    if (instruction !== '') sources.set(digest, { file: file.file, line, instruction });
  }
  return sources;
}
