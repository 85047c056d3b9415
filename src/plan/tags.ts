import { assertNever } from '../errors.ts';
import { cleanTagName, whatTagIsKeptFor } from './tag-name.ts';
import { parseVersionTag } from './version.ts';
import type { WorkflowEvent } from './event.ts';
import type { PlannedTag } from './plan.ts';
import type { Note } from '../note.ts';

/** Tags to write last, and what the user has to know of them. */
export interface PlannedTags {
  tags: readonly PlannedTag[];
  notes: readonly Note[];
}

/** What tags are made of. */
export interface TagSource {
  /** Repository that the default tags are in. */
  repository: string;
  /** Input `tags`: replaces the defaults. */
  given: readonly string[] | null;
  commit: string | null;
  /** Whether HEAD is what the event's branch or tag stands for (`isAtEvent`). */
  isAtEvent: boolean;
}

/** The column "tags" of contract.md, for an image that is pushed. */
export function planTags(event: WorkflowEvent, source: TagSource): PlannedTags {
  if (source.given !== null) {
    const tags = source.given.map((reference): PlannedTag => ({ reference, write: 'always' }));
    return { tags, notes: noteLostBaseline(event, source.given, source.repository) };
  }
  const { trigger } = event;
  const at = (tag: string): string => `${source.repository}:${tag}`;
  switch (trigger.kind) {
    case 'pull-request':
      return { tags: [{ reference: at(`pr-${trigger.number}`), write: 'always' }], notes: [] };
    case 'branch': {
      const { branch } = trigger;
      const { tag, notes } = planBranchTag(branch, source);
      const tags: PlannedTag[] = [];
      if (tag !== null) tags.push({ reference: at(tag), write: 'unless-newer', branch });
      if (source.commit !== null) tags.push({ reference: at(`sha-${source.commit}`), write: 'once' });
      return { tags, notes };
    }
    case 'tag':
      return planReleaseTags(trigger, source);
    case 'merge-queue':
    case 'other':
      return { tags: [], notes: [] };
    default:
      return assertNever(trigger);
  }
}

/** The tag that a branch writes, and is looked for under; `null` where its name is kept for something else. */
export function nameBranchTag(branch: string): string | null {
  const tag = cleanTagName(branch);
  return tag === '' || whatTagIsKeptFor(tag) !== null ? null : tag;
}

function planBranchTag(branch: string, source: TagSource): { tag: string | null; notes: Note[] } {
  const tag = nameBranchTag(branch);
  if (tag === null) {
    const cleaned = cleanTagName(branch);
    const why =
      cleaned === ''
        ? 'leaves no tag'
        : `would write "${cleaned}", which is kept for ${whatTagIsKeptFor(cleaned) ?? ''}`;
    const message = `The branch's name ${why}: the image gets no tag of its branch.`;
    return { tag, notes: [{ code: 'branch-tag-reserved', message, hint: 'Name another tag in the input "tags".' }] };
  }
  if (source.isAtEvent) return { tag, notes: [] };
  const message = `Another commit than that of the branch is checked out, so the tag "${tag}" stays where it is.`;
  const hint = 'To tag the image of another commit, name the tags in the input "tags".';
  return { tag: null, notes: [{ code: 'other-commit', message, hint }] };
}

/** Pull requests look for the image of a commit, then for that of the branch (contract.md, "Baseline of a commit"). */
export function noteLostBaseline(event: WorkflowEvent, given: readonly string[], repository: string): Note[] {
  const { trigger } = event;
  if (trigger.kind !== 'branch' || trigger.by !== 'push') return [];
  const branchTag = nameBranchTag(trigger.branch);
  const leadsHere = (tag: string): boolean => tag === branchTag || /^sha-[0-9a-f]{7,64}$/.test(tag);
  const own = given.filter((tag) => tag.startsWith(`${repository}:`)).map((tag) => tag.slice(repository.length + 1));
  if (own.some(leadsHere)) return [];
  const message = 'None of the given tags is of the branch or of the commit: a pull request finds no baseline by them.';
  return [{ code: 'tags-without-baseline', message, hint: `Add "${repository}:sha-\${{ github.sha }}" to "tags".` }];
}

function planReleaseTags(trigger: { tag: string; isPrerelease: boolean }, source: TagSource): PlannedTags {
  const tag = cleanTagName(trigger.tag);
  const kept = tag === 'latest' ? null : whatTagIsKeptFor(tag);
  if (tag === '' || kept !== null) {
    const message =
      tag === ''
        ? "The tag's name leaves no tag for the image."
        : `The tag "${tag}" is kept for ${kept ?? ''}: it is not written.`;
    return { tags: [], notes: [{ code: 'tag-reserved', message, hint: 'Name another tag in the input "tags".' }] };
  }
  const version = parseVersionTag(trigger.tag);
  const tags: PlannedTag[] = [{ reference: `${source.repository}:${tag}`, write: 'always' }];
  if (version?.isStable === true && !trigger.isPrerelease) {
    const { prefix, version: number } = version;
    tags.push({ reference: `${source.repository}:latest`, write: 'if-highest', prefix, version: number });
  }
  const notes: Note[] = source.isAtEvent
    ? []
    : [
        {
          code: 'other-commit',
          message: `Another commit than that of the tag "${tag}" is checked out; the image is tagged all the same.`,
          hint: '',
        },
      ];
  return { tags, notes };
}
