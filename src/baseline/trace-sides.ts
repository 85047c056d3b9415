import { layersDiffer } from '../build/origins/layers-differ.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';
import type { FoundOrigins } from '../build/origins/find-origins.ts';
import type { OriginSide } from '../build/origins/origin-side.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

/** What is known of how both sides were made. */
export interface TracedSides {
  readonly origins: Pick<FoundOrigins, 'baseline' | 'head'>;
  /** What of the build's own context differs; `null`: not known. */
  readonly changes: ContextChanges | null;
  readonly notes: FoundOrigins['notes'];
}

export interface TraceOptions {
  /** Whether more than the sides have told is looked for. */
  readonly looksFurther: boolean;
  /** Whether it is to be said why steps ran, which may be though no layer differs. */
  readonly explainsSteps: boolean;
  readonly registry: () => Promise<RegistryClient>;
  readonly findChanges: (origins: TracedSides['origins']) => Promise<ContextChanges | null>;
}

/**
 * Where the layers of both sides come from: what their builds or records told, else what the images tell. Then what went
 * into them and is not as it was; nobody is asked where no layer differs and no step is to be explained.
 */
export async function traceSides(
  baseline: OriginSide,
  head: OriginSide,
  { looksFurther, explainsSteps, registry, findChanges }: TraceOptions,
): Promise<TracedSides> {
  const { notes, ...origins } = looksFurther
    ? await findOrigins(baseline, head, registry)
    : { baseline: baseline.known, head: head.known, notes: [] };
  const isAsked = explainsSteps || head.image.platforms.some((platform) => layersDiffer(platform, baseline.image));
  return { origins, changes: isAsked ? await findChanges(origins) : null, notes };
}

/** Loaded only where it is wanted. */
async function findOrigins(...[baseline, head, registry]: [OriginSide, OriginSide, TraceOptions['registry']]) {
  const search = await import('../build/origins/find-origins.ts');
  return await search.findOrigins(baseline, head, registry);
}
