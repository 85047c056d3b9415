import { assertNever } from '../errors.ts';
import { findPreviousRelease } from '../plan/version.ts';
import { findCommit } from './find-commit.ts';
import { describeFailure, noBaseline, type FoundBaseline } from './found-baseline.ts';
import { describeImage } from './tagged-image.ts';
import type { BaselinePlaces } from './baseline-places.ts';
import type { Note } from '../note.ts';
import type { BaselineQuery } from '../plan/plan.ts';

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
        return noBaseline(query.why);
      default:
        return assertNever(query);
    }
  } catch (error) {
    return { kind: 'failed', note: describeFailure('the baseline could not be looked for', error) };
  }
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
  const reason = `${base} and ${head.slice(0, 7)} have no commit in common that could be asked for`;
  const found =
    branchTag === null
      ? noBaseline(reason)
      : await findReference(`${places.image}:${branchTag}`, 'tag', reason, places);
  if (found.kind === 'found') return { ...found, distance: null, isExact: false, notes };
  const [note] = notes;
  return note === undefined ? found : { kind: 'failed', note };
}

async function findRelease(
  query: Extract<BaselineQuery, { kind: 'release' }>,
  places: BaselinePlaces,
): Promise<FoundBaseline> {
  const tag = findPreviousRelease(query, await places.registry.listTags());
  const prefix = query.prefix === '' ? '' : ` with the prefix ${query.prefix}`;
  const reason =
    query.version === null ? `there is no release${prefix} yet` : `there is no release below ${query.version}${prefix}`;
  if (tag === null) return noBaseline(reason);
  return await findReference(`${places.image}:${tag}`, 'release', reason, places);
}

async function findReference(
  reference: string,
  how: 'tag' | 'release' | 'given',
  reason: string,
  { registry }: BaselinePlaces,
): Promise<FoundBaseline> {
  const image = await registry.readImage(reference);
  if (image === null) return noBaseline(reason);
  return { ...describeImage(image, reference, null), how, distance: 0, isExact: true, notes: [] };
}
