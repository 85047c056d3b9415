import { makeCounter, type Counted } from './count-layer.ts';
import { splitByPackage } from './cause-parts.ts';
import { findDifferingEntries } from './differing-entries.ts';
import { formatInstruction } from './instruction.ts';
import { judgeConfig } from './judge-config.ts';
import { judgeLayer } from './judge-layer.ts';
import { findLargestPaths } from './largest-paths.ts';
import { splitAtBase, type SplitPair } from './split-at-base.ts';
import { sourceOf, type TracedPair } from './trace-layers.ts';
import { judgeBase, type ComparedBases } from './compare-bases.ts';
import { pairReplaced } from './pair-replaced.ts';
import type { Cause, ReplacedLayer } from './comparison.ts';
import type { LayerPair } from './pair-layers.ts';
import type { ChangedPackages } from './packages/changed-packages.ts';
import type { SideOrigin } from './side-origin.ts';
import type { KnownDiskBytes } from './sizes.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';
import type { ImageLayer, PlatformImage } from '../image/image.ts';
import { entriesOf, type LayerContents } from '../layer/layer-contents.ts';
import type { LayerEntry } from '../layer/layer-entry.ts';

/** What the causes of a platform are found from. */
export interface CauseFacts {
  baseline: PlatformImage | null;
  head: PlatformImage | null;
  rows: readonly TracedPair[];
  origins: { baseline: SideOrigin; head: SideOrigin };
  bases: ComparedBases;
  changes: ContextChanges | null;
  known: KnownDiskBytes;
  contents: LayerContents;
  /** `null` where no layer was read. */
  packages: ChangedPackages | null;
}

/**
 * Why a platform's sizes changed, byte for byte: `downloadBytes` sum to the head's download minus the baseline's,
 * `onDiskBytes` likewise where all are known (contract.md, "causes"). A side that is not there counts nothing.
 */
export function findCauses(facts: CauseFacts): Cause[] {
  const counted = countRows(facts);
  const causes = [
    nameBase(
      counted.filter(({ row }) => row.part === 'base'),
      facts,
    ),
    ...counted.filter(({ row }) => row.part === 'own').flatMap((row) => nameLayer(row, facts)),
    nameConfig(facts),
  ];
  return causes.filter(isCause);
}

/**
 * Of a layer after the base that is gone and the one that stands in its place, the causes as those of one layer that
 * changed: their sums are those of the two layers' own causes. Layers that an image has twice are left out.
 */
export function findReplaced(facts: CauseFacts): ReplacedLayer[] {
  const own = countRows(facts).filter(({ row }) => row.part === 'own');
  const digests = own.flatMap(({ row: { pair } }) => [...new Set([pair.baseline?.digest, pair.head?.digest])]);
  const isOnce = (digest: string): boolean => digests.filter((other) => other === digest).length === 1;
  return pairReplaced(own).flatMap(([added, removed]) => {
    const [baseline, head] = [removed.row.pair.baseline, added.row.pair.head];
    if (baseline === null || head === null || !isOnce(baseline.digest) || !isOnce(head.digest)) return [];
    const row: SplitPair = {
      ...added.row,
      pair: { status: 'changed', baseline, head },
      baseline: removed.row.baseline,
    };
    const causes = nameLayer({ row, before: removed.before, after: added.after }, facts).filter(isCause);
    return [{ baseline: baseline.digest, head: head.digest, causes }];
  });
}

function isCause({ downloadBytes, onDiskBytes }: Cause): boolean {
  return downloadBytes !== 0 || onDiskBytes !== 0;
}

function countRows({ baseline, head, rows, known }: CauseFacts): CountedRow[] {
  const countBaseline = makeCounter(baseline?.layers ?? [], known);
  const countHead = makeCounter(head?.layers ?? [], known);
  return splitAtBase(rows).map((row) => ({
    row,
    before: countBaseline(row.pair.baseline),
    after: countHead(row.pair.head),
  }));
}

/** A row, and what its layers add to their sides. */
interface CountedRow {
  readonly row: SplitPair;
  readonly before: Counted;
  readonly after: Counted;
}

const EMPTY: Omit<Cause, 'kind'> = {
  by: null,
  downloadBytes: 0,
  estimated: false,
  onDiskBytes: 0,
  layer: null,
  source: null,
  package: null,
  detail: '',
  paths: [],
};

