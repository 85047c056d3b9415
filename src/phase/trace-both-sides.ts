import type { ImageToCompare } from './image-to-compare.ts';
import { traceSides, type TracedSides } from '../baseline/trace-sides.ts';
import { hasStepsToExplain } from '../build/steps/has-steps-to-explain.ts';
import { parseReference } from '../image/reference.ts';
import { openRegistrySource } from '../image/registry/registry-source.ts';
import { isFolderContext } from '../plan/work-tree.ts';
import type { ContextQuery } from '../baseline/find-context-changes.ts';
import type { FoundBaseline } from '../baseline/found-baseline.ts';
import type { BuildStep } from '../build/build-record.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';
import type { ImageOrigin } from '../build/origins/image-origin.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { ReportPlan } from '../plan/report-plan.ts';

/** What the record beside the baseline told; of either none where there is none. */
export interface RecordedBuild {
  readonly origins: readonly ImageOrigin[];
  readonly steps: readonly BuildStep[];
}

export type TracePlaces = Pick<ContextQuery, 'environment' | 'github'> & { readonly registry: RegistryClient };

/** How both sides were made: what the build and the record beside the baseline told (`recorded`), else what the images tell. */
export async function traceBothSides(
  { details, image }: Pick<ReportPlan, 'details' | 'image'>,
  head: ImageToCompare,
  baseline: FoundBaseline,
  recorded: RecordedBuild,
  { registry, ...places }: TracePlaces,
): Promise<TracedSides> {
  const [source] = head.sources;
  if (head.image.kind !== 'read' || baseline.kind !== 'found' || source === undefined) {
    return { origins: { baseline: recorded.origins, head: head.origins }, changes: null, notes: [] };
  }
  const commits = { baseline: baseline.commit, head: head.image.commit };
  const reference = parseReference(baseline.reference);
  return await traceSides(
    {
      role: 'the baseline',
      image: baseline.image,
      source: openRegistrySource(registry, reference),
      reference,
      known: recorded.origins,
    },
    { role: 'the head', image: head.image.image, source, reference: parseReference(image), known: head.origins },
    {
      looksFurther: details !== 'sizes',
      explainsSteps: hasStepsToExplain(head.build?.steps ?? [], recorded.steps),
      registry: () => Promise.resolve(registry),
      findChanges: async (origins) => await findChanges(head, commits, origins, places),
    },
  );
}

/** By the inputs of the build step; where they name no folder, or another step built, by what the builds told. */
async function findChanges(
  { context, origins: own }: Pick<ImageToCompare, 'context' | 'origins'>,
  { baseline, head }: { readonly baseline: string | null; readonly head: string | null },
  origins: TracedSides['origins'],
  places: Omit<TracePlaces, 'registry'>,
): Promise<ContextChanges | null> {
  const told = await import('../baseline/find-told-changes.ts');
  if (context.kind === 'recorded' || !isFolderContext(context.context)) {
    const builtFrom = context.kind === 'recorded' ? context.folder : null;
    return await told.findToldChanges({ ...origins, ...places, builtFrom, directory: context.directory });
  }
  // Other jobs may have built it in other folders.
  if (own.length === 0 || baseline === null || head === null) return null;
  const [before, after] = [told.findContextPlace(origins.baseline), told.findContextPlace(origins.head)];
  // What is in another folder than it was tells nothing of what was there.
  if (before !== null && after !== null && before.folder !== after.folder) return null;
  const { findContextChanges } = await import('../baseline/find-context-changes.ts');
  return await findContextChanges({ ...context, ...places, baseline, head });
}
