import { assertNever } from '../errors.ts';
import { appendHash, CACHE_TAG_PREFIX, shortenTag } from './tag-name.ts';
import type { WorkflowEvent } from './event.ts';
import type { Inputs } from './inputs.ts';
import type { Note } from '../note.ts';

/** Values of `cache-from` and `cache-to`, a line each. */
export interface PlannedCache {
  from: readonly string[];
  to: readonly string[];
  notes: readonly Note[];
}

/**
 * The registry cache by contract.md: branches write their own, and everything reads its own and its base branch's. A
 * tag of a pull request's cache ends in `-pr-<n>` and a branch's never does, so a pull request cannot write a branch's.
 * What the user gave in `cache-from` or `cache-to` replaces both.
 */
export function planCache(
  inputs: Pick<Inputs, 'cache' | 'cacheFrom' | 'cacheTo'>,
  image: { name: string; repository: string },
  event: WorkflowEvent,
  push: { enabled: boolean; mayWrite: boolean },
): PlannedCache {
  if (inputs.cacheFrom !== '' || inputs.cacheTo !== '') return keepWritable(inputs, push.mayWrite);
  if (inputs.cache === 'false') return { from: [], to: [], notes: [] };
  const { own, base } = nameCaches(inputs.cache, image, event);
  const isWritten = event.trigger.kind === 'pull-request' ? push.mayWrite : push.enabled && inputs.cache !== 'read';
  return {
    from: [...new Set([own, base])].filter((tag) => tag !== null).map((tag) => `type=registry,ref=${tag}`),
    // A cache that cannot be written is said, and never fails the build (facts/buildkit.md, "Failures").
    to: own !== null && isWritten ? [`type=registry,ref=${own},mode=max,ignore-error=true`] : [],
    notes: [],
  };
}

/** References of the event's own cache and of its base branch's; only a branch, and under `pr` a pull request, has its own. */
function nameCaches(
  cache: Inputs['cache'],
  image: { name: string; repository: string },
  event: WorkflowEvent,
): { own: string | null; base: string | null } {
  const ofBranch = (branch: string | null): string | null =>
    branch === null ? null : `${image.repository}:${nameBranchCache(image.name, branch)}`;
  const { trigger } = event;
  switch (trigger.kind) {
    case 'pull-request': {
      const own = `${image.repository}:${CACHE_TAG_PREFIX}${image.name}-pr-${trigger.number}`;
      return { own: cache === 'pr' ? own : null, base: ofBranch(trigger.baseRef) };
    }
    case 'branch':
      return { own: ofBranch(trigger.branch), base: ofBranch(event.defaultBranch) };
    case 'merge-queue':
      return { own: null, base: ofBranch(trigger.targetBranch ?? event.defaultBranch) };
    case 'tag':
    case 'other':
      return { own: null, base: ofBranch(event.defaultBranch) };
    default:
      return assertNever(trigger);
  }
}

/** A registry that may not be written would fail the build of every fork: those destinations are left out. */
function keepWritable(inputs: Pick<Inputs, 'cacheFrom' | 'cacheTo'>, mayWrite: boolean): PlannedCache {
  const from = splitLines(inputs.cacheFrom);
  const to = splitLines(inputs.cacheTo);
  if (mayWrite) return { from, to, notes: [] };
  const kept = to.filter((line) => /(?:^|,)\s*type=(?!registry\b)/.test(line));
  const note = {
    code: 'cache-not-written',
    message: 'cache-to: the registry may not be written from here, so nothing is cached there.',
    hint: '',
  };
  return { from, to: kept, notes: kept.length === to.length ? [] : [note] };
}

function splitLines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

/** `buildcache-<name>-<branch>`, cleaned; with a hash where it is too long or reads like a pull request's. */
function nameBranchCache(name: string, branch: string): string {
  const identity = `${name}\n${branch}`;
  const tag = `${CACHE_TAG_PREFIX}${name}-${branch.replace(/[^a-zA-Z0-9._-]+/g, '-')}`;
  return /-pr-\d+$/.test(tag) ? appendHash(tag, identity) : shortenTag(tag, identity);
}
