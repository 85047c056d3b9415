import { formatSource } from './name-layer.ts';
import { code, joinTexts, say, type Text } from '../text/text.ts';
import type { Cause, PlatformComparison } from '../../compare/comparison.ts';
import { shortenReference } from '../../compare/shorten-reference.ts';

type Base = NonNullable<PlatformComparison['base']>;

/** Hexadecimal digits of a digest that tell two of one image apart at a glance. */
const DIGITS = 7;

/** base `debian:12` moved 1a2b3c4 → 5d6e7f8; where its FROM asks for something else, base `debian:12` → `debian:13`. */
export function describeBase({ by, source, detail }: Cause, base: Base | null): Text {
  const names = (detail === '' ? (base?.reference ?? '') : detail).split(' → ').map(shortenReference);
  const named = joinTexts(
    names.map((name) => code(name)),
    ' → ',
  );
  const digests = names.length > 1 ? null : formatMove(base);
  const moved = digests === null ? say`` : say` ${digests}`;
  if (base?.inDiff !== true) {
    return digests === null && by !== 'drift' ? say`base ${named}` : say`base ${named} moved${moved}`;
  }
  const where = source === null ? say`` : say`${formatSource(source)} `;
  return names.length > 1 ? say`${where}base ${named}` : say`${where}base ${named} changed${moved}`;
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