/** Both sides' bases, whatever happened in them: one cause. */
function nameBase(rows: readonly CountedRow[], { bases, contents }: CauseFacts): Cause {
  let downloadBytes = 0;
  let onDiskBytes: number | null = 0;
  for (const { row, before, after } of rows) {
    downloadBytes += after.downloadBytes - before.downloadBytes;
    const bytes = subtract(row.pair, after.onDiskBytes, before.onDiskBytes);
    onDiskBytes = onDiskBytes === null || bytes === null ? null : onDiskBytes + bytes;
  }
  const differing = findDiffering(rows, contents);
  return {
    kind: 'base-image',
    ...EMPTY,
    by: judgeBase(bases),
    downloadBytes,
    onDiskBytes,
    source: bases.source,
    detail: bases.name,
    paths: differing === null ? [] : findLargestPaths(differing),
  };
}

/** A row's causes after the base: the packages in it that changed, and the rest. */
function nameLayer(counted: CountedRow, facts: CauseFacts): Cause[] {
  const { row, before, after } = counted;
  const { pair } = row;
  const layer = pair.head ?? pair.baseline;
  const whole: Cause = {
    kind: nameKind(pair, facts.contents),
    ...EMPTY,
    by: judgeLayer(row, { ...facts.origins, changes: facts.changes, contents: facts.contents }),
    downloadBytes: after.downloadBytes - before.downloadBytes,
    onDiskBytes: subtract(pair, after.onDiskBytes, before.onDiskBytes),
    layer: layer.digest,
    source: sourceOf(row),
    detail: formatInstruction(layer.createdBy),
  };
  const { onDiskBytes } = whole;
  const differing = whole.kind === 'layer' ? findDiffering([counted], facts.contents) : null;
  if (differing === null || onDiskBytes === null) return [whole];
  if (facts.packages === null) return [{ ...whole, paths: findLargestPaths(differing) }];
  return splitByPackage({ cause: { ...whole, onDiskBytes }, before, after, differing }, facts.packages);
}

function nameConfig({ baseline, head, origins, bases }: CauseFacts): Cause {
  return {
    kind: 'config',
    ...EMPTY,
    by: judgeConfig({ image: baseline, origin: origins.baseline }, { image: head, origin: origins.head }, bases.inDiff),
    downloadBytes: (head?.config.size ?? 0) - (baseline?.config.size ?? 0),
    detail: 'image configuration',
  };
}

/** What differs in the rows' files; `null` where a layer of them was not read. */
function findDiffering(
  rows: readonly CountedRow[],
  contents: LayerContents,
): ReturnType<typeof findDifferingEntries> | null {
  const before: (readonly LayerEntry[])[] = [];
  const after: (readonly LayerEntry[])[] = [];
  const add = (to: (readonly LayerEntry[])[], layer: ImageLayer | null, { onDiskBytes }: Counted): boolean => {
    if (layer === null || onDiskBytes === 0) return true;
    const entries = entriesOf(contents, layer.diffID);
    if (entries !== null) to.push(entries);
    return entries !== null;
  };
  for (const { row, ...counts } of rows) {
    const { baseline, head } = row.pair;
    if (baseline?.diffID === head?.diffID && counts.before.onDiskBytes === counts.after.onDiskBytes) continue;
    if (!add(before, baseline, counts.before) || !add(after, head, counts.after)) return null;
  }
  return findDifferingEntries(join(before), join(after));
}

/** `flat` takes twenty times as long for many of them. */
function join(lists: readonly (readonly LayerEntry[])[]): LayerEntry[] {
  return Array<LayerEntry>().concat(...lists);
}

function nameKind({ status, baseline, head }: LayerPair, contents: LayerContents): Cause['kind'] {
  if (status === 'recompressed' || status === 'rebuilt') return status;
  // Of a layer that both sides have, nothing has to be known.
  const isUnknown =
    status !== 'same' && [baseline, head].some((layer) => layer && contents.get(layer.diffID)?.kind === 'failed');
  return isUnknown ? 'unknown' : 'layer';
}

function subtract(pair: LayerPair, after: Counted['onDiskBytes'], before: Counted['onDiskBytes']): number | null {
  if (after !== 'unknown' && before !== 'unknown') return after - before;
  // The same tar stream on both sides takes the same room, however much that is.
  return after === before && pair.head?.diffID === pair.baseline?.diffID ? 0 : null;
}
