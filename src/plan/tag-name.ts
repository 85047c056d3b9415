import { createHash } from 'node:crypto';

/** Longest tag that a registry takes (OCI distribution spec, "Pulling manifests"). */
const MAX_TAG_CHARACTERS = 128;

/** Marks of the cache's tags: `buildcache-<name>-<branch>`. */
export const CACHE_TAG_PREFIX = 'buildcache-';

/** Marks of the tags of kept cache mounts: `cachemounts-<name>-<branch>-<architecture>`. */
export const MOUNTS_TAG_PREFIX = 'cachemounts-';

const RECORD_TAG = /^plimsoll-[0-9a-f]{32}$/;
const SIGNATURE_TAG = /^sha(?:256|512)-[0-9a-f]{64}/;

/**
 * Any text to a tag, as docker/metadata-action cleans it: each run of characters that a tag cannot have becomes one
 * hyphen. Beyond it: a tag cannot start with `.` or `-`, and one that is too long ends in a hash of the whole.
 * '' where nothing is left.
 */
export function cleanTagName(text: string): string {
  return shortenTag(text.replace(/[^a-zA-Z0-9._-]+/g, '-').replace(/^[.-]+/, ''), text);
}

/** Cuts a tag that is too long, and ends it in a hash of `identity`, so that two long names stay apart. */
export function shortenTag(tag: string, identity: string): string {
  return tag.length <= MAX_TAG_CHARACTERS ? tag : appendHash(tag, identity);
}

/** `<tag>-<8 hex of the SHA-256 of identity>`, within the longest tag. */
export function appendHash(tag: string, identity: string): string {
  const suffix = `-${createHash('sha256').update(identity).digest('hex').slice(0, 8)}`;
  return tag.slice(0, MAX_TAG_CHARACTERS - suffix.length) + suffix;
}

/**
 * What a tag is kept for, when a branch may not write it: `latest` belongs to releases, `pr-*` to pull requests,
 * `sha-*` to commits, and caches, records and signatures have tags of their own. `null`: free to write.
 */
export function whatTagIsKeptFor(tag: string): string | null {
  if (tag === 'latest') return 'the highest release';
  if (tag.startsWith('pr-')) return 'pull requests';
  if (tag.startsWith('sha-')) return 'commits';
  return whatLiesBesideImages(tag);
}

/** Whether a tag stands for an image, and for no cache, record or signature that lies beside one. */
export function isImageTag(tag: string): boolean {
  return whatLiesBesideImages(tag) === null;
}

function whatLiesBesideImages(tag: string): string | null {
  if (tag.startsWith(CACHE_TAG_PREFIX)) return 'the build cache';
  if (tag.startsWith(MOUNTS_TAG_PREFIX)) return 'cache mounts';
  if (RECORD_TAG.test(tag)) return "Plimsoll's records";
  if (SIGNATURE_TAG.test(tag)) return 'signatures and attestations';
  return null;
}
