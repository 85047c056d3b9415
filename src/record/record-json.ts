import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { isDigest, type Digest } from '../image/digest.ts';
import { parseJson } from '../image/parse-json.ts';
import type { ImageRecord } from './record.ts';
import type { BuildStep } from '../build/build-record.ts';

/** Of a record: a build of a thousand steps has a quarter of it. */
export const MOST_RECORD_BYTES = 1024 * 1024;

const MOST_STEPS = 5000;
const MOST_PLATFORMS = 100;
const MOST_LAYERS = 1000;
const MOST_INPUTS = 200;
const MOST_CACHES = 10;
const MOST_FINDINGS = 1000;
/** Of one finding. */
const MOST_MARKS = 100;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const line = (mostCharacters: number) => v.pipe(v.string(), v.maxLength(mostCharacters));
const digest = v.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'not a digest');
const platform = line(128);

const SourceLineSchema = v.nullable(v.object({ file: line(255), line: v.pipe(count, v.minValue(1)) }));

const InputsSchema = v.nullable(
  v.pipe(
    v.array(v.object({ context: line(255), paths: v.pipe(v.array(line(1024)), v.maxLength(MOST_INPUTS)) })),
    v.maxLength(MOST_INPUTS),
  ),
);

/** What an earlier version did not write is not known. */
const added = <Entries extends v.GenericSchema>(schema: Entries) => v.optional(v.nullable(schema), null);

const StepSchema = v.object({
  name: line(2000),
  stage: v.nullable(line(256)),
  platform: v.nullable(platform),
  status: v.picklist(['cached', 'ran', 'failed']),
  durationMs: v.nullable(count),
  // None of these in a record that an earlier version wrote.
  lastRanMs: v.optional(v.nullable(count), null),
  startMs: v.optional(v.nullable(count), null),
  isEmulated: v.optional(v.nullable(v.boolean()), null),
  source: SourceLineSchema,
  needs: added(v.pipe(v.array(count), v.maxLength(MOST_INPUTS))),
  images: added(
    v.pipe(v.array(v.object({ reference: line(1024), digest: v.nullable(digest) })), v.maxLength(MOST_INPUTS)),
  ),
  own: added(line(64)),
  variables: added(
    v.pipe(
      v.array(v.object({ name: line(255), hash: line(8), kind: v.nullable(v.picklist(['argument', 'env', 'base'])) })),
      v.maxLength(MOST_INPUTS),
    ),
  ),
  inputs: v.optional(InputsSchema, null),
  ignoresCache: added(v.boolean()),
});

const commit = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'not a commit'));

/** None in a record that an earlier version wrote; a kind that is not known is of a later one. */
const ContextSchema = v.fallback(
  v.optional(
    v.nullable(
      v.variant('kind', [
        v.object({ kind: v.literal('commit'), commit, folder: line(1024) }),
        v.object({ kind: v.literal('work-tree'), commit, folder: line(1024), dockerfile: v.nullable(line(1024)) }),
      ]),
    ),
    null,
  ),
  null,
);

/** None in a record that an earlier version wrote. */
const OriginsSchema = v.optional(
  v.pipe(
    v.array(
      v.object({
        platform,
        base: v.nullable(
          v.object({
            reference: line(1024),
            digest: v.nullable(digest),
            layers: count,
            source: SourceLineSchema,
            request: v.nullable(line(64)),
          }),
        ),
        layers: v.pipe(
          v.array(
            v.object({
              source: SourceLineSchema,
              recipe: v.nullable(line(64)),
              inputs: InputsSchema,
            }),
          ),
          v.maxLength(MOST_LAYERS),
        ),
        context: ContextSchema,
      }),
    ),
    v.maxLength(MOST_PLATFORMS),
  ),
  [],
);

/** Unknown fields are of a later Plimsoll, and are passed over. */
const RecordSchema = v.object({
  schemaVersion: v.literal(1),
  plimsoll: line(64),
  name: line(64),
  image: digest,
  commit: v.nullable(commit),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  build: v.nullable(
    v.object({
      durationMs: count,
      steps: v.pipe(v.array(StepSchema), v.maxLength(MOST_STEPS)),
      cache: v.object({
        importMs: count,
        exportMs: count,
        // None in a record that an earlier version wrote.
        manifests: v.optional(v.pipe(v.array(digest), v.maxLength(MOST_CACHES)), []),
      }),
    }),
  ),
  origins: OriginsSchema,
  advice: added(
    v.object({
      dockerfile: line(64),
      hasContext: v.boolean(),
      context: added(
        v.object({ ignore: v.nullable(line(64)), needless: v.pipe(v.array(line(64)), v.maxLength(MOST_INPUTS)) }),
      ),
      findings: v.pipe(
        v.array(
          v.object({
            rule: line(64),
            hash: line(64),
            marks: added(v.pipe(v.array(line(16)), v.maxLength(MOST_MARKS))),
          }),
        ),
        v.maxLength(MOST_FINDINGS),
      ),
    }),
  ),
  platforms: v.pipe(
    v.array(v.object({ platform, manifest: digest, downloadBytes: count })),
    v.maxLength(MOST_PLATFORMS),
  ),
}) satisfies v.GenericSchema<unknown, ImageRecord>;

const VersionSchema = v.object({ schemaVersion: v.number() });

/** Where it would be too long to be read back, what is told of steps beside their times is left out, then the steps, then what is told of layers. */
export function formatRecord(record: ImageRecord): Uint8Array {
  const bytes = Buffer.from(`${JSON.stringify(record)}\n`);
  const steps = record.build?.steps.length ?? 0;
  if (bytes.length <= MOST_RECORD_BYTES && steps <= MOST_STEPS) return bytes;
  if (record.build !== null && steps > 0) {
    const lighter = steps > MOST_STEPS ? [] : lighten(record.build.steps);
    return formatRecord({ ...record, build: { ...record.build, steps: lighter } });
  }
  return record.origins.length === 0 ? bytes : formatRecord({ ...record, origins: [] });
}

/** None where they are light already. */
function lighten(steps: readonly BuildStep[]): readonly BuildStep[] {
  const isLight = steps.every(({ variables, inputs }) => variables === null && inputs === null);
  return isLight ? [] : steps.map((step) => ({ ...step, variables: null, inputs: null }));
}

/** Throws `IMAGE_INVALID`, naming `what`: a schema version that is not known, JSON that is no record. */
export function parseRecord(bytes: Uint8Array, what: string): ImageRecord {
  const { schemaVersion } = parseJson(bytes, VersionSchema, what);
  if (schemaVersion !== 1) {
    throw new PlimsollError('IMAGE_INVALID', `${what} has schema version ${schemaVersion}, which is not known here`, {
      hint: 'Use the newest Plimsoll on all branches.',
    });
  }
  return parseJson(bytes, RecordSchema, what);
}
