import { assertNever, wrapError } from '../errors.ts';
import { explainMissing } from './explain-missing.ts';
import { findPreviousRelease } from '../plan/version.ts';
import type { GitHubApi } from '../github/api.ts';
import type { Image } from '../image/image.ts';
import type { Note } from '../note.ts';
import type { BaselineQuery } from '../plan/plan.ts';

/** What a head is compared with. Absence is data; what could not be read is said in a note. */
export type FoundBaseline =
  | {
      kind: 'found';
      image: Image;
      /** As it was found: `ghcr.io/acme/api:sha-…`. */
      reference: string;
      how: 'commit' | 'ancestor' | 'tag' | 'release' | 'given';
      /** Commits before the one that was wanted; 0: that very one; `null`: not known. */
      distance: number | null;
      /** The commit that it was built from, as far as it is known. */
      commit: string | null;
      /** False where the commits between may have changed the image. */
      isExact: boolean;
      /** What could not be asked on the way to it. */
      notes: readonly Note[];
    }
  /** `notes` hold the reason with what to do about it, where something can be done. */
  | { kind: 'none'; reason: string; notes: readonly Note[] }
  | { kind: 'failed'; note: Note };

/** What is asked of the registry. */
export interface BaselineRegistry {
  /** The image of a full reference; `null` where there is none. */
  readImage(reference: string): Promise<Image | null>;
  /** The tags of the image's repository; empty where there is none yet. */
  listTags(): Promise<readonly string[]>;
}

export interface BaselinePlaces {
  registry: BaselineRegistry;
  /** `null` without a token: then nothing before the commit itself is looked for. */
  github: Pick<GitHubApi, 'listFirstParents' | 'findMergeBase' | 'listRuns'> | null;
  /** Repository of the image, without tag. */
  image: string;
  /** File of the workflow that asks: `.github/workflows/ci.yml`; `null` where it is not known. */
  workflow: string | null;
}

const REVISION = 'org.opencontainers.image.revision';

/** First parents before the commit that was wanted (contract.md, "Baseline of a commit"). */
const MOST_ANCESTORS = 20;

/** Ancestors that are tried side by side where the tags are not known. */
const ANCESTORS_AT_ONCE = 5;

/** Short tags of one commit that are looked into; another commit's may begin alike. */
const MOST_SHORT_TAGS = 3;

/** Finds the image to compare with, by contract.md's "Baseline of a commit". Never throws for what a registry or GitHub answers. */
export async function findBaseline(query: BaselineQuery, places: BaselinePlaces): Promise<FoundBaseline> {
  try {
    switch (query.kind) {
      case 'commit':
        return await findCommit(query.commit, query.branchTag, places);
      case 'merge-base':
        return await findMergeBase(query, places);
      case 'tag':
        return await findReference(query.reference, 'tag', `${query.reference} is not there yet`, places);
      case 'given':
        return await findReference(query.reference, 'given', `${query.reference} is not there`, places);
      case 'release':
        return await findRelease(query, places);
      case 'none':
        return none(query.why);
      default:
        return assertNever(query);
    }
  } catch (error) {
    return { kind: 'failed', note: describeFailure('the baseline could not be looked for', error) };
  }
}

function describeFailure(what: string, error: unknown): Note {
  const { message, hint } = wrapError('NOT_COMPARED', what, error);
  return { code: 'baseline-unreadable', message, hint };
}

/** The commit's own image, else that of its nearest ancestor, else the branch's. */
async function findCommit(commit: string, branchTag: string | null, places: BaselinePlaces): Promise<FoundBaseline> {
  const exact = await readTag(`sha-${commit}`, commit, places);
  if (exact !== null) return { ...exact, how: 'commit', distance: 0, isExact: true, notes: [] };
  const { tags, notes } = await tryTags(places);
  const short = await findShortTag(commit, tags ?? [], places);
  if (short !== null) return { ...short, how: 'commit', distance: 0, isExact: true, notes };

  const [line, missing] = await Promise.all([tryAncestors(commit, tags, places), tryExplain(commit, tags, places)]);
  notes.push(...line.notes);
  const ancestor = await findAncestor(line.ancestors, tags, places);
  if (ancestor !== null) return { ...ancestor, how: 'ancestor', isExact: false, notes: [...missing, ...notes] };

  const ofBranch = branchTag !== null && (tags?.includes(branchTag) ?? true) ? branchTag : null;
  const found = ofBranch === null ? null : await readTag(ofBranch, null, places);
  if (found !== null) {
    const isExact = found.commit === commit;
    return { ...found, how: 'tag', distance: null, isExact, notes: [...(isExact ? [] : missing), ...notes] };
  }
  // There may be one that was not seen: that is no first run.
  const [note] = notes;
  return note === undefined ? none(explainNone(commit, branchTag, tags ?? []), missing) : { kind: 'failed', note };
}

/** A first run has no runs to look at. */
async function tryExplain(
  commit: string,
  tags: readonly string[] | null,
  { github, workflow }: BaselinePlaces,
): Promise<readonly Note[]> {
  if (github === null || tags?.length === 0) return [];
  const note = await explainMissing(commit, github, workflow);
  return note === null ? [] : [note];
}

/** The reason, and with it what is known of why. */
function none(reason: string, [why]: readonly Note[] = []): FoundBaseline {
  if (why === undefined) return { kind: 'none', reason, notes: [] };
  const message = `${reason}: ${why.message}`;
  return { kind: 'none', reason: message, notes: [{ ...why, message }] };
}

