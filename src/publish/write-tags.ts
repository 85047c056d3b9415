import { assertNever, PlimsollError, wrapError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import { parseReference, type Reference } from '../image/reference.ts';
import type { ManifestBytes } from '../image/source.ts';
import type { Note } from '../note.ts';
import type { PlannedTag } from '../plan/plan.ts';
import { isHighestStable } from '../plan/version.ts';

/** What is asked of registries to write tags; `openTagRegistry` does it over a registry client. */
export interface TagRegistry {
  /** `null`: it is not there. */
  fetchManifest(repository: Repository, digest: Digest): Promise<ManifestBytes | null>;
  putManifest(repository: Repository, tag: string, manifest: ManifestBytes): Promise<void>;
  /** What a tag points at; `null`: there is no such tag. */
  fetchDigest(repository: Repository, tag: string): Promise<Digest | null>;
  listTags(repository: Repository): Promise<readonly string[]>;
  /** Copies an image with all that it names into another repository, under a tag; same digest. */
  copyImage(source: string, target: string): Promise<void>;
}

export type Repository = Pick<Reference, 'registry' | 'repository'>;

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
  image: { repository: string; digest: Digest },
  registry: TagRegistry,
): Promise<WrittenTags> {
  const pushed = new PushedImage(image.repository, image.digest, registry);
  const written: string[] = [];
  const kept: string[] = [];
  const notes: Note[] = [];
  const errors: PlimsollError[] = [];
  for (const tag of tags) {
    try {
      const reason = await findReasonToKeep(tag, image.digest, registry);
      if (reason === null) {
        await pushed.putTag(tag.reference);
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

/** Why a tag is not to be moved, as the end of a sentence; `''` where it is there already; `null`: it is to be written. */
async function findReasonToKeep(planned: PlannedTag, digest: Digest, registry: TagRegistry): Promise<string | null> {
  const { repository, tag } = parseTag(planned.reference);
  switch (planned.write) {
    case 'always':
      return null;
    case 'once': {
      const present = await registry.fetchDigest(repository, tag);
      if (present === null) return null;
      return present === digest ? '' : `it is written once, and stands for ${present}`;
    }
    case 'if-highest': {
      const isHighest = isHighestStable(planned, await registry.listTags(repository));
      return isHighest ? null : `${planned.version} is not the highest stable version in the registry`;
    }
    default:
      return assertNever(planned);
  }
}

class PushedImage {
  readonly #name: string;
  readonly #digest: Digest;
  readonly #registry: TagRegistry;
  #manifest: ManifestBytes | null = null;

  constructor(name: string, digest: Digest, registry: TagRegistry) {
    this.#name = name;
    this.#digest = digest;
    this.#registry = registry;
  }

  async putTag(reference: string): Promise<void> {
    const { repository, tag } = parseTag(reference);
    const own = parseReference(this.#name);
    if (repository.registry !== own.registry || repository.repository !== own.repository) {
      await this.#registry.copyImage(`${this.#name}@${this.#digest}`, reference);
      return;
    }
    this.#manifest ??= await this.#registry.fetchManifest(repository, this.#digest);
    if (this.#manifest === null) throw new Error(`${this.#digest} is not in the registry`);
    await this.#registry.putManifest(repository, tag, this.#manifest);
  }
}

function parseTag(reference: string): { repository: Repository; tag: string } {
  const { registry, repository, tag } = parseReference(reference);
  return { repository: { registry, repository }, tag: tag ?? 'latest' };
}
