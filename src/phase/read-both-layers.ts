import type { ImageToCompare } from './image-to-compare.ts';
import { parseReference } from '../image/reference.ts';
import { openRegistrySource } from '../image/registry/registry-source.ts';
import type { FoundBaseline } from '../baseline/found-baseline.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';
import type { DifferingLayers } from '../layer/read-layers.ts';
import type { ReportPlan } from '../plan/report-plan.ts';
import type { FoundRecord } from '../record/fetch-record.ts';

/** What differs between the two; loaded only where it is wanted. */
export async function readBothLayers(
  { details, maxReadBytes, image, budgets }: ReportPlan,
  head: ImageToCompare,
  baseline: FoundBaseline,
  record: FoundRecord,
  registry: RegistryClient,
): Promise<DifferingLayers> {
  if (details === 'sizes' || head.image.kind !== 'read') return NOTHING_READ;
  // A limit on the change needs what changed only, unless it is one in percent.
  const needsTotals = budgets.some(
    ({ on, kind, percent }) => on === 'disk' && (kind === 'max-size' || percent !== null),
  );
  if (baseline.kind !== 'found' && !needsTotals && details !== 'full') return NOTHING_READ;
  const { readDifferingLayers } = await import('../layer/read-layers.ts');
  const { openLayerIndexes } = await import('../record/open-layer-indexes.ts');
  // What the builder never needed itself it has not: that lies in the image's repository.
  const elsewhere = openRegistrySource(registry, parseReference(image));
  const own = { image: head.image.image, sources: [...head.sources, elsewhere] };
  const options = { details: needsTotals && details === 'auto' ? 'totals' : details, maxBytes: maxReadBytes } as const;
  if (baseline.kind !== 'found') return await readDifferingLayers(own, own, options);
  const repository = parseReference(baseline.reference);
  const indexes = record.kind === 'found' ? openLayerIndexes(registry, repository, record.indexes) : null;
  const other = { image: baseline.image, sources: [openRegistrySource(registry, repository)], indexes };
  return await readDifferingLayers(other, own, options);
}

const NOTHING_READ: DifferingLayers = { contents: new Map(), knownDiskBytes: new Map(), notes: [] };
