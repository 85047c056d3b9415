import { formatInstruction } from './instruction.ts';
import type { Cause } from './comparison.ts';
import type { LayerPair } from './pair-layers.ts';
import type { KnownDiskBytes } from './sizes.ts';
import type { Digest } from '../image/digest.ts';
import type { ImageLayer, PlatformImage } from '../image/image.ts';

/**
 * Why a platform's sizes changed, byte for byte: `downloadBytes` sum to the head's download minus the baseline's,
 * `onDiskBytes` likewise where all are known (contract.md, "causes"). A side that is not there counts nothing.
 */
export function findCauses(
  baseline: PlatformImage | null,
  head: PlatformImage | null,
  pairs: readonly LayerPair[],
  known: KnownDiskBytes,
): Cause[] {
  const countBaseline = makeCounter(baseline?.layers ?? [], known);
  const countHead = makeCounter(head?.layers ?? [], known);
  const causes = pairs.map((pair): Cause => {
    const before = pair.baseline === null ? NOTHING : countBaseline(pair.baseline);
    const after = pair.head === null ? NOTHING : countHead(pair.head);
    const layer = pair.head ?? pair.baseline;
    return {
      kind: pair.status === 'recompressed' ? 'recompressed' : 'layer',
      by: null,
      downloadBytes: after.downloadBytes - before.downloadBytes,
      estimated: false,
      onDiskBytes: subtract(pair, after.onDiskBytes, before.onDiskBytes),
      layer: layer.digest,
      source: null,
      package: null,
      detail: formatInstruction(layer.createdBy),
    };
  });
  causes.push({
    kind: 'config',
    by: null,
    downloadBytes: (head?.config.size ?? 0) - (baseline?.config.size ?? 0),
    estimated: false,
    onDiskBytes: 0,
    layer: null,
    source: null,
    package: null,
    detail: 'image configuration',
  });
  return causes.filter((cause) => cause.downloadBytes !== 0 || cause.onDiskBytes !== 0);
}

/** What one layer adds to its side; `onDiskBytes` is a number, or `counted` where it is not known how many. */
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

function subtract(pair: LayerPair, after: Counted['onDiskBytes'], before: Counted['onDiskBytes']): number | null {
  if (after !== 'unknown' && before !== 'unknown') return after - before;
  // The same tar stream on both sides takes the same room, however much that is.
  return after === before && pair.head?.diffID === pair.baseline?.diffID ? 0 : null;
}
