import semver from 'semver';

/** A tag that names a version: what stands before it, and the version. */
export interface VersionTag {
  /** Text before the version, without `v`: `api-` of `api-v1.2.3`, '' of `1.2.3`. */
  prefix: string;
  /** Canonical, without `v` and build metadata: `1.2.3-rc.1`. */
  version: string;
  /** False for a prerelease. */
  isStable: boolean;
}

/** A prefix ends where a number cannot go on: not in a digit, and not in a dot after one. */
const FORM = /^(|.*?(?:[^0-9.]|[^0-9.]\.))(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$/;

/**
 * `v1.2.3`, `1.2.3`, `api-v1.2.3`, `api/1.2.3`, `2024.01.15`: a semantic version of three numbers, read loosely
 * (leading zeros), after any prefix. `null` for all other tags. The prefix is as a registry's tag has it, so that a
 * git tag and the image tag made of it have the same.
 */
export function parseVersionTag(tag: string): VersionTag | null {
  const cleaned = tag
    .slice(0, 256)
    .replace(/[^a-zA-Z0-9._+-]+/g, '-')
    .replace(/^[.-]+/, '');
  const [, before, text] = FORM.exec(cleaned) ?? [];
  if (before === undefined || text === undefined) return null;
  const parsed = semver.parse(text, { loose: true });
  if (parsed === null) return null;
  return {
    prefix: before.replace(/(^|[^0-9A-Za-z])v$/, '$1').replaceAll('+', '-'),
    version: parsed.version,
    isStable: parsed.prerelease.length === 0,
  };
}

/**
 * Whether a version is the highest stable one of its prefix among the tags that are there: only then `latest` is its.
 * A prerelease never is.
 */
export function isHighestStable(release: { prefix: string; version: string }, tags: readonly string[]): boolean {
  if (semver.prerelease(release.version) !== null) return false;
  return !tags
    .map(parseVersionTag)
    .some((tag) => tag?.isStable === true && tag.prefix === release.prefix && semver.gt(tag.version, release.version));
}

/**
 * The tag of the release before: the highest lower version with the same prefix, prereleases included. With `version`
 * null the highest stable one, or the highest at all where none is stable; and where no tag is a version without
 * prefix, the prefix that all of them have. `null`: there is none, a first release. Of two spellings of one version
 * (`v1.2.3`, `1.2.3`) the first listed.
 */
export function findPreviousRelease(
  release: { prefix: string; version: string | null },
  tags: readonly string[],
): string | null {
  const { version } = release;
  const all = tags.flatMap((tag) => {
    const parsed = parseVersionTag(tag);
    return parsed === null ? [] : [{ tag, ...parsed }];
  });
  const own = all.filter(({ prefix }) => prefix === release.prefix);
  if (version !== null) return findHighest(own.filter((each) => semver.lt(each.version, version)));
  const alike = own.length > 0 || new Set(all.map(({ prefix }) => prefix)).size > 1 ? own : all;
  return findHighest(alike.filter(({ isStable }) => isStable)) ?? findHighest(alike);
}

function findHighest(releases: readonly { tag: string; version: string }[]): string | null {
  let highest: { tag: string; version: string } | null = null;
  for (const each of releases) if (highest === null || semver.gt(each.version, highest.version)) highest = each;
  return highest?.tag ?? null;
}
