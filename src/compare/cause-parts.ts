import { joinDetail } from './cause-detail.ts';
import type { Counted } from './count-layer.ts';
import type { DifferingEntry } from './differing-entries.ts';
import { findLargestPaths } from './largest-paths.ts';
import { shareOut } from './share-out.ts';
import type { Cause } from './comparison.ts';
import type { ChangedPackages } from './packages/changed-packages.ts';
import type { OwnedBytes } from './packages/package-owners.ts';

/** A layer's cause, the sides that it counts, and what differs between their files. */
export interface WholeCause {
  readonly cause: Cause & { readonly onDiskBytes: number };
  readonly before: Counted;
  readonly after: Counted;
  readonly differing: readonly DifferingEntry[];
}

/**
 * Splits a layer's cause into the packages in it that changed, and the rest. On disk each is what its files take of the
 * tar streams; the download is shared out in proportion.
 */
export function splitByPackage(
  { cause: whole, before, after, differing }: WholeCause,
  packages: ChangedPackages,
): Cause[] {
  const parts = new Map<string, DifferingEntry[]>();
  const left: DifferingEntry[] = [];
  for (const one of packages.packages.size === 0 ? [] : differing) {
    const sign = one.side === 'baseline' ? -1 : 1;
    let bytes = one.bytes;
    for (const owned of findOwned(one, packages)) {
      const part = { ...one, bytes: sign * owned.bytes };
      const known = parts.get(owned.key);
      if (known === undefined) parts.set(owned.key, [part]);
      else known.push(part);
      bytes -= part.bytes;
    }
    if (bytes !== 0) left.push(bytes === one.bytes ? one : { ...one, bytes });
  }
  const detail = joinDetail(whole.detail, describePrograms(differing, packages));
  if (parts.size === 0) return [{ ...whole, detail, paths: findLargestPaths(differing) }];
  const found = [...parts].flatMap(([key, entries]) => {
    const changed = packages.packages.get(key);
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    return changed === undefined ? [] : [{ changed, entries, bytes }];
  });
  const rest = whole.onDiskBytes - found.reduce((sum, { bytes }) => sum + bytes, 0);
  const bytes = found.map((part) => part.bytes);
  const ratio = ratioOf(before, after);
  // Where nothing else differs, what a version of the same size moves is not the rest's.
  const shares =
    rest === 0 && left.length === 0
      ? [0, ...shareOut(whole.downloadBytes, bytes, ratio)]
      : shareOut(whole.downloadBytes, [rest, ...bytes], ratio);
  const part = { ...whole, estimated: true };
  return [
    { ...part, detail, downloadBytes: shares[0] ?? 0, onDiskBytes: rest, paths: findLargestPaths(left) },
    ...found.map(({ changed, entries, bytes: onDiskBytes }, index): Cause => ({
      ...part,
      kind: 'package',
      package: changed,
      downloadBytes: shares[index + 1] ?? 0,
      onDiskBytes,
      paths: findLargestPaths(entries),
    })),
  ];
}

function findOwned({ entry, side }: DifferingEntry, packages: ChangedPackages): readonly OwnedBytes[] {
  const find = side === 'baseline' ? packages.baselineOwners : packages.headOwners;
  return find(entry).filter(({ key }) => packages.packages.has(key));
}

/** What changed in programs that are made of many packages each, whose bytes cannot be told apart. */
function describePrograms(differing: readonly DifferingEntry[], packages: ChangedPackages): string[] {
  return differing.flatMap(({ entry: { path }, side }) => {
    const inside = side === 'head' ? packages.describeInside(path) : null;
    return inside === null ? [] : [`${path}: ${inside}`];
  });
}

/** Bytes to download for a byte on disk. */
function ratioOf(...sides: readonly Counted[]): number {
  const disk = sides.reduce((sum, { onDiskBytes }) => sum + (onDiskBytes === 'unknown' ? 0 : onDiskBytes), 0);
  const download = sides.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0);
  return disk === 0 ? 0 : download / disk;
}
