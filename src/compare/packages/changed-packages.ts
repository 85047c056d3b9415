import { readApk } from './apk.ts';
import { readDpkg } from './dpkg.ts';
import { readNpm } from './npm.ts';
import { readPython } from './python.ts';
import type { InstalledPackage, PackageTexts } from './package-data.ts';
import type { Cause } from '../comparison.ts';

type ChangedPackage = NonNullable<Cause['package']>;

/** What is known of one side's packages. */
export interface PackageSide {
  readonly texts: PackageTexts;
  /** Whether every layer was read. */
  readonly isWhole: boolean;
}

/** Packages that came, went or changed version, by name over the whole image; by a key of its own each. */
export interface ChangedPackages {
  readonly packages: ReadonlyMap<string, ChangedPackage>;
  /** The key of the changed package that a file of a side belongs to. */
  readonly baselineOwner: (path: string) => string | undefined;
  readonly headOwner: (path: string) => string | undefined;
}

/**
 * Compares two sides' packages. What is kept in one file for all of them (Debian, Alpine) is compared where both sides'
 * file was read; of the others, what no layer that was read names is not there.
 */
export function findChangedPackages(baseline: PackageSide, head: PackageSide): ChangedPackages {
  const before = readPackages(baseline.texts);
  const after = readPackages(head.texts);
  const isKnown = (type: InstalledPackage['type']): boolean =>
    (type !== 'deb' && type !== 'apk') ||
    [[before, baseline] as const, [after, head] as const].every(
      ([packages, side]) => side.isWhole || packages.some((candidate) => candidate.type === type),
    );
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
    baselineOwner: makeOwner(before.filter(isChanged)),
    headOwner: makeOwner(after.filter(isChanged)),
  };
}

function readPackages(texts: PackageTexts): InstalledPackage[] {
  return [readDpkg, readApk, readNpm, readPython].flatMap((read) => read(texts));
}

function keyOf({ type, name }: Pick<InstalledPackage, 'type' | 'name'>): string {
  return `${type} ${name}`;
}

/** An image may have several versions of one name, nested in one another. */
function groupVersions(packages: readonly InstalledPackage[]): Map<string, string> {
  const versions = new Map<string, Set<string>>();
  for (const candidate of packages) {
    const key = keyOf(candidate);
    versions.set(key, (versions.get(key) ?? new Set()).add(candidate.version));
  }
  return new Map([...versions].map(([key, all]) => [key, [...all].sort().join(', ')]));
}

/** Folders of the root that are links into /usr where it is merged, while packages' lists may name them. */
const MERGED = /^\/(?:bin|sbin|lib|lib32|lib64|libx32)\//;

function makeOwner(packages: readonly InstalledPackage[]): (path: string) => string | undefined {
  const listed = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const candidate of packages) {
    const key = keyOf(candidate);
    if (candidate.files.kind === 'folder') {
      folders.set(candidate.files.path, key);
      continue;
    }
    for (const path of candidate.files.paths) {
      listed.set(path, key);
      if (MERGED.test(path)) listed.set(`/usr${path}`, key);
    }
  }
  return (path) => listed.get(path) ?? folders.get(NPM_FOLDER.exec(path)?.[1] ?? '');
}

/** The innermost package's folder. */
const NPM_FOLDER = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)(?:\/|$)/;
