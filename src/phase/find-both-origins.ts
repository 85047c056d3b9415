import type { ImageToCompare } from './compare-and-publish.ts';
import type { FoundOrigins } from '../build/find-origins.ts';
import type { ImageOrigin } from '../build/image-origin.ts';
import type { FoundBaseline } from '../baseline/found-baseline.ts';
import { parseReference } from '../image/reference.ts';
import { openRegistrySource } from '../image/registry/registry-source.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { ReportPlan } from '../plan/report-plan.ts';

/** Where both sides' layers come from: what the build and the record beside the baseline told, else what the images tell. */
export async function findBothOrigins(
  { details, image }: Pick<ReportPlan, 'details' | 'image'>,
  head: ImageToCompare,
  baseline: FoundBaseline,
  recorded: readonly ImageOrigin[],
  registry: RegistryClient,
): Promise<FoundOrigins> {
  const built = head.build?.origins ?? [];
  const [source] = head.sources;
  if (details === 'sizes' || head.image.kind !== 'read' || baseline.kind !== 'found' || source === undefined) {
    return { baseline: recorded, head: built, notes: [] };
  }
  const { findOrigins } = await import('../build/find-origins.ts');
  const reference = parseReference(baseline.reference);
  return await findOrigins(
    {
      role: 'the baseline',
      image: baseline.image,
      source: openRegistrySource(registry, reference),
      reference,
      known: recorded,
    },
    { role: 'the head', image: head.image.image, source, reference: parseReference(image), known: built },
    () => Promise.resolve(registry),
  );
}
