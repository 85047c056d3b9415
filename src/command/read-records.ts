import { layersDiffer } from '../build/origins/layers-differ.ts';
import { assertNever } from '../errors.ts';
import type { CompareArguments } from './compare-arguments.ts';
import type { Side } from './side.ts';
import type { Digest } from '../image/digest.ts';
import type { Places } from '../image/open-source.ts';
import type { Reference } from '../image/reference.ts';
import type { LayerIndexes } from '../layer/layer-indexes.ts';
import type { Note } from '../note.ts';
import type { FoundRecord } from '../record/fetch-record.ts';

/** What is kept beside both sides. */
export interface SideRecords {
  readonly baseline: FoundRecord;
  readonly head: FoundRecord;
  /** What of the baseline's is not believed. */
  readonly notes: readonly Note[];
}

/**
 * The records beside both sides, where they are wanted: of a baseline that was pushed, a build's steps are compared with
 * its record; where layers differ, records tell what they are made of.
 */
export async function readRecords(
  baseline: Side,
  head: Side,
  details: CompareArguments['details'],
  places: Places,
): Promise<SideRecords> {
  const isWanted = looksInside(baseline, head, details);
  const [record, headRecord] = await Promise.all([
    isWanted || head.build !== null ? readRecord(baseline, places) : NO_RECORD,
    isWanted ? readRecord(head, places) : NO_RECORD,
  ]);
  return { baseline: record, head: headRecord, notes: notesOf(record) };
}

/** Whether what is in the layers matters. */
export function looksInside(baseline: Side, head: Side, details: CompareArguments['details']): boolean {
  const differs = (side: Side, other: Side): boolean =>
    side.image.platforms.some((platform) => layersDiffer(platform, other.image));
  return details !== 'sizes' && (differs(baseline, head) || differs(head, baseline));
}

/**
 * The file indexes that are believed: the baseline's, and of a head in the very repository of the baseline its own, since
 * who may push there is believed of both.
 */
export async function openIndexes(
  baseline: Side,
  head: Side,
  records: SideRecords,
  places: Places,
): Promise<{ readonly baseline: LayerIndexes | null; readonly head: LayerIndexes | null }> {
  const [before, after] = [baseline.reference, head.reference];
  const isOne = before?.registry === after?.registry && before?.repository === after?.repository;
  return {
    baseline: await openIndexesOf(baseline, records.baseline, places),
    head: isOne ? await openIndexesOf(head, records.head, places) : null,
  };
}

export const NO_RECORD: FoundRecord = { kind: 'none' };

/** What is kept beside an image that was pushed; a build tells itself what a record would. */
async function readRecord({ build, reference, image }: Side, places: Places): Promise<FoundRecord> {
  return build !== null || reference === null ? NO_RECORD : await readRecordOf(reference, image.digest, places);
}

/** What is kept beside an image in a registry. Never throws. */
export async function readRecordOf(reference: Reference, image: Digest, places: Places): Promise<FoundRecord> {
  const { fetchRecord } = await import('../record/fetch-record.ts');
  return await fetchRecord(await places.registry(), reference, image);
}

function notesOf(record: FoundRecord): readonly Note[] {
  switch (record.kind) {
    case 'ignored':
      return [record.note];
    case 'found':
      return record.notes;
    case 'none':
      return [];
    default:
      return assertNever(record);
  }
}

/** The file indexes of a side's own record; `null`: there are none. */
export async function openIndexesOf(
  { reference }: Side,
  record: FoundRecord,
  places: Places,
): Promise<LayerIndexes | null> {
  if (reference === null || record.kind !== 'found' || record.indexes.length === 0) return null;
  const { openLayerIndexes } = await import('../record/open-layer-indexes.ts');
  return openLayerIndexes(await places.registry(), reference, record.indexes);
}
