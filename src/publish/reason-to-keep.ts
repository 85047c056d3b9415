import { assertNever, PlimsollError } from '../errors.ts';
import { isHighestStable } from '../plan/version.ts';
import type { Digest } from '../image/digest.ts';
import type { PlannedTag } from '../plan/plan.ts';
import type { Repository, TagRegistry } from './tag-registry.ts';

/** What is to be tagged: the image, and the build that made it. */
export interface TaggedBuild {
  digest: Digest;
  /** How the comment calls the image. */
  name: string;
  commit: string | null;
}

/** Whether a commit is on a branch, and after another. False where nobody tells. */
export type IsLater = (later: string, commit: string, branch: string) => Promise<boolean>;

interface Holder {
  digest: Digest;
  name: string | null;
  commit: string | null;
}

/**
 * Why a tag of the image's own repository is not to be moved, as the end of a sentence; `''` where it is there already;
 * `null`: it is to be written. Throws `INPUT_INVALID` where the tag stands for another image of the very commit: two
 * names that share one repository overwrite each other, and are compared with each other afterwards.
 */
export async function findReasonToKeep(
  planned: PlannedTag,
  { repository, tag }: { repository: Repository; tag: string },
  build: TaggedBuild,
  registry: TagRegistry,
  isLater: IsLater,
): Promise<string | null> {
  const holder = await findHolder(repository, tag, build, registry, planned.write === 'once');
  if (holder !== null && isOtherOfSameCommit(holder, build)) {
    throw new PlimsollError('INPUT_INVALID', `it stands for "${holder.name ?? ''}" of this very commit`, {
      hint: 'A name gives an image its section in the comment, not a place: give each its own "image", or its own "tags".',
    });
  }
  switch (planned.write) {
    case 'always':
      return null;
    case 'unless-newer': {
      const later = holder?.commit ?? null;
      if (later === null || build.commit === null || later === build.commit) return null;
      const isNewer = await isLater(later, build.commit, planned.branch);
      return isNewer ? `it stands for ${later.slice(0, 7)}, a later commit of ${planned.branch}` : null;
    }
    case 'once':
      if (holder === null) return null;
      return holder.digest === build.digest ? '' : `it is written once, and stands for ${holder.digest}`;
    case 'if-highest': {
      const isHighest = isHighestStable(planned, await registry.listTags(repository));
      return isHighest ? null : `${planned.version} is not the highest stable version in the registry`;
    }
    default:
      return assertNever(planned);
  }
}

function isOtherOfSameCommit(holder: Holder, build: TaggedBuild): boolean {
  if (holder.name === null || holder.name === build.name) return false;
  return holder.commit !== null && holder.commit === build.commit;
}

/** What a tag stands for. A registry that does not tell is in the way of a tag that is written once, and of no other. */
async function findHolder(
  repository: Repository,
  tag: string,
  build: TaggedBuild,
  registry: TagRegistry,
  isNeeded: boolean,
): Promise<Holder | null> {
  let digest: Digest | null = null;
  try {
    digest = await registry.fetchDigest(repository, tag);
  } catch (error) {
    if (isNeeded) throw error;
  }
  if (digest === null) return null;
  const record = digest === build.digest ? null : await registry.readRecord(repository, digest);
  return { digest, name: record?.name ?? null, commit: record?.commit ?? null };
}
