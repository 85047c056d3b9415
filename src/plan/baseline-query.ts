import { assertNever } from '../errors.ts';
import { nameBranchTag } from './tags.ts';
import { parseVersionTag } from './version.ts';
import type { BaselineInput } from './baseline-input.ts';
import type { PullRequestTrigger, WorkflowEvent } from './event.ts';
import type { BaselineQuery } from './plan.ts';
import type { WorkTree } from './work-tree.ts';

/** First parents before a commit that are looked for an image (contract.md, "Baseline of a commit"). */
export const MOST_ANCESTORS = 20;

/** What the query is made of, beside the event. */
export interface BaselineSource {
  repository: string;
  workTree: Pick<WorkTree, 'commit' | 'parents' | 'firstParents'>;
  /** Whether HEAD is what the event's branch or tag stands for. */
  isAtEvent: boolean;
  /** The push itself moves the branch's tag (docker driver), so it cannot be read afterwards. */
  isBranchTagOverwritten: boolean;
  /** Full references that the push itself moves, as far as they are known. */
  movedTags: readonly string[];
  /** Input `tags`. */
  tags: readonly string[] | null;
}

/** The column "baseline" of contract.md; what the user gave comes before it. */
export function planBaseline(input: BaselineInput, event: WorkflowEvent, source: BaselineSource): BaselineQuery {
  const query = byInput(input, event, source);
  if (query.kind !== 'given' || !source.movedTags.includes(query.reference)) return query;
  return { kind: 'none', why: `the push itself moves ${query.reference}, so what it was cannot be read` };
}

function byInput(input: BaselineInput, event: WorkflowEvent, source: BaselineSource): BaselineQuery {
  const { repository } = source;
  switch (input.kind) {
    case 'auto':
      return byEvent(event, source);
    case 'release':
      return queryRelease(event, 'baseline: release');
    case 'commit':
      return { kind: 'commit', commit: input.commit, branchTag: null, why: 'baseline: a commit' };
    case 'tag':
      return { kind: 'given', reference: `${repository}:${input.tag}`, why: 'baseline: a tag' };
    case 'digest':
      return { kind: 'given', reference: `${repository}@${input.digest}`, why: 'baseline: a digest' };
    case 'reference':
      return { kind: 'given', reference: input.reference, why: 'baseline: a reference' };
    default:
      return assertNever(input);
  }
}

function byEvent(event: WorkflowEvent, source: BaselineSource): BaselineQuery {
  const { trigger } = event;
  const [firstParent] = source.workTree.parents;
  switch (trigger.kind) {
    case 'pull-request':
      return queryPullRequest(trigger, event, source);
    case 'merge-queue': {
      const branchTag = trigger.targetBranch === null ? null : nameBranchTag(trigger.targetBranch);
      const commit = trigger.baseSha ?? firstParent;
      if (commit === undefined) return { kind: 'none', why: 'the base of the merge group is not known' };
      return { kind: 'commit', commit, branchTag, why: 'the base of the merge group' };
    }
    case 'branch':
      return queryBranch(trigger, event, source);
    case 'tag':
      return queryRelease(event, 'the release before');
    case 'other':
      return { kind: 'none', why: trigger.why };
    default:
      return assertNever(trigger);
  }
}

/**
 * The first parent of the merge commit is what the base branch was when GitHub merged; `pull_request.base.sha` is
 * older. Who checked out the pull request's own head has no such parent: there it is where the head left the branch.
 */
function queryPullRequest(trigger: PullRequestTrigger, event: WorkflowEvent, source: BaselineSource): BaselineQuery {
  const branchTag = nameBranchTag(trigger.baseRef);
  const { commit, parents, firstParents } = source.workTree;
  if (commit !== null && commit !== trigger.headSha) {
    // A step before may have committed on top of what was checked out: the parent of that is wanted, not of its own.
    const place = event.sha === null ? -1 : firstParents.indexOf(event.sha);
    const parent = place <= 0 ? parents[0] : firstParents[place + 1];
    const isMerge = parents.length === 2 && parents[1] === trigger.headSha;
    if (parent !== undefined && (place >= 0 || isMerge)) {
      return { kind: 'commit', commit: parent, branchTag, why: 'the first parent of the merge commit' };
    }
  }
  const head = commit === trigger.headSha ? commit : (nameKnownCommit(event, source.workTree) ?? trigger.headSha);
  return { kind: 'merge-base', base: trigger.baseRef, head, branchTag, why: `where the head left ${trigger.baseRef}` };
}

function queryBranch(
  trigger: Extract<WorkflowEvent['trigger'], { kind: 'branch' }>,
  event: WorkflowEvent,
  source: BaselineSource,
): BaselineQuery {
  const branchTag = source.isBranchTagOverwritten ? null : nameBranchTag(trigger.branch);
  const { commit, parents } = source.workTree;
  if (!source.isAtEvent) {
    const [firstParent] = parents;
    if (firstParent === undefined) return { kind: 'none', why: 'what is checked out has no known parent' };
    return { kind: 'commit', commit: firstParent, branchTag: null, why: 'the first parent of what is checked out' };
  }
  if (trigger.by !== 'push') {
    const reference = chooseMovingTag(branchTag, source);
    if (reference !== null) return { kind: 'tag', reference, why: "the branch's tag as it was" };
    if (commit === null) return { kind: 'none', why: 'the branch has no tag, and the commit is not known' };
    return { kind: 'commit', commit, branchTag: null, why: 'the image of this commit as it was' };
  }
  if (trigger.before !== null) {
    const why = trigger.isForced ? 'what the branch had before the forced push' : 'what the branch had before the push';
    return { kind: 'commit', commit: trigger.before, branchTag, why };
  }
  const base = event.defaultBranch;
  const head = nameKnownCommit(event, source.workTree);
  if (base === null || base === trigger.branch || head === null) {
    const [firstParent] = parents;
    if (firstParent === undefined) return { kind: 'none', why: 'the branch is new' };
    return { kind: 'commit', commit: firstParent, branchTag, why: 'the first parent, since the branch is new' };
  }
  return {
    kind: 'merge-base',
    base,
    head,
    branchTag: nameBranchTag(base),
    why: `where the new branch left ${base}`,
  };
}

/**
 * A commit that GitHub can be asked about: a step may have committed on top of the event's, on this machine only. Where
 * no work tree was read, the event's is what actions/checkout takes.
 */
function nameKnownCommit(event: WorkflowEvent, workTree: BaselineSource['workTree']): string | null {
  const { commit, firstParents } = workTree;
  return event.sha !== null && (commit === null || firstParents.includes(event.sha)) ? event.sha : commit;
}

/** The release before that of the event; the highest of all where the event is none. */
function queryRelease(event: WorkflowEvent, why: string): BaselineQuery {
  const { trigger } = event;
  const version = trigger.kind === 'tag' ? parseVersionTag(trigger.tag) : null;
  return { kind: 'release', prefix: version?.prefix ?? '', version: version?.version ?? null, why };
}

/** The branch's tag; where `tags` replaced it, the first of those in the image's repository that is no commit's. */
function chooseMovingTag(branchTag: string | null, source: BaselineSource): string | null {
  if (source.isBranchTagOverwritten) return null;
  const own = `${source.repository}:`;
  const ofBranch = branchTag === null ? null : own + branchTag;
  if (source.tags === null || (ofBranch !== null && source.tags.includes(ofBranch))) return ofBranch;
  return source.tags.find((tag) => tag.startsWith(own) && !tag.startsWith(`${own}sha-`)) ?? ofBranch;
}
