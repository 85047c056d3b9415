import { looksInside, type SideRecords } from './read-records.ts';
import type { CompareArguments } from './arguments.ts';
import type { Side } from './side.ts';
import type { ImageOrigin } from '../build/image-origin.ts';
import type { Places } from '../image/open-source.ts';
import type { Note } from '../note.ts';
import type { FoundRecord } from '../record/fetch-record.ts';

/** What is known of how both sides were made. */
export interface ReadOrigins {
  readonly origins: { readonly baseline: readonly ImageOrigin[]; readonly head: readonly ImageOrigin[] };
  readonly notes: readonly Note[];
}

/**
 * Where the layers of both sides come from: what the user says, else their builds, else the records beside them, else what
 * the images tell. Under `--details sizes` nothing is looked for. Throws what `readGivenBase` throws.
 */
export async function readOrigins(
  baseline: Side,
  head: Side,
  { details, bases }: Pick<CompareArguments, 'details' | 'bases'>,
  records: SideRecords,
  places: Places,
): Promise<ReadOrigins> {
  const [given, givenHead] = await Promise.all([
    giveBase('--baseline-base', bases.baseline, baseline, records.baseline, places),
    giveBase('--head-base', bases.head, head, records.head, places),
  ]);
  const { notes: recordNotes } = records;
  if (!looksInside(baseline, head, details))
    return { origins: { baseline: given, head: givenHead }, notes: recordNotes };
  const { findOrigins } = await import('../build/find-origins.ts');
  const { notes, ...origins } = await findOrigins(
    { role: 'the baseline', ...baseline, known: given },
    { role: 'the head', ...head, known: givenHead },
    places.registry,
  );
  return { origins, notes: [...recordNotes, ...notes] };
}

async function giveBase(
  option: string,
  text: string | null,
  side: Side,
  record: FoundRecord,
  places: Places,
): Promise<readonly ImageOrigin[]> {
  const known = record.kind === 'found' ? record.record.origins : (side.build?.build?.origins ?? []);
  if (text === null) return known;
  const { readGivenBase } = await import('./given-base.ts');
  return await readGivenBase({ option, text }, side, known, places);
}
