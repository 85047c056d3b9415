import { PlimsollError, wrapError } from '../errors.ts';
import { parseReference } from '../image/reference.ts';
import { findReasonToKeep, type IsLater, type TaggedBuild } from './reason-to-keep.ts';
import type { ManifestBytes } from '../image/source.ts';
import type { Note } from '../note.ts';
import type { PlannedTag } from '../plan/plan.ts';
import type { Repository, TagRegistry } from './tag-registry.ts';

/** An image that was pushed by digest. */
export interface PushedImage extends TaggedBuild {
  /** Without tag. */
  repository: string;
  /** Its index or manifest; `null`: the registry does not have it. */
  fetchManifest: () => Promise<ManifestBytes | null>;
}

export interface WrittenTags {
  /** Full references that were written, in the order of the plan. */
  written: readonly string[];
  /** Tags of a commit that stand for an earlier build of it, for the log: of every nightly build that is so. */
  kept: readonly string[];
  notes: readonly Note[];
  /** What could not be written; each message names its tag. The other tags are written all the same. */
  errors: readonly PlimsollError[];
}

/**
 * Writes the plan's tags for an image that was pushed by digest: the very bytes of its index, so that the digest stays.
 * Never throws for what a registry answers.
 */
export async function writeTags(
  tags: readonly PlannedTag[],
  image: PushedImage,
  registry: TagRegistry,
  isLater: IsLater,
): Promise<WrittenTags> {
  const written: string[] = [];
  const kept: string[] = [];
  const notes: Note[] = [];
  const errors: PlimsollError[] = [];
  for (const tag of tags) {
    try {
      const reason = await writeTag(tag, image, registry, isLater);
      if (reason === null) {
        written.push(tag.reference);
      } else if (reason !== '') {
        const message = `${tag.reference} stays where it is: ${reason}`;
        if (tag.write === 'once') kept.push(message);
        else notes.push({ code: 'tag-kept', message: `${message}.`, hint: '' });
      }
    } catch (error) {
      const { code, message, hint } = wrapError('REGISTRY_FAILED', image.repository, error);
      errors.push(
        new PlimsollError(code, `the tag ${tag.reference} could not be written: ${message}`, { hint, cause: error }),
      );
    }
  }
  return { written, kept, notes, errors };
}

/** `null`: it was written; else as `findReasonToKeep` says. */
async function writeTag(
  planned: PlannedTag,
  image: PushedImage,
  registry: TagRegistry,
  isLater: IsLater,
): Promise<string | null> {
  const { repository, tag } = parseTag(planned.reference);
  const own = parseReference(image.repository);
  if (repository.registry !== own.registry || repository.repository !== own.repository) {
    await registry.copyImage(`${image.repository}@${image.digest}`, planned.reference);
    return null;
  }
  const reason = await findReasonToKeep(planned, { repository, tag }, image, registry, isLater);
  if (reason !== null) return reason;
  const manifest = await image.fetchManifest();
  if (manifest === null) throw new Error(`${image.digest} is not in the registry`);
  try {
    await registry.putManifest(repository, tag, manifest);
  } catch (error) {
    // Some refuse to write what stands there already, as a second run does.
    const isImmutable = error instanceof PlimsollError && error.code === 'TAG_IMMUTABLE';
    if (!isImmutable || (await registry.fetchDigest(repository, tag)) !== image.digest) throw error;
  }
  return null;
}

function parseTag(reference: string): { repository: Repository; tag: string } {
  const { registry, repository, tag } = parseReference(reference);
  return { repository: { registry, repository }, tag: tag ?? 'latest' };
}
