import type { Runtime } from './runtime/runtime.ts';
import type { Surface } from './runtime/surface.ts';
import type { VulnerabilityChanges } from '../worth/compare-vulnerabilities.ts';
import type { ImageCost } from '../worth/image-cost.ts';
import type { PullTime } from '../worth/pull-time.ts';
import type { Note } from '../note.ts';

/** The comparison, as written to `comparison-file` and printed by `--json`: `schema/comparison.v1.json`, contract.md. Integers of bytes and milliseconds; what is not known is `null`, with a note. */
export interface Comparison {
  schemaVersion: 1;
  name: string;
  image: string;
  head: Side & { pushed: boolean };
  baseline: Baseline;
  platforms: PlatformComparison[];
  build: BuildComparison | null;
  /** What the rules say of the Dockerfile and of what is in the image, worst first; `null` where they could look at neither. */
  findings: ToldFinding[] | null;
  /** By reports of scanners; `null` where none were given. */
  vulnerabilities: VulnerabilityChanges | null;
  /** What both cost in a month; `null` where nobody said how often they are pulled. */
  cost: ImageCost | null;
  budgets: BudgetResult[];
  verdict: Verdict;
  notes: Note[];
}

export interface Side {
  reference: string;
  digest: string;
  commit: string | null;
}

export type Baseline =
  | (Side & { kind: 'found'; how: 'commit' | 'ancestor' | 'tag' | 'release' | 'given'; distance: number | null })
  | { kind: 'none'; reason: string };

/** The first that holds for any platform: `over` > `overridden` > `not-compared` > `no-baseline` > `pass`. */
export type Verdict = 'over' | 'overridden' | 'not-compared' | 'no-baseline' | 'pass';

/** Bytes on both sides; `null` for a side that is not there or not known. `change` is known without them where what is not known is in both. */
export interface Sizes {
  baseline: number | null;
  head: number | null;
  change: number | null;
}

export interface PlatformComparison {
  platform: string;
  status: 'compared' | 'added' | 'removed';
  download: Sizes;
  onDisk: Sizes;
  /** What a node that has the baseline downloads: contract.md, "pull". `null` for a removed platform. */
  pull: { bytes: number } | null;
  base: { reference: string; baselineDigest: string | null; digest: string | null; inDiff: boolean | null } | null;
  layers: LayerComparison[];
  files: FileChanges | null;
  causes: Cause[];
  /** Layers after the base that stand where the baseline has another: their instructions were edited. */
  replaced: ReplacedLayer[];
  /** What is around the program; `null` for a side that is not there. */
  runtime: { baseline: Runtime | null; head: Runtime | null };
  /** What there is for whoever breaks in; `null` where a layer of the side was not read. */
  surface: { baseline: Surface | null; head: Surface | null };
  /** What a node that has nothing of it takes to pull it, an estimate, a line of `LINES` each. */
  pullTimes: { bitsPerSecond: number; baseline: PullTime | null; head: PullTime | null }[];
}

/** An added layer in the place of a removed one. */
export interface ReplacedLayer {
  /** Digest of the removed layer. */
  baseline: string;
  /** Digest of the added one. */
  head: string;
  /** As of one layer that changed; in sum what the two layers' own causes are. */
  causes: Cause[];
}

export interface LayerComparison {
  status: 'same' | 'added' | 'removed' | 'changed' | 'recompressed' | 'rebuilt';
  digest: string;
  diffID: string;
  downloadBytes: number;
  onDiskBytes: number | null;
  createdBy: string;
  source: SourceLine | null;
  baseline: { digest: string; diffID: string; downloadBytes: number; onDiskBytes: number | null } | null;
}

export interface SourceLine {
  file: string;
  line: number;
}

export interface FileChanges {
  added: { path: string; size: number }[];
  removed: { path: string; size: number }[];
  changed: {
    path: string;
    baselineSize: number | null;
    size: number;
    what: ('content' | 'type' | 'mode' | 'owner' | 'link')[];
  }[];
  truncated: boolean;
}

export interface Cause {
  kind: 'layer' | 'package' | 'base-image' | 'recompressed' | 'rebuilt' | 'config' | 'unknown';
  /** `null`: there is no record of both builds to tell; a budget counts it as change. */
  by: 'change' | 'drift' | null;
  downloadBytes: number;
  estimated: boolean;
  onDiskBytes: number | null;
  layer: string | null;
  source: SourceLine | null;
  package: {
    type: 'deb' | 'apk' | 'rpm' | 'npm' | 'python' | 'go' | 'java';
    name: string;
    baselineVersion: string | null;
    version: string | null;
  } | null;
  detail: string;
  /** What makes most of it on disk, largest first; a folder's path ends with a slash. Empty where the layers were not read. */
  paths: { path: string; onDiskBytes: number }[];
}

/** What makes an image larger, its build slower or its use less safe than it need be, by a rule of docs/rules.md. Its texts hold some of the Dockerfile. */
export interface ToldFinding {
  rule: string;
  level: 'high' | 'medium' | 'low';
  title: string;
  /** Of one in the image: the instruction that brought it, as far as that is known. */
  source: SourceLine | null;
  lastLine: number | null;
  /** In the image; `null` for one of the Dockerfile. */
  path: string | null;
  /** How many paths there are besides. */
  morePaths: number;
  message: string;
  instead: string;
  /** Whether the baseline had it not; `null` where that is not known. */
  isNew: boolean | null;
  /** What it costs, as this build and its image show it: time or bytes; `null` where they do not. */
  cost: FindingCost | null;
}

