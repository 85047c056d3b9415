import { shortenReference } from '../../compare/shorten-reference.ts';
import type { Block } from '../text/block.ts';
import { code, say, type Text } from '../text/text.ts';
import type { PlatformComparison } from '../../compare/comparison.ts';

type Base = NonNullable<PlatformComparison['base']>;

/** A reference and a digest are shown in whole: a cut one is of no use. */
const MOST_OF_A_REFERENCE = 400;

/** The base image with its digests, whether its FROM is another, and how to keep it from moving; what platforms share once. */
export function formatBaseBlocks(platforms: readonly PlatformComparison[]): Block[] {
  const items = new Map<string, Text[]>();
  for (const { status, base, layers } of platforms) {
    if (status !== 'compared' || base === null) continue;
    const areLayersSame = layers.every((layer) => layer.status === 'same');
    items.set(JSON.stringify([base, areLayersSame]), describe(base, areLayersSame));
  }
  return items.size === 0 ? [] : [{ kind: 'list', items: [...items.values()].flat() }];
}

function describe(base: Base, areLayersSame: boolean): Text[] {
  // Nobody is asked for the other side's base where no layer differs.
  if (areLayersSame && base.inDiff === null) return [describeStill(base)];
  const pin = formatPin(base);
  return [
    say`${formatDigests(base)}.${describeRequest(base)}`,
    ...(pin === null ? [] : [say`To keep it from moving: ${code(pin, MOST_OF_A_REFERENCE)}`]),
  ];
}

/** Of a base whose layers are there as before, whoever told of it. */
function describeStill({ reference, baselineDigest, digest }: Base): Text {
  const name = code(reference, MOST_OF_A_REFERENCE);
  const known = digest ?? baselineDigest;
  const named = known === null ? name : say`${name}, ${code(known)}`;
  return say`${named}: the same layers as before.`;
}

/** The reference is the head's: the digest before may have been another's. */
function formatDigests({ reference, baselineDigest, digest, inDiff }: Base): Text {
  const name = code(reference, MOST_OF_A_REFERENCE);
  if (digest === null && baselineDigest === null) return name;
  const before = showDigest(baselineDigest);
  const after = showDigest(digest);
  if (inDiff === true) return say`${name}, ${after}; before: ${before}`;
  return baselineDigest === digest ? say`${name}: ${after}, the same as before` : say`${name}: ${before} → ${after}`;
}

function showDigest(digest: string | null): Text {
  return digest === null ? say`not known` : code(digest);
}

function describeRequest({ inDiff, baselineDigest, digest }: Base): Text {
  // Of a base that stayed nobody asks why.
  if (inDiff === null && digest !== null && digest === baselineDigest) return say``;
  switch (inDiff) {
    case true:
      return say` The FROM line asks for another base than before.`;
    case false:
      return say` The FROM line asks for the same as before.`;
    case null:
      return say` Whether the FROM line asks for the same as before is not known.`;
  }
}

/** `FROM debian:12@sha256:…`, of what was built with; `null` where nothing moved, or it is no plain reference. */
function formatPin({ reference, baselineDigest, digest, inDiff }: Base): string | null {
  if (inDiff === true || digest === null || baselineDigest === null || digest === baselineDigest) return null;
  if (!/^[\w.:/-]+$/.test(reference) || !/^sha256:[0-9a-f]{64}$/.test(digest)) return null;
  return `FROM ${shortenReference(reference)}@${digest}`;
}
