import { findCauses, findReplaced, type CauseFacts } from './causes.ts';
import { compareBases } from './compare-bases.ts';
import { compareContents, type ReadSide } from './compare-contents.ts';
import { pairLayers } from './pair-layers.ts';
import { readRoot } from './read-root.ts';
import { describeRuntime } from './runtime/describe-runtime.ts';
import { describeSurface, type Surface } from './runtime/surface.ts';
import { findSideOrigin, type SideOrigin } from './side-origin.ts';
import { compareSizes, onDiskBytes, pullBytes, type KnownDiskBytes } from './sizes.ts';
import { splitAtBase } from './split-at-base.ts';
import { sourceOf, traceLayers, type TracedPair } from './trace-layers.ts';
import type { Cause, LayerComparison, PlatformComparison } from './comparison.ts';
import type { Runtime } from './runtime/runtime.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';
import type { ImageOrigin } from '../build/origins/image-origin.ts';
import { downloadBytes, type Image, type ImageLayer, type PlatformImage } from '../image/image.ts';
import { estimatePull, LINES, type PullTime } from '../worth/pull-time.ts';
import type { LayerContents } from '../layer/layer-contents.ts';

/** What is known beside the two images. */
export interface PlatformFacts {
  readonly origins: { readonly head: readonly ImageOrigin[]; readonly baseline: readonly ImageOrigin[] };
  readonly changedPaths: ContextChanges | null;
  readonly knownDiskBytes: KnownDiskBytes;
  readonly contents: LayerContents;
}

/** A platform's comparison, and what is to be said of it. */
export interface ComparedPlatform {
  readonly platform: PlatformComparison;
  /** Files of which one state is in layers that were not read. */
  readonly unsaidFiles: number;
  /** Whether rpm's packages may have changed, and nobody can tell which. */
  readonly isRpmUnread: boolean;
  readonly origins: { readonly baseline: SideOrigin; readonly head: SideOrigin };
  /** Whether a layer that differs may be a base's, and nobody told. */
  readonly isBaseMissed: boolean;
}

/** The head's platforms in their order, then those that only the baseline has. */
export function comparePlatforms(baseline: Image | null, head: Image, facts: PlatformFacts): ComparedPlatform[] {
  const find = (image: Image | null, platform: string): PlatformImage | null =>
    image?.platforms.find((candidate) => candidate.platform === platform) ?? null;
  const names = new Set([...head.platforms, ...(baseline?.platforms ?? [])].map(({ platform }) => platform));
  return [...names].map((name) => comparePlatform(name, find(baseline, name), find(head, name), facts));
}

function comparePlatform(
  platform: string,
  baseline: PlatformImage | null,
  head: PlatformImage | null,
  { origins: told, changedPaths, knownDiskBytes, contents }: PlatformFacts,
): ComparedPlatform {
  const pairs = pairLayers(baseline?.layers ?? [], head?.layers ?? [], contents);
  const origins = { baseline: findSideOrigin(baseline, told.baseline), head: findSideOrigin(head, told.head) };
  const rows = traceLayers(pairs, origins.baseline, origins.head);
  const bases = compareBases(origins.baseline, origins.head);
  const sizesBy = (measure: (image: PlatformImage) => number | null): PlatformComparison['download'] =>
    compareSizes(baseline === null ? null : measure(baseline), head === null ? null : measure(head));
  const isCompared = baseline !== null && head !== null;
  const onDisk = sizesBy((image) => onDiskBytes(image, knownDiskBytes));
  const sides = { baseline: readSide(baseline, contents), head: readSide(head, contents) };
  const inside =
    contents.size > 0 && sides.baseline !== null && sides.head !== null
      ? compareContents(sides.baseline, sides.head, contents)
      : null;
  const facts: CauseFacts = {
    baseline,
    head,
    rows,
    origins,
    bases,
    changes: changedPaths,
    known: knownDiskBytes,
    contents,
    packages: inside?.packages ?? null,
  };
  const causes = findCauses(facts);
  const runtime = { baseline: describeSide(sides.baseline), head: describeSide(sides.head) };
  return {
    platform: {
      platform,
      status: baseline === null ? 'added' : head === null ? 'removed' : 'compared',
      download: sizesBy(downloadBytes),
      // What both sides share counts on both, however much it is.
      onDisk: isCompared ? { ...onDisk, change: onDisk.change ?? sumOnDisk(causes) } : onDisk,
      pull: head === null ? null : { bytes: pullBytes(head, baseline) },
      base: bases.base,
      layers: rows.map((row) => describeRow(row, knownDiskBytes)),
      files: inside?.files?.files ?? null,
      causes,
      replaced: isCompared ? findReplaced(facts) : [],
      runtime,
      surface: {
        baseline: measureSurface(sides.baseline, runtime.baseline),
        head: measureSurface(sides.head, runtime.head),
      },
      pullTimes: LINES.map(({ bitsPerSecond }) => ({
        bitsPerSecond,
        baseline: estimateSide(baseline, knownDiskBytes, bitsPerSecond),
        head: estimateSide(head, knownDiskBytes, bitsPerSecond),
      })),
    },
    unsaidFiles: inside?.files?.unsaid ?? 0,
    isRpmUnread: inside?.packages.isRpmUnread ?? false,
    origins,
    isBaseMissed: isCompared && splitAtBase(rows).some(isMissed),
  };
}

function readSide(image: PlatformImage | null, contents: LayerContents): ReadSide | null {
  if (image === null) return null;
  const layers = image.layers.map(({ diffID }) => contents.get(diffID));
  return { image, root: readRoot(layers.map((content) => (content?.kind === 'read' ? content : null))) };
}

function describeSide(side: ReadSide | null): Runtime | null {
  return side === null ? null : describeRuntime(side.image, side.root);
}

function measureSurface(side: ReadSide | null, runtime: Runtime | null): Surface | null {
  return side === null || runtime === null ? null : describeSurface(side.image.platform, side.root, runtime);
}

function estimateSide(image: PlatformImage | null, known: KnownDiskBytes, bitsPerSecond: number): PullTime | null {
  if (image === null) return null;
  const sizes = { downloadBytes: downloadBytes(image), onDiskBytes: onDiskBytes(image, known) };
  return estimatePull(sizes, bitsPerSecond);
}

function sumOnDisk(causes: readonly Cause[]): number | null {
  let sum = 0;
  for (const { onDiskBytes: bytes } of causes) {
    if (bytes === null) return null;
    sum += bytes;
  }
  return sum;
}

/** A row that differs, of which one side alone tells that it is the base's, or neither tells anything. */
function isMissed({ pair, baseline, head, part }: ReturnType<typeof splitAtBase>[number]): boolean {
  if (pair.status === 'same') return false;
  const told = [baseline.part, head.part].filter((side) => side !== null).length;
  return told === 0 || (part === 'base' && told === 1 && pair.baseline !== null && pair.head !== null);
}

/** A pair is one row: the head's numbers, the baseline's beside them; a removed layer has the baseline's. */
function describeRow(row: TracedPair, known: KnownDiskBytes): LayerComparison {
  const describe = (layer: ImageLayer): NonNullable<LayerComparison['baseline']> => ({
    digest: layer.digest,
    diffID: layer.diffID,
    downloadBytes: layer.downloadBytes,
    onDiskBytes: known.get(layer.diffID) ?? null,
  });
  const { pair } = row;
  const shown = pair.head ?? pair.baseline;
  return {
    status: pair.status,
    ...describe(shown),
    createdBy: shown.createdBy,
    source: sourceOf(row),
    baseline: pair.head === null || pair.baseline === null ? null : describe(pair.baseline),
  };
}