export interface FindingCost {
  /** `edit`, `commit`: each time that the source or the commit is another; `run`: what the steps took, of which something else would save a part; `emulation`: more than on the builder's own platform; `pull`: each pull. */
  when: 'edit' | 'commit' | 'run' | 'emulation' | 'pull';
  durationMs: number | null;
  /** On disk. */
  bytes: number | null;
}

export interface BuildComparison {
  durationMs: number | null;
  baselineDurationMs: number | null;
  steps: StepComparison[];
  /** What this build did that is none of its steps, or a step that was cut short, in the order in which it began. */
  activities: BuildActivity[];
  /** What made this build as long as it was, a platform each; none where it is not known. */
  criticalPaths: CriticalPath[];
  cache: CacheComparison;
}

export type ActivityKind =
  'prepare' | 'context' | 'base' | 'import' | 'step' | 'interrupted' | 'other' | 'export' | 'push' | 'cache-export';

export interface BuildActivity {
  kind: ActivityKind;
  /** As BuildKit calls it. */
  name: string;
  /** `null`: of no platform, or of several. */
  platform: string | null;
  /** After the build began. */
  startMs: number;
  durationMs: number;
  source: SourceLine | null;
}

/** The chain of what waited for each other; its parts follow each other in time and do not overlap. */
export interface CriticalPath {
  /** `null` in a build for one platform. */
  platform: string | null;
  /** Of its parts, added up. */
  durationMs: number;
  parts: {
    kind: ActivityKind;
    name: string;
    /** Place among `steps`; `null` for what is none. */
    step: number | null;
    source: SourceLine | null;
    startMs: number;
    durationMs: number;
    isEmulated: boolean | null;
    /** How many times as long it took as the same step of a platform that is the builder's own, to a tenth. */
    timesNative: number | null;
  }[];
}

export interface CacheComparison {
  /** Cacheable steps (RUN, COPY, ADD, WORKDIR) that came from the cache. */
  restored: number;
  cacheable: number;
  /** `null` in what an earlier version collected, where a field of later is. */
  importMs: number | null;
  exportMs: number | null;
  /** How long nothing else of the build went on than reading and writing the cache. */
  costMs: number | null;
  /** What restored steps had to be downloaded, the bases below them included. */
  pullMs: number | null;
  pullBytes: number | null;
  /** Bytes of layers that came to lie in the registry for the cache alone. */
  exportBytes: number | null;
  /** What restored steps took when they last ran, added up; `savedSteps`: of how many that is known. */
  savedMs: number | null;
  savedSteps: number;
  verdict: CacheVerdict;
  /** What to change where it loses, or where it had less than the baseline's build left there. */
  advice: CacheAdvice | null;
}

/** `unused`: none was read or written. `unknown`: when restored steps last ran is not known of all. */
export type CacheVerdict = 'unused' | 'nothing-restored' | 'unknown' | 'earns' | 'even' | 'loses';

/**
 * `own-reference`: something else writes to the same place, so it had not what the baseline's build left there, though
 * nothing changed. `no-export`: write none from pull requests. `mode-min`: leave out stages of which nothing that takes
 * time is restored. `inline`: an image of one stage can carry its cache itself.
 */
export type CacheAdvice = 'own-reference' | 'no-export' | 'mode-min' | 'inline';

export interface StepComparison {
  name: string;
  platform: string | null;
  status: 'cached' | 'ran' | 'failed';
  durationMs: number | null;
  /** After the build began. */
  startMs: number | null;
  /** Whether its program ran by emulation. */
  isEmulated: boolean | null;
  source: SourceLine | null;
  baseline: { status: 'cached' | 'ran' | 'failed'; durationMs: number | null } | null;
  /** Why it was not in the cache that the baseline's build left, in a sentence; `null`: it was, or there is no telling. */
  because: string | null;
  /** The same, for programs. */
  reason: StepReason | null;
}

export interface StepReason {
  /**
   * Its instruction changed, or (`names`) an ENV or ARG before it; the value of a build argument; a file of the context; an
   * earlier step that changed, is new or is gone; an image that it is made from; nothing: the cache had it not, or was
   * not to be used (`no-cache`).
   */
  kind: 'instruction' | 'argument' | 'file' | 'step' | 'base' | 'cache';
  /** Of what changed, three at most; of images that were exchanged the old one and the new one. */
  names: string[];
  /** The earlier step where it began, by its place among `steps`; `null`: the step itself, or one that is gone. */
  step: number | null;
}

/** One limit on one platform. `measured` and `allowed` are bytes. */
export interface BudgetResult {
  limit: string;
  platform: string;
  measured: number | null;
  allowed: number | null;
  verdict: Verdict;
  /** Whether being over it fails the job: not where the event only warns, nor where the baseline is inexact. */
  enforced: boolean;
}
