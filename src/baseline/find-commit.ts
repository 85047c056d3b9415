import { PlimsollError } from '../errors.ts';
import { MOST_ANCESTORS } from '../plan/baseline-query.ts';
import { explainMissing } from './explain-missing.ts';
import { describeFailure, noBaseline, type FoundBaseline } from './found-baseline.ts';
import { describeImage, readRevision, type TaggedImage } from './tagged-image.ts';
import type { BaselinePlaces } from './baseline-places.ts';
import type { Note } from '../note.ts';

/** Ancestors that are tried side by side where the tags are not known. */
const ANCESTORS_AT_ONCE = 5;

/** Short tags of one commit that are looked into; another commit's may begin alike. */
const MOST_SHORT_TAGS = 3;

/** An image that is broken: a clean-up took parts of it away, or it is none. Another one may serve. */
const BROKEN: ReadonlySet<PlimsollError['code']> = new Set<PlimsollError['code']>([
  'REGISTRY_NOT_FOUND',
  'IMAGE_INVALID',
  'IMAGE_NOT_FOUND',
  'LIMIT_EXCEEDED',
]);

/** The commit's own image, else that of its nearest ancestor, else the branch's. Throws what the registry's client throws. */
export async function findCommit(
  commit: string,
  branchTag: string | null,
  places: BaselinePlaces,
): Promise<FoundBaseline> {
  const search = new CommitSearch(places);
  const exact = await search.readTag(`sha-${commit}`, commit);
  if (exact !== null) return { ...exact, how: 'commit', distance: 0, isExact: true, notes: [] };
  const tags = await search.listTags();
  const short = await search.findShortTag(commit, tags ?? []);
  if (short !== null) return { ...short, how: 'commit', distance: 0, isExact: true, notes: search.notes };

  const [ancestors, why] = await Promise.all([search.listAncestors(commit, tags), search.explain(commit, tags)]);
  const ancestor = await search.findAncestor(ancestors, tags);
  const notes = [...(why === null ? [] : [why]), ...search.notes];
  if (ancestor !== null) return { ...ancestor, how: 'ancestor', isExact: false, notes };

  const isThere = branchTag !== null && (tags?.includes(branchTag) ?? true);
  const ofBranch = isThere ? await search.readTag(branchTag, null) : null;
  if (ofBranch !== null) {
    const isExact = ofBranch.commit === commit;
    return { ...ofBranch, how: 'tag', distance: null, isExact, notes: isExact ? search.notes : notes };
  }
  // There may be one that was not seen: that is no first run.
  const [note] = search.notes;
  return note === undefined ? noBaseline(explainNone(commit, branchTag, tags ?? []), why) : { kind: 'failed', note };
}

function explainNone(commit: string, branchTag: string | null, tags: readonly string[]): string {
  if (tags.length === 0) return 'the repository has no image yet';
  const before = `the ${MOST_ANCESTORS} commits before it`;
  return branchTag === null
    ? `there is no image of commit ${commit.slice(0, 7)} or of ${before}`
    : `there is no image of commit ${commit.slice(0, 7)}, of ${before} or with the tag ${branchTag}`;
}

/** Questions on the way to a commit's image. What gets no answer, and need not stop the search, is noted. */
class CommitSearch {
  readonly notes: Note[] = [];
  readonly #places: BaselinePlaces;

  constructor(places: BaselinePlaces) {
    this.#places = places;
  }

  /** `null`: there is no such tag, or what it stands for is broken. */
  async readTag(tag: string, commit: string | null): Promise<TaggedImage | null> {
    const reference = `${this.#places.image}:${tag}`;
    try {
      const image = await this.#places.registry.readImage(reference);
      return image === null ? null : describeImage(image, reference, commit);
    } catch (error) {
      if (!(error instanceof PlimsollError) || !BROKEN.has(error.code)) throw error;
      this.notes.push(describeFailure(reference, error));
      return null;
    }
  }

  /** Some registries let read who may not list: `null` then, and tags are tried by name. */
  async listTags(): Promise<readonly string[] | null> {
    try {
      return await this.#places.registry.listTags();
    } catch (error) {
      this.notes.push(describeFailure('the tags of the image could not be listed', error));
      return null;
    }
  }

  /** A tag made of fewer digits may stand for another commit that begins alike: its label decides. */
  async findShortTag(commit: string, tags: readonly string[]): Promise<TaggedImage | null> {
    const candidates = tags.filter((tag) => isShortTagOf(tag, commit)).toSorted((a, b) => b.length - a.length);
    for (const tag of candidates.slice(0, MOST_SHORT_TAGS)) {
      const found = await this.readTag(tag, commit);
      if (found !== null && readRevision(found.image) === commit) return found;
    }
    return null;
  }

  /** The first parents of a commit that may have an image, nearest first. */
  async listAncestors(commit: string, tags: readonly string[] | null): Promise<readonly string[]> {
    const isWorthIt = tags?.some((tag) => /^sha-[0-9a-f]{7,64}$/.test(tag)) ?? true;
    if (this.#places.github === null || !isWorthIt) return [];
    try {
      const line = await this.#places.github.listFirstParents(commit, MOST_ANCESTORS + 1);
      return line.slice(1, MOST_ANCESTORS + 1);
    } catch (error) {
      this.notes.push(describeFailure('the commits before it could not be listed', error));
      return [];
    }
  }

  /** The tags that are there say which ancestors are worth a request; where they are not known, each is, some at once. */
  async findAncestor(
    ancestors: readonly string[],
    tags: readonly string[] | null,
  ): Promise<(TaggedImage & { distance: number }) | null> {
    const width = tags === null ? ANCESTORS_AT_ONCE : 1;
    for (let place = 0; place < ancestors.length; place += width) {
      const nearest = ancestors.slice(place, place + width);
      const found = await Promise.all(
        nearest.map(async (ancestor) => {
          if (tags?.includes(`sha-${ancestor}`) ?? true) return await this.readTag(`sha-${ancestor}`, ancestor);
          return await this.findShortTag(ancestor, tags ?? []);
        }),
      );
      for (const [offset, image] of found.entries()) {
        if (image !== null) return { ...image, distance: place + offset + 1 };
      }
    }
    return null;
  }

  /** Why the commit has no image. On a first run there is nothing to explain. */
  async explain(commit: string, tags: readonly string[] | null): Promise<Note | null> {
    const { github, workflow } = this.#places;
    return github === null || tags?.length === 0 ? null : await explainMissing(commit, github, workflow);
  }
}

function isShortTagOf(tag: string, commit: string): boolean {
  const digits = /^sha-([0-9a-f]{7,63})$/.exec(tag)?.[1];
  return digits !== undefined && digits.length < commit.length && commit.startsWith(digits);
}
