import type { ActivityKind } from './timeline/activity.ts';
import type { CacheUse } from './timeline/cache-use.ts';
import type { FailedStep } from './steps/failed-step.ts';
import type { ContextInput } from './origins/image-origin.ts';
import type { StepImage, StepVariable } from './steps/step-facts.ts';

/** What BuildKit recorded of one build (facts/buildkit.md): read after the build, also after one that failed. */
export interface BuildRecord {
  builder: string;
  id: string;
  status: 'completed' | 'failed' | 'canceled';
  startedAtMs: number;
  durationMs: number;
  /** RUN, COPY, ADD and WORKDIR steps, in the order of the Dockerfile, per platform. */
  steps: readonly BuildStep[];
  /** What it did beside them, in the order in which it began. */
  activities: readonly BuildActivity[];
  /** What made it as long as it was, a platform each; none where the builder did not tell of its steps. */
  criticalPaths: readonly CriticalPath[];
  cache: CacheUse;
  /** The build's own error; untrusted text. */
  error: string | null;
  /** `null`: it did not fail, or at no step. */
  failedStep: FailedStep | null;
}

/** What a build did that is none of its steps, or was one that did not come to its end. */
export interface BuildActivity {
  kind: Exclude<ActivityKind, 'step'>;
  /** As BuildKit wrote it, with the values of build arguments taken out; untrusted text. */
  name: string;
  /** Normalised; `null`: of no platform, or of several. */
  platform: string | null;
  /** After the build began. */
  startMs: number;
  /** Pauses of less than a second are in it. */
  durationMs: number;
  source: { file: string; line: number } | null;
}

/** The chain of what waited for each other (`findCriticalPath`). */
export interface CriticalPath {
  /** `null` in a single-platform build. */
  platform: string | null;
  /** Of its parts, added up: while it waited for something else it is not counted. */
  durationMs: number;
  /** In the order of time; they do not overlap. */
  parts: readonly PathStep[];
}

export interface PathStep {
  kind: ActivityKind;
  /** As a step's or an activity's. */
  name: string;
  /** Place among the build's steps; `null` for what is none. */
  step: number | null;
  source: { file: string; line: number } | null;
  startMs: number;
  durationMs: number;
  isEmulated: boolean | null;
  /** How many times as long it took as the same step of a platform that is the builder's own, to a tenth; `null`: it was not emulated, or there is none. */
  timesNative: number | null;
}

export interface BuildStep {
  /**
   * Without the platform and the counter: `RUN go build`. As the Dockerfile has it where that is known; else as BuildKit
   * wrote it, with the values of build arguments taken out. Untrusted text.
   */
  name: string;
  stage: string | null;
  /** Normalised; `null` in a single-platform build. */
  platform: string | null;
  status: 'cached' | 'ran' | 'failed';
  durationMs: number | null;
  /**
   * What it took when it last ran: itself where it ran, else as the baseline's record has it. `null`: not known; what a
   * builder tells has it of steps that ran only.
   */
  lastRanMs: number | null;
  /** When it began, after the build did; `null`: it is not known. */
  startMs: number | null;
  /** Whether its program ran by emulation, on a platform that is foreign to the builder; `null`: it is not known. */
  isEmulated: boolean | null;
  /** Where the Dockerfile has it; `null` where that is not known. `file` is untrusted text. */
  source: { file: string; line: number } | null;
  /** Steps that it is made from directly, by their places among the build's steps, rising; `null`: not known. */
  needs: readonly number[] | null;
  /** Images that it takes something from directly: that of FROM, of `COPY --from`, of a mount; `null`: not known. */
  images: readonly StepImage[] | null;
  /**
   * Equal in two builds where the step does the same, whatever it is made from and whatever its environment is; of 64
   * hexadecimal digits. `null`: not known.
   */
  own: string | null;
  /** The environment it ran in, and the build arguments that stand in an instruction which has none; `null`: not known. */
  variables: readonly StepVariable[] | null;
  /** What it takes of build contexts directly; `null`: not known, or it takes something else from outside too. */
  inputs: readonly ContextInput[] | null;
  /** Whether the build was told not to look for it in the cache (`no-cache`); `null`: not known. */
  ignoresCache: boolean | null;
}
