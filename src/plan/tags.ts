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
    return { tags: source.given.map((reference) => ({ reference, write: 'always' })), notes: [] };
  }
  const { trigger } = event;
  const at = (tag: string): string => `${source.repository}:${tag}`;
  switch (trigger.kind) {
    case 'pull-request':
      return { tags: [{ reference: at(`pr-${trigger.number}`), write: 'always' }], notes: [] };
    case 'branch': {
      const branch = planBranchTag(trigger.branch, source);
      return {
        tags: [
          ...(branch.tag === null ? [] : [{ reference: at(branch.tag), write: 'always' as const }]),
          ...(source.commit === null ? [] : [{ reference: at(`sha-${source.commit}`), write: 'once' as const }]),
        ],
        notes: branch.notes,
      };
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
