import type { Budget } from './budget.ts';
import type { Note } from '../note.ts';

/** What will be done and why: made before the build, read again by the report and the tags (`plan-file`, JSON). */
export interface Plan {
  schemaVersion: 1;
  /** When planning started, Unix milliseconds: builds that began before are not ours. */
  startedAtMs: number;
  /** How the comment calls the image. */
  name: string;
  /** Repository without tag: `ghcr.io/acme/api`. */
  image: string;
  event: {
    kind: EventKind;
    /** The event's name as GitHub gave it. */
    name: string;
    /** `owner/repo` of the workflow's repository. */
    repository: string;
    pullRequest: { number: number; headSha: string; headRepository: string | null; baseRef: string } | null;
  };
  /** HEAD of the work tree that holds the context; `null` where there is none (a Git URL as context). */
  commit: string | null;
  push: { enabled: boolean; reason: string };
  /** Full references, written last; empty where nothing is pushed. */
  tags: readonly PlannedTag[];
  labels: Readonly<Record<string, string>>;
  platforms: readonly string[];
  cache: { from: readonly string[]; to: readonly string[] };
  baseline: BaselineQuery;
  budgets: readonly Budget[];
  /** `warn`: a broken budget is said, the job goes on. `none`: budgets do not apply to this event. */
  overBudget: 'fail' | 'warn' | 'none';
  noise: { bytes: number; percent: number };
  overrideLabel: string;
  countDrift: boolean;
  details: 'auto' | 'sizes' | 'full';
  comment: 'auto' | 'always' | 'never' | 'collect';
  strict: boolean;
  /** What the plan took and why, for the log and the comment. */
  notes: readonly Note[];
}

export type EventKind = 'pull-request' | 'merge-queue' | 'branch' | 'tag' | 'other';

export interface PlannedTag {
  /** `ghcr.io/acme/api:main`. */
  reference: string;
  /** `always`: moved; `once`: written only where it is not there yet (`sha-<40 hex>`). */
  write: 'always' | 'once';
}

/** Where the baseline is to be looked for, resolved by `src/baseline` once the registry can be read. */
export type BaselineQuery =
  /** A commit's own image: tag `sha-<40 hex>`, `sha-<7..39 hex>` with that revision, then ancestors, then the branch's tag. */
  | { kind: 'commit'; commit: string; branchTag: string | null; why: string }
  /** The commit where the head left the base branch; asked of the API or of git. */
  | { kind: 'merge-base'; base: string; head: string; branchTag: string | null; why: string }
  /** A tag as it is before this run writes it. */
  | { kind: 'tag'; reference: string; why: string }
  /** The previous release: the highest lower version with the same prefix, out of the registry's tags. `version` null: the highest. */
  | { kind: 'release'; prefix: string; version: string | null; why: string }
  /** Given by the user: a tag, reference or digest. */
  | { kind: 'given'; reference: string; why: string }
  | { kind: 'none'; why: string };
