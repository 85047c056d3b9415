import { layersDiffer } from '../build/layers-differ.ts';
import type { CompareArguments } from './arguments.ts';
import type { Side } from './side.ts';
import type { ImageOrigin } from '../build/image-origin.ts';
import type { Places } from '../image/open-source.ts';
import type { Note } from '../note.ts';
import type { FoundRecord } from '../record/fetch-record.ts';

/** What is known of how both sides were made. */
export interface ReadOrigins {
  /** What is kept beside the baseline. */
  readonly record: FoundRecord;
  readonly origins: { readonly baseline: readonly ImageOrigin[]; readonly head: readonly ImageOrigin[] };
  readonly notes: readonly Note[];
}

/**
 * Where the layers of both sides come from: what the user says, else their builds, else the records beside them, else what
 * the images tell. Of a baseline that was pushed, a build's steps are compared with its record. Under `--details sizes`
 * nothing is looked for. Throws what `readGivenBase` throws.
 */
export async function readOrigins(
  baseline: Side,
  head: Side,
  { details, bases }: Pick<CompareArguments, 'details' | 'bases'>,
  places: Places,
): Promise<ReadOrigins> {
  const isWanted =
    details !== 'sizes' && [baseline, head].some((side) => differs(side, side === head ? baseline : head));
  const [record, headRecord] = await Promise.all([
    isWanted || head.build !== null ? readRecord(baseline, places) : NO_RECORD,
    isWanted ? readRecord(head, places) : NO_RECORD,
  ]);
  const [given, givenHead] = await Promise.all([
    giveBase('--baseline-base', bases.baseline, baseline, record, places),
    giveBase('--head-base', bases.head, head, headRecord, places),
  ]);
  const ignored = record.kind === 'ignored' ? [record.note] : [];
  if (!isWanted) return { record, origins: { baseline: given, head: givenHead }, notes: ignored };
  const { findOrigins } = await import('../build/find-origins.ts');
  const { notes, ...origins } = await findOrigins(
    { role: 'the baseline', ...baseline, known: given },
    { role: 'the head', ...head, known: givenHead },
    places.registry,
  );
  return { record, origins, notes: [...ignored, ...notes] };
}

const NO_RECORD: FoundRecord = { kind: 'none' };

function differs(side: Side, other: Side): boolean {
  return side.image.platforms.some((platform) => layersDiffer(platform, other.image));
}

/** A build tells itself what a record would. */
async function readRecord({ build, reference, image }: Side, places: Places): Promise<FoundRecord> {
  if (build !== null || reference === null) return NO_RECORD;
  const { fetchRecord } = await import('../record/fetch-record.ts');
  return await fetchRecord(await places.registry(), reference, image.digest);
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
