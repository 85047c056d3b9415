import { PlimsollError } from '../errors.ts';
import type { EventPayload } from './event-payload.ts';

/** What started the workflow, as far as the plan needs it. Names of branches and tags are untrusted text. */
export interface WorkflowEvent {
  /** As GitHub names it: `pull_request`, `push`, … */
  name: string;
  /** `owner/repo` of the workflow's repository. */
  repository: string;
  /** `https://github.com`, without a slash at the end. */
  serverUrl: string;
  /** GITHUB_SHA: of a pull request the merge commit. `null` where it is not set. */
  sha: string | null;
  actor: string;
  /** The repository itself is a fork. */
  isFork: boolean;
  defaultBranch: string | null;
  trigger: Trigger;
}

export type Trigger =
  | PullRequestTrigger
  /** The merge queue's own branch. `targetBranch` is the one that it merges into. */
  | { kind: 'merge-queue'; targetBranch: string | null; baseSha: string | null }
  | {
      kind: 'branch';
      branch: string;
      by: 'push' | 'schedule' | 'dispatch';
      /** Where the branch was before the push; `null` for a new branch, and where nothing was pushed. */
      before: string | null;
      isForced: boolean;
    }
  | {
      kind: 'tag';
      tag: string;
      by: 'push' | 'release' | 'dispatch';
      /** As the release says; a tag's own name says more where it is a version. */
      isPrerelease: boolean;
      /** The commit that the tag stands for, as far as the event says. */
      commit: string | null;
    }
  /** All others. `isUntrusted`: it runs on code that is still under review. */
  | { kind: 'other'; why: string; isUntrusted: boolean };

export interface PullRequestTrigger {
  kind: 'pull-request';
  number: number;
  headSha: string;
  /** `null`: the fork was deleted. */
  headRepository: string | null;
  baseRef: string;
  isClosed: boolean;
}

const QUEUE_BRANCH = /^gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]{40,64}$/;

