import { createHash } from 'node:crypto';
import type { BuildRecord, BuildStep } from '../../../src/build/build-record.ts';
import type { CacheUse } from '../../../src/build/timeline/cache-use.ts';
import type { BaseOrigin, ImageOrigin } from '../../../src/build/origins/image-origin.ts';
import type { CompareInput } from '../../../src/compare/compare.ts';
import { parseDigest, type Digest } from '../../../src/image/digest.ts';
import type { Image, ImageLayer, PlatformImage } from '../../../src/image/image.ts';
import type { Budget } from '../../../src/plan/budget.ts';

/** A digest that is the same in every run. */
export function makeDigest(seed: string): Digest {
  return parseDigest(`sha256:${createHash('sha256').update(seed).digest('hex')}`);
}

/** A layer by what it holds and how it is compressed. */
export interface LayerSpec {
  by: string;
  bytes: number;
  /** What its tar stream holds; by default what made it, and how large it is. */
  content?: string;
  compression?: string;
}

export function makeLayer({ by, bytes, content, compression = 'gzip' }: LayerSpec): ImageLayer {
  const seed = content ?? `${by} ${bytes}`;
  return {
    digest: makeDigest(`${compression} ${seed}`),
    diffID: makeDigest(seed),
    mediaType: `application/vnd.oci.image.layer.v1.tar+${compression}`,
    downloadBytes: bytes,
    createdBy: by,
  };
}

export function makePlatform(platform: string, layers: readonly LayerSpec[], configBytes = 1500): PlatformImage {
  const seed = JSON.stringify([platform, layers, configBytes]);
  return {
    platform,
    manifestDigest: makeDigest(`manifest ${seed}`),
    config: { digest: makeDigest(`config ${seed}`), size: configBytes },
    layers: layers.map(makeLayer),
    labels: {},
    settings: {},
    annotations: {},
  };
}

export function makeImage(name: string, platforms: readonly PlatformImage[]): Image {
  // What it runs with is no part of its name: golden digests do not move with it.
  const seed = JSON.stringify([name, platforms], (key, value: unknown) => (key === 'settings' ? undefined : value));
  return { name, digest: makeDigest(seed), platforms, repeated: [], annotations: {} };
}

export function makeBudget(text: string, budget: Partial<Budget>): Budget {
  return { kind: 'max-increase', on: 'download', text, platform: null, bytes: null, percent: null, ...budget };
}

export function makeBuild(durationMs: number, steps: readonly Partial<BuildStep>[]): BuildRecord {
  return {
    builder: 'plimsoll',
    id: 'k2x0',
    status: 'completed',
    startedAtMs: 1_700_000_000_000,
    durationMs,
    steps: steps.map((step) => ({
      name: 'RUN true',
      stage: null,
      platform: null,
      status: 'ran',
      durationMs: 100,
      lastRanMs: null,
      startMs: null,
      isEmulated: null,
      source: null,
      needs: null,
      images: null,
      own: null,
      variables: null,
      inputs: null,
      ignoresCache: null,
      ...step,
    })),
    activities: [],
    criticalPaths: [],
    cache: makeCacheUse({ importMs: 800, exportMs: 2400, import: 'read' }),
    error: null,
    failedStep: null,
  };
}

/** What a build did with no cache at all, and `change`. */
export function makeCacheUse(change: Partial<CacheUse> = {}): CacheUse {
  return {
    importMs: 0,
    exportMs: 0,
    costMs: 0,
    pullMs: 0,
    pullBytes: 0,
    import: 'none',
    manifests: [],
    failures: [],
    ...change,
  };
}

/** Where all layers come from: `base`, and instructions of which nothing is recorded. */
export function makeOrigins({ platforms }: Image, base: ImageOrigin['base']): ImageOrigin[] {
  return platforms.map(({ platform, layers }) => ({
    platform,
    base,
    layers: layers.slice(base?.layers ?? 0).map(() => ({ source: null, recipe: null, inputs: null })),
    context: null,
  }));
}

export function makeBase(change: Partial<BaseOrigin> = {}): BaseOrigin {
  return {
    reference: 'docker.io/library/debian:12',
    digest: makeDigest('debian'),
    layers: 1,
    source: { file: 'Dockerfile', line: 1 },
    request: 'debian:12',
    ...change,
  };
}

export const BASELINE_COMMIT = `3f2c1ab${'0'.repeat(33)}`;
export const HEAD_COMMIT = `77aa001${'0'.repeat(33)}`;

/** An exact comparison on a pull request, of images without a base, without budgets and records; what a test is about replaces it. */
export function makeInput(baseline: Image, head: Image, change: Partial<CompareInput> = {}): CompareInput {
  return {
    name: 'api',
    image: 'ghcr.io/acme/api',
    head: { kind: 'read', image: head, reference: 'build:', commit: HEAD_COMMIT, pushed: false },
    baseline: {
      kind: 'found',
      image: baseline,
      reference: `ghcr.io/acme/api:sha-${BASELINE_COMMIT}`,
      commit: BASELINE_COMMIT,
      how: 'commit',
      distance: 0,
      isExact: true,
    },
    build: { head: null, baseline: null },
    findings: null,
    vulnerabilities: null,
    usage: null,
    cache: { blobs: null, before: null, isOfPullRequest: false },
    origins: { head: makeOrigins(head, null), baseline: makeOrigins(baseline, null) },
    isBaseLookedFor: true,
    changedPaths: null,
    rules: { budgets: [], overBudget: 'fail', countDrift: false, isOverridden: false },
    knownDiskBytes: new Map(),
    contents: new Map(),
    notes: [],
    ...change,
  };
}