/** Some registries let read who may not list: `null` then, and tags are tried by name. */
async function tryTags({ registry }: BaselinePlaces): Promise<{ tags: readonly string[] | null; notes: Note[] }> {
  try {
    return { tags: await registry.listTags(), notes: [] };
  } catch (error) {
    return { tags: null, notes: [describeFailure('the tags of the image could not be listed', error)] };
  }
}

/** The first parents of a commit that may have an image, nearest first. */
async function tryAncestors(
  commit: string,
  tags: readonly string[] | null,
  { github }: BaselinePlaces,
): Promise<{ ancestors: readonly string[]; notes: readonly Note[] }> {
  const isWorthIt = tags?.some((tag) => /^sha-[0-9a-f]{7,64}$/.test(tag)) ?? true;
  if (github === null || !isWorthIt) return { ancestors: [], notes: [] };
  try {
    const line = await github.listFirstParents(commit, MOST_ANCESTORS + 1);
    return { ancestors: line.slice(1, MOST_ANCESTORS + 1), notes: [] };
  } catch (error) {
    return { ancestors: [], notes: [describeFailure('the commits before it could not be listed', error)] };
  }
}

function explainNone(commit: string, branchTag: string | null, tags: readonly string[]): string {
  if (tags.length === 0) return 'the repository has no image yet';
  const before = `the ${MOST_ANCESTORS} commits before it`;
  return branchTag === null
    ? `there is no image of commit ${commit.slice(0, 7)} or of ${before}`
    : `there is no image of commit ${commit.slice(0, 7)}, of ${before} or with the tag ${branchTag}`;
}

/** A tag made of fewer digits may stand for another commit that begins alike: its label decides. */
async function findShortTag(
  commit: string,
  tags: readonly string[],
  places: BaselinePlaces,
): Promise<Described | null> {
  const candidates = tags.filter((tag) => isShortTagOf(tag, commit)).toSorted((a, b) => b.length - a.length);
  for (const tag of candidates.slice(0, MOST_SHORT_TAGS)) {
    const found = await readTag(tag, commit, places);
    if (found?.image.platforms.some(({ labels }) => labels[REVISION] === commit) === true) return found;
  }
  return null;
}

function isShortTagOf(tag: string, commit: string): boolean {
  const digits = /^sha-([0-9a-f]{7,63})$/.exec(tag)?.[1];
  return digits !== undefined && commit.startsWith(digits);
}

/** The tags that are there say which ancestors are worth a request; where they are not known, each is, some at once. */
async function findAncestor(
  ancestors: readonly string[],
  tags: readonly string[] | null,
  places: BaselinePlaces,
): Promise<(Described & { distance: number }) | null> {
  const width = tags === null ? ANCESTORS_AT_ONCE : 1;
  for (let place = 0; place < ancestors.length; place += width) {
    const nearest = ancestors.slice(place, place + width);
    const found = await Promise.all(
      nearest.map(async (ancestor) => {
        if (tags?.includes(`sha-${ancestor}`) ?? true) return await readTag(`sha-${ancestor}`, ancestor, places);
        return await findShortTag(ancestor, tags ?? [], places);
      }),
    );
    for (const [offset, image] of found.entries()) {
      if (image !== null) return { ...image, distance: place + offset + 1 };
    }
  }
  return null;
}

async function findMergeBase(
  query: Extract<BaselineQuery, { kind: 'merge-base' }>,
  places: BaselinePlaces,
): Promise<FoundBaseline> {
  const { base, head, branchTag } = query;
  const notes: Note[] = [];
  let commit: string | null = null;
  try {
    commit = (await places.github?.findMergeBase(base, head)) ?? null;
  } catch (error) {
    notes.push(describeFailure(`GitHub could not be asked where ${head.slice(0, 7)} left ${base}`, error));
  }
  if (commit !== null) return await findCommit(commit, branchTag, places);
  const found = branchTag === null ? null : await readTag(branchTag, null, places);
  if (found !== null) return { ...found, how: 'tag', distance: null, isExact: false, notes };
  const reason = `${base} and ${head.slice(0, 7)} have no commit in common that could be asked for`;
  const [note] = notes;
  return note === undefined ? none(reason) : { kind: 'failed', note };
}

async function findRelease(
  query: Extract<BaselineQuery, { kind: 'release' }>,
  places: BaselinePlaces,
): Promise<FoundBaseline> {
  const tag = findPreviousRelease(query, await places.registry.listTags());
  const prefix = query.prefix === '' ? '' : ` with the prefix ${query.prefix}`;
  const reason =
    query.version === null ? `there is no release${prefix} yet` : `there is no release below ${query.version}${prefix}`;
  if (tag === null) return none(reason);
  return await findReference(`${places.image}:${tag}`, 'release', reason, places);
}

async function findReference(
  reference: string,
  how: 'tag' | 'release' | 'given',
  reason: string,
  { registry }: BaselinePlaces,
): Promise<FoundBaseline> {
  const image = await registry.readImage(reference);
  if (image === null) return none(reason);
  return { ...describe(image, reference, null), how, distance: 0, isExact: true, notes: [] };
}

type Described = Pick<Extract<FoundBaseline, { kind: 'found' }>, 'kind' | 'image' | 'reference' | 'commit'>;

async function readTag(tag: string, commit: string | null, places: BaselinePlaces): Promise<Described | null> {
  const reference = `${places.image}:${tag}`;
  const image = await places.registry.readImage(reference);
  return image === null ? null : describe(image, reference, commit);
}

/** What the image says of its commit goes before what its tag says. */
function describe(image: Image, reference: string, commit: string | null): Described {
  const labelled = image.platforms
    .map(({ labels }) => labels[REVISION])
    .find((text) => /^[0-9a-f]{40,64}$/.test(text ?? ''));
  return { kind: 'found', image, reference, commit: labelled ?? commit };
}
