import { formatSource } from './name-layer.ts';
import { code, say, type Text } from './text.ts';
import type { Cause, PlatformComparison } from '../compare/comparison.ts';

type Base = NonNullable<PlatformComparison['base']>;

/** Hexadecimal digits of a digest that tell two of one image apart at a glance. */
const DIGITS = 7;

/** base `debian:12` moved 1a2b3c4 → 5d6e7f8; or which base it is now, where the FROM line asks for another. */
export function describeBase({ by, source, detail }: Cause, base: Base | null): Text {
  const name = code(shortenReference(base?.reference ?? detail));
  const digests = formatMove(base);
  if (base?.inDiff !== true) {
    if (digests === null) return by === 'drift' ? say`base ${name} moved` : say`base ${name}`;
    return say`base ${name} moved ${digests}`;
  }
  const where = source === null ? say`` : say`${formatSource(source)} `;
  return digests === null ? say`${where}base is ${name} now` : say`${where}base is ${name} now, ${digests}`;
}

/** 1a2b3c4 → 5d6e7f8; `null` where the two are not known, or are one. */
function formatMove(base: Base | null): Text | null {
  const { baselineDigest, digest } = base ?? { baselineDigest: null, digest: null };
  if (baselineDigest === null || digest === null || baselineDigest === digest) return null;
  return say`${shortenDigest(baselineDigest)} → ${shortenDigest(digest)}`;
}

function shortenDigest(digest: string): string {
  return digest.replace(/^sha\d+:/, '').slice(0, DIGITS);
}

/** `docker.io/library/debian:12` as a FROM says it: `debian:12`. */
export function shortenReference(reference: string): string {
  return reference.replace(/^docker\.io\/(?:library\/)?(?=.)/, '');
}
