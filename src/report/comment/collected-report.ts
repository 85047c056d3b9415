import * as v from 'valibot';
import type { ReportContext } from '../report-context.ts';
import { PlimsollError } from '../../errors.ts';
import type { Comparison } from '../../compare/comparison.ts';
import { COMPARISON } from '../../compare/comparison-schema.ts';

/**
 * What a job under `comment: collect` leaves to comment/: data that the section is rendered of, and no text of a comment,
 * since who reads it may have less reason to trust the writer than the writer has.
 */
export type CollectedReport =
  | {
      schemaVersion: 1;
      kind: 'compared';
      comparison: Comparison;
      context: CollectedContext;
      /** Whether a comparison that could not be made fails the job. */
      strict: boolean;
    }
  /** The build failed: there is nothing to compare. */
  | { schemaVersion: 1; kind: 'not-built'; name: string };

/** The run is the reader's to know. */
export type CollectedContext = Omit<ReportContext, 'run'>;

const MOST_CHARACTERS = 1024;

const textOrNull = v.nullable(v.pipe(v.string(), v.maxLength(MOST_CHARACTERS)));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const schemaVersion = v.literal(1);

const COLLECTED: v.GenericSchema<unknown, CollectedReport> = v.variant('kind', [
  v.object({
    schemaVersion,
    kind: v.literal('compared'),
    comparison: COMPARISON,
    context: v.object({
      subject: v.picklist(['change', 'build']),
      baselineTitle: textOrNull,
      baselineWhy: textOrNull,
      headSha: v.nullable(v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/))),
      overrideLabel: textOrNull,
      overriddenBy: textOrNull,
      noise: v.object({ bytes: amount, percent: amount }),
    }),
    strict: v.boolean(),
  }),
  v.object({
    schemaVersion,
    kind: v.literal('not-built'),
    name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,62}$/)),
  }),
]);

/** JSON text to a report of this version. Throws `NOT_COMPARED` with the first field that does not fit. */
export function parseCollectedReport(json: string): CollectedReport {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new PlimsollError('NOT_COMPARED', 'it is no JSON');
  }
  const result = v.safeParse(COLLECTED, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new PlimsollError('NOT_COMPARED', `${v.getDotPath(issue) ?? 'it'}: ${issue.message}`, {
    hint: 'Use the same version of Plimsoll in the jobs that build and in comment/.',
  });
}
