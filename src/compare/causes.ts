import { formatInstruction } from './instruction.ts';
import { shareOut } from './share-out.ts';
import type { Cause } from './comparison.ts';
import { entriesOf, type LayerContents } from '../layer/layer-contents.ts';
import type { LayerPair } from './pair-layers.ts';
import type { ChangedPackages } from './packages/changed-packages.ts';
import type { KnownDiskBytes } from './sizes.ts';
import type { Digest } from '../image/digest.ts';
import type { ImageLayer, PlatformImage } from '../image/image.ts';

/** What the causes of a platform are found from. */
export interface CauseFacts {
  baseline: PlatformImage | null;
  head: PlatformImage | null;
  pairs: readonly LayerPair[];
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
  const { baseline, head, pairs, known } = facts;
  const countBaseline = makeCounter(baseline?.layers ?? [], known);
  const countHead = makeCounter(head?.layers ?? [], known);
  const causes = pairs.flatMap((pair) => {
    const before = pair.baseline === null ? NOTHING : countBaseline(pair.baseline);
    const after = pair.head === null ? NOTHING : countHead(pair.head);
    return splitPair(pair, before, after, facts);
  });
  causes.push({
    kind: 'config',
    ...EMPTY,
    downloadBytes: (head?.config.size ?? 0) - (baseline?.config.size ?? 0),
    detail: 'image configuration',
  });
  return causes.filter((cause) => cause.downloadBytes !== 0 || cause.onDiskBytes !== 0);
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

/** What one layer adds to its side; `onDiskBytes` is a number, or `unknown`. */
interface Counted {
  downloadBytes: number;
  onDiskBytes: number | 'unknown';
}

const NOTHING: Counted = { downloadBytes: 0, onDiskBytes: 0 };

/** Counts a side's layers in their order: a blob, and a tar stream, that the side has counted already is nothing. */
function makeCounter(layers: readonly ImageLayer[], known: KnownDiskBytes): (layer: ImageLayer) => Counted {
  // A manifest may state two sizes for one digest; the total takes the last, and so do the causes.
  const sizes = new Map<Digest, number>(layers.map((layer) => [layer.digest, layer.downloadBytes]));
  const countedBlobs = new Set<Digest>();
  const countedStreams = new Set<Digest>();
  return (layer) => {
    const downloadBytes = countedBlobs.has(layer.digest) ? 0 : (sizes.get(layer.digest) ?? 0);
    const onDiskBytes = countedStreams.has(layer.diffID) ? 0 : (known.get(layer.diffID) ?? 'unknown');
    countedBlobs.add(layer.digest);
    countedStreams.add(layer.diffID);
    return { downloadBytes, onDiskBytes };
  };
}

/** A row's causes: the packages in it that changed, and the rest. */
function splitPair(pair: LayerPair, before: Counted, after: Counted, { contents, packages }: CauseFacts): Cause[] {
  const layer = pair.head ?? pair.baseline;
  const whole: Cause = {
    kind: nameKind(pair, contents),
    ...EMPTY,
    downloadBytes: after.downloadBytes - before.downloadBytes,
    onDiskBytes: subtract(pair, after.onDiskBytes, before.onDiskBytes),
    layer: layer.digest,
    detail: formatInstruction(layer.createdBy),
  };
  if (whole.kind !== 'layer' || packages === null || whole.onDiskBytes === null) return [whole];
  const parts = new Map<string, number>();
  const weigh = (
    side: ImageLayer | null,
    { onDiskBytes }: Counted,
    sign: 1 | -1,
    owner: (path: string) => string | undefined,
  ) => {
    if (side === null || onDiskBytes === 0) return;
    for (const entry of entriesOf(contents, side.diffID) ?? []) {
      if (entry.kind !== 'entry' || entry.type === 'directory') continue;
      const key = owner(entry.path);
      if (key !== undefined) parts.set(key, (parts.get(key) ?? 0) + sign * entry.tarBytes);
    }
  };
  weigh(pair.baseline, before, -1, packages.baselineOwner);
  weigh(pair.head, after, 1, packages.headOwner);
  const found = [...parts].flatMap(([key, bytes]) => {
    const changed = packages.packages.get(key);
    return changed === undefined ? [] : [{ changed, bytes }];
  });
  if (found.length === 0) return [whole];
  const rest = whole.onDiskBytes - found.reduce((sum, { bytes }) => sum + bytes, 0);
  const shares = shareOut(whole.downloadBytes, [rest, ...found.map(({ bytes }) => bytes)], ratioOf(before, after));
  const part = { ...whole, estimated: true };
  return [
    { ...part, downloadBytes: shares[0] ?? 0, onDiskBytes: rest },
    ...found.map(({ changed, bytes }, index): Cause => {
      return { ...part, kind: 'package', package: changed, downloadBytes: shares[index + 1] ?? 0, onDiskBytes: bytes };
    }),
  ];
}

/** Bytes to download for a byte on disk. */
function ratioOf(...sides: readonly Counted[]): number {
  const disk = sides.reduce((sum, { onDiskBytes }) => sum + (onDiskBytes === 'unknown' ? 0 : onDiskBytes), 0);
  const download = sides.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0);
  return disk === 0 ? 0 : download / disk;
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
