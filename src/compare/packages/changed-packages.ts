import { describeModules } from './go.ts';
import { makeOwners, type FindOwners } from './package-owners.ts';
import { readPackages } from './read-packages.ts';
import { findRpmDatabase, isRpmUnread } from './rpm.ts';
import { keyOf, type InstalledPackage } from './package-data.ts';
import type { Cause } from '../comparison.ts';
import type { ReadRoot } from '../read-root.ts';

type ChangedPackage = NonNullable<Cause['package']>;

/** What is known of one side's packages. */
export type PackageSide = Pick<ReadRoot, 'texts' | 'root' | 'isWhole'>;

/** Packages that came, went or changed version, by name over the whole image; by a key of its own each. */
export interface ChangedPackages {
  readonly packages: ReadonlyMap<string, ChangedPackage>;
  /** The changed packages that a file of a side belongs to. */
  readonly baselineOwners: FindOwners;
  readonly headOwners: FindOwners;
  /** What changed in a file of both sides that is made of many packages; `null`: nothing that is known. */
  readonly describeInside: (path: string) => string | null;
  /** Whether rpm's packages may have changed, and nobody can tell which. */
  readonly isRpmUnread: boolean;
}

/**
 * Compares two sides' packages. What is kept in one file for all of them (Debian, Alpine, rpm) is compared where both sides'
 * file was read; of the others, what no layer that was read names is not there.
 */
export function findChangedPackages(baseline: PackageSide, head: PackageSide): ChangedPackages {
  const rpm = { baseline: findRpmDatabase(baseline), head: findRpmDatabase(head) };
  const before = readPackages(baseline.texts, rpm.baseline);
  const after = readPackages(head.texts, rpm.head);
  const isRpmKnown = [rpm.baseline, rpm.head].every((side) =>
    side.kind === 'none' ? side.isKnown : side.kind === 'read',
  );
  const isKnown = (type: InstalledPackage['type']): boolean => {
    if (type === 'rpm') return isRpmKnown;
    if (type !== 'deb' && type !== 'apk') return true;
    return [[before, baseline] as const, [after, head] as const].every(
      ([packages, side]) => side.isWhole || packages.some((candidate) => candidate.type === type),
    );
  };
  const versionsBefore = groupVersions(before);
  const versionsAfter = groupVersions(after);
  const packages = new Map<string, ChangedPackage>();
  for (const { type, name } of [...before, ...after]) {
    const key = keyOf({ type, name });
    const baselineVersion = versionsBefore.get(key) ?? null;
    const version = versionsAfter.get(key) ?? null;
    if (isKnown(type) && baselineVersion !== version) packages.set(key, { type, name, baselineVersion, version });
  }
  const isChanged = (candidate: InstalledPackage): boolean => packages.has(keyOf(candidate));
  return {
    packages,
    baselineOwners: makeOwners(before.filter(isChanged)),
    headOwners: makeOwners(after.filter(isChanged)),
    describeInside: (path) => {
      // Of nearly all files there is none.
      const text = head.texts.get(path);
      return text === undefined ? null : describeModules(baseline.texts.get(path), text);
    },
    isRpmUnread: isRpmUnread(rpm.baseline, rpm.head),
  };
}

/**
 * An image may have several versions of one name, nested in one another. npm puts a version that finds no place of its
 * own into each package that asks for it: how many copies that makes is told, and is a change by itself.
 */
function groupVersions(packages: readonly InstalledPackage[]): Map<string, string> {
  const copies = new Map<string, Map<string, number>>();
  for (const { type, name, version } of packages) {
    const key = keyOf({ type, name });
    const versions = copies.get(key) ?? new Map<string, number>();
    versions.set(version, type === 'npm' ? (versions.get(version) ?? 0) + 1 : 1);
    copies.set(key, versions);
  }
  return new Map(
    [...copies].map(([key, versions]) => [key, [...versions].sort(byVersion).map(formatCopies).join(', ')]),
  );
}

const { compare } = new Intl.Collator('en', { numeric: true });

/** 2.9.0 before 2.10.0. */
function byVersion([one]: readonly [string, number], [other]: readonly [string, number]): number {
  return compare(one, other);
}

function formatCopies([version, count]: readonly [string, number]): string {
  return count === 1 ? version : `${version} (${count} copies)`;
}
