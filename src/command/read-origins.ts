import { looksInside, type SideRecords } from './read-records.ts';
import type { CompareArguments } from './compare-arguments.ts';
import type { Side } from './side.ts';
import type { Terminal } from './terminal.ts';
import { traceSides, type TracedSides } from '../baseline/trace-sides.ts';
import { hasStepsToExplain } from '../build/steps/has-steps-to-explain.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';
import type { ImageOrigin } from '../build/origins/image-origin.ts';
import type { Places } from '../image/open-source.ts';
import type { FoundRecord } from '../record/fetch-record.ts';

/**
 * How both sides were made: what the user says, else their builds, else the records beside them, else what the images
 * tell. Under `--details sizes` nothing is looked for. Throws what `readGivenBase` throws.
 */
export async function readOrigins(
  baseline: Side,
  head: Side,
  { details, bases }: Pick<CompareArguments, 'details' | 'bases'>,
  records: SideRecords,
  places: Places,
  environment: Terminal['env'],
): Promise<TracedSides> {
  const [given, givenHead] = await Promise.all([
    giveBase('--baseline-base', bases.baseline, baseline, records.baseline, places),
    giveBase('--head-base', bases.head, head, records.head, places),
  ]);
  const recorded = records.baseline.kind === 'found' ? records.baseline.record.build : baseline.build?.build;
  const { notes, ...traced } = await traceSides(
    { role: 'the baseline', ...baseline, known: given },
    { role: 'the head', ...head, known: givenHead },
    {
      looksFurther: looksInside(baseline, head, details),
      explainsSteps: hasStepsToExplain(head.build?.build?.steps ?? [], recorded?.steps ?? []),
      registry: places.registry,
      findChanges: async (origins) => (details === 'sizes' ? null : await findChanges(origins, places, environment)),
    },
  );
  return { ...traced, notes: [...records.notes, ...notes] };
}

/** Where the repository of the working directory has both commits. What lay in a folder when it was built is not known here. */
async function findChanges(
  origins: TracedSides['origins'],
  { directory }: Places,
  environment: Terminal['env'],
): Promise<ContextChanges | null> {
  const { findToldChanges } = await import('../baseline/find-told-changes.ts');
  return await findToldChanges({ ...origins, builtFrom: null, directory, environment, github: null });
}

async function giveBase(
  option: string,
  text: string | null,
  side: Side,
  record: FoundRecord,
  places: Places,
): Promise<readonly ImageOrigin[]> {
  const known = record.kind === 'found' ? record.record.origins : (side.build?.origins ?? []);
  if (text === null) return known;
  const { readGivenBase } = await import('./given-base.ts');
  return await readGivenBase({ option, text }, side, known, places);
}
