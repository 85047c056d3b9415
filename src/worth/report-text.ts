import * as v from 'valibot';

/** Entries of one list of a report, far above what scanners find in an image. */
const MOST_ENTRIES = 100_000;

/** Of a name or version: no report shows more. */
const MOST_CHARACTERS = 300;

/** A short text of a report, the rest of a long one cut off. */
export const reportText = v.pipe(
  v.string(),
  v.transform((long) => long.slice(0, MOST_CHARACTERS)),
);

/** Of a report that may leave it out, or write `null`. */
export const optionalText = v.optional(
  v.pipe(
    v.nullable(reportText),
    v.transform((text) => text ?? ''),
  ),
  '',
);

export function reportList<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item), v.maxLength(MOST_ENTRIES));
}