/** Environment and payload of a step to its event. Throws `EVENT_REFUSED`, for `pull_request_target` too. */
export function parseEvent(
  environment: Readonly<Record<string, string | undefined>>,
  payload: EventPayload,
): WorkflowEvent {
  const name = environment['GITHUB_EVENT_NAME'] ?? '';
  const repository = environment['GITHUB_REPOSITORY'] ?? '';
  if (!/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository) || !/^\w{1,100}$/.test(name)) {
    throw new PlimsollError(
      'EVENT_REFUSED',
      'GITHUB_REPOSITORY and GITHUB_EVENT_NAME do not name a repository and an event',
      {
        hint: 'Run this as a step of a workflow; at a terminal, use the command "plimsoll".',
      },
    );
  }
  if (name === 'pull_request_target') throw refusePullRequestTarget();
  return {
    name,
    repository,
    serverUrl: (environment['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, ''),
    sha: parseSha(environment['GITHUB_SHA']),
    actor: environment['GITHUB_ACTOR'] ?? '',
    isFork: payload.repository?.fork === true,
    defaultBranch: payload.repository?.default_branch ?? null,
    trigger: parseTrigger(name, environment['GITHUB_REF'] ?? '', payload, repository),
  };
}

/** Whether a pull request comes from another repository than it goes to, one that was deleted meanwhile included. */
export function isFromFork(trigger: PullRequestTrigger, repository: string): boolean {
  return trigger.headRepository?.toLowerCase() !== repository.toLowerCase();
}

/** Whose secrets and token a run on a pull request has: forks and Dependabot get none of the repository's, and read only. */
export type Access = 'own' | 'fork' | 'dependabot';

export function findAccess(trigger: PullRequestTrigger, { actor, repository }: WorkflowEvent): Access {
  if (isFromFork(trigger, repository)) return 'fork';
  return isDependabot(actor) ? 'dependabot' : 'own';
}

export function isDependabot(actor: string): boolean {
  return actor === 'dependabot[bot]';
}

function parseTrigger(name: string, ref: string, payload: EventPayload, repository: string): Trigger {
  switch (name) {
    case 'pull_request':
      return parsePullRequest(ref, payload);
    case 'merge_group':
      return {
        kind: 'merge-queue',
        targetBranch: payload.merge_group?.base_ref?.replace(/^refs\/heads\//, '') ?? readQueueTarget(ref),
        baseSha: payload.merge_group?.base_sha ?? null,
      };
    case 'push':
    case 'schedule':
    case 'workflow_dispatch':
      return parseRef(name, ref, payload);
    case 'release':
      return parseRelease(ref, payload);
    case 'workflow_run': {
      const run = payload.workflow_run;
      const isOwn = run?.head_repository?.full_name === repository;
      return {
        kind: 'other',
        why: 'workflow_run follows another workflow',
        isUntrusted: !isOwn || run.event === null || run.event.startsWith('pull_request'),
      };
    }
    default:
      return {
        kind: 'other',
        why: `nothing is pushed or compared on ${name}`,
        isUntrusted: name.startsWith('pull_request'),
      };
  }
}

function parsePullRequest(ref: string, payload: EventPayload): Trigger {
  const pull = payload.pull_request;
  const number = pull?.number ?? payload.number ?? Number(/^refs\/pull\/(\d{1,10})\//.exec(ref)?.[1] ?? 0);
  const headSha = pull?.head?.sha ?? null;
  const baseRef = pull?.base?.ref ?? null;
  if (number === 0 || headSha === null || baseRef === null) {
    throw new PlimsollError('EVENT_REFUSED', 'pull_request: the file GITHUB_EVENT_PATH holds no pull request', {
      hint: 'It holds number, head.sha and base.ref on GitHub; a runner of another make has to write them too.',
    });
  }
  return {
    kind: 'pull-request',
    number,
    headSha,
    headRepository: pull?.head?.repo?.full_name ?? null,
    baseRef,
    isClosed: payload.action === 'closed' || pull?.state === 'closed',
  };
}

function parseRef(name: 'push' | 'schedule' | 'workflow_dispatch', ref: string, payload: EventPayload): Trigger {
  const by = name === 'workflow_dispatch' ? 'dispatch' : name;
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  const tag = /^refs\/tags\/(.+)$/.exec(ref)?.[1];
  if (payload.deleted === true) return { kind: 'other', why: 'the push deleted its branch or tag', isUntrusted: false };
  if (tag !== undefined && by !== 'schedule') {
    return { kind: 'tag', tag, by, isPrerelease: false, commit: payload.head_commit?.id ?? null };
  }
  if (branch === undefined) return { kind: 'other', why: `${ref || 'no ref'} is no branch or tag`, isUntrusted: false };
  if (branch.startsWith('gh-readonly-queue/')) {
    return { kind: 'merge-queue', targetBranch: readQueueTarget(ref), baseSha: null };
  }
  const before = by === 'push' && payload.before !== null && !/^0+$/.test(payload.before) ? payload.before : null;
  return { kind: 'branch', branch, by, before, isForced: payload.forced === true };
}

/** The payload's tag is taken first: GITHUB_REF is empty for a release that was deleted with its tag. */
function parseRelease(ref: string, payload: EventPayload): Trigger {
  const tag = payload.release?.tag_name ?? /^refs\/tags\/(.+)$/.exec(ref)?.[1];
  if (tag === undefined) return { kind: 'other', why: 'the release names no tag', isUntrusted: false };
  if (payload.action === 'deleted' || payload.action === 'unpublished') {
    return { kind: 'other', why: `the release was ${payload.action}`, isUntrusted: false };
  }
  return { kind: 'tag', tag, by: 'release', isPrerelease: payload.release?.prerelease === true, commit: null };
}

function readQueueTarget(ref: string): string | null {
  return QUEUE_BRANCH.exec(ref.replace(/^refs\/heads\//, ''))?.[1] ?? null;
}

function parseSha(text: string | undefined): string | null {
  return text !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : null;
}

function refusePullRequestTarget(): PlimsollError {
  return new PlimsollError(
    'EVENT_REFUSED',
    'pull_request_target: it would build the code of a pull request with a token that writes and with all secrets',
    {
      hint:
        'Use two workflows: one on "pull_request" that builds with "comment: collect", which needs no secret and no write; ' +
        'another on "workflow_run" of it that runs comment/, which runs no code of the pull request and writes the comment.',
    },
  );
}
