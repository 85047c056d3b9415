import { judgeBudgets, type BudgetRules } from './budgets.ts';
import { findCauses } from './causes.ts';
import type { Baseline, Cause, Comparison, LayerComparison, PlatformComparison, Verdict } from './comparison.ts';
import { compareContents } from './compare-contents.ts';
import type { LayerContents } from '../layer/layer-contents.ts';
import { pairLayers, type LayerPair } from './pair-layers.ts';
import { compareSizes, onDiskBytes, pullBytes, type KnownDiskBytes } from './sizes.ts';
import { compareBuilds, type BaselineBuild } from './steps.ts';
import { noteSettings } from './settings-change.ts';
import { decideVerdict } from './verdict.ts';
import type { BuildRecord } from '../build/build-record.ts';
import type { ImageOrigin } from '../build/image-origin.ts';
import { downloadBytes, type Image, type ImageLayer, type PlatformImage } from '../image/image.ts';
import type { Note } from '../note.ts';

/** All that a comparison is made from. Texts in it are untrusted and stay as they came. */
export interface CompareInput {
  /** How the comment calls the image. */
  name: string;
  /** Repository without tag. */
  image: string;
  head: { reference: string; commit: string | null; pushed: boolean } & (
    | { kind: 'read'; image: Image }
    /** It could not be read; the note says why. `digest` is '' where nobody told it. */
    | { kind: 'failed'; digest: string; note: Note }
  );
  baseline:
    | {
        kind: 'found';
        reference: string;
        commit: string | null;
        image: Image;
        how: 'commit' | 'ancestor' | 'tag' | 'release' | 'given';
        distance: number | null;
        /** False where commits between it and the one that was wanted may have changed the image. */
        isExact: boolean;
      }
    /** There is none yet, or the event has none: a first run, not an error. */
    | { kind: 'none'; reason: string }
    /** There may be one and it could not be read; the note says why. */
    | { kind: 'failed'; note: Note };
  /** The builds that made both, as far as they were recorded. */
  build: { head: BuildRecord | null; baseline: BaselineBuild | null };
  /** Where both sides' layers come from, a platform each, as far as it is known. */
  origins: { head: readonly ImageOrigin[]; baseline: readonly ImageOrigin[] };
  /**
   * Files of the build's own context that differ between the two commits, from the context's root; `null`: not known.
   */
  changedPaths: readonly string[] | null;
  rules: Pick<BudgetRules, 'budgets' | 'overBudget' | 'countDrift' | 'isOverridden'>;
  /** Uncompressed bytes of layers, as far as they are known exactly. */
  knownDiskBytes: KnownDiskBytes;
  /** What is in the layers that were read. */
  contents: LayerContents;
  /** What whoever read all this has to say; ours follow. */
  notes: readonly Note[];
}

/**
 * Compares what was built with what there was. Pure and total: what could not be had is in the result, as `null`, a
 * note and a verdict. Where the comparison could not be made, the note that says why stands first.
 */
export function compare(input: CompareInput): Comparison {
  const head = input.head.kind === 'read' ? input.head.image : null;
  const baseline = input.baseline.kind === 'found' ? input.baseline.image : null;
  const compared = head === null ? [] : comparePlatforms(baseline, head, input);
  const platforms = compared.map(({ platform }) => platform);
  const made = judgeMade(input, platforms);
  const budgets = judgeBudgets(platforms, {
    ...input.rules,
    isBaselineExact: input.baseline.kind !== 'found' || input.baseline.isExact,
    withoutBaseline: made.verdict === 'pass' ? null : made.verdict,
  });
  const settings = noteSettings(baseline, head);
  return {
    schemaVersion: 1,
    name: input.name,
    image: input.image,
    head: {
      reference: input.head.reference,
      digest: input.head.kind === 'read' ? input.head.image.digest : input.head.digest,
      commit: input.head.commit,
      pushed: input.head.pushed,
    },
    baseline: describeBaseline(input.baseline),
    platforms,
    build: input.build.head === null ? null : compareBuilds(input.build.head, input.build.baseline),
    budgets,
    verdict: decideVerdict([made.verdict, ...budgets.map((budget) => budget.verdict)]),
    notes: [
      ...made.notes,
      ...input.notes,
      ...(settings === null ? [] : [settings]),
      ...noteUnsaid(compared),
      ...noteBudgets(input, platforms, budgets),
      ...noteCache(input.build.head),
    ],
  };
}

/** Whether there is a comparison at all, and if not, why. */
function judgeMade(
  { head, baseline }: CompareInput,
  platforms: readonly PlatformComparison[],
): { verdict: Extract<Verdict, 'pass' | 'no-baseline' | 'not-compared'>; notes: Note[] } {
  if (head.kind === 'failed') return { verdict: 'not-compared', notes: [head.note] };
  if (baseline.kind === 'failed') return { verdict: 'not-compared', notes: [baseline.note] };
  if (baseline.kind === 'none') return { verdict: 'no-baseline', notes: [] };
  if (platforms.some((platform) => platform.status === 'compared')) return { verdict: 'pass', notes: [] };
  const list = (image: Image): string => image.platforms.map(({ platform }) => platform).join(', ');
  const note: Note = {
    code: 'no-common-platform',
    message: `the baseline has ${list(baseline.image)}, this build has ${list(head.image)}: no platform is in both`,
    hint: 'Build for a platform that the baseline has too.',
  };
  return { verdict: 'not-compared', notes: [note] };
}

function describeBaseline(baseline: CompareInput['baseline']): Baseline {
  switch (baseline.kind) {
    case 'found': {
      const { kind, reference, image, commit, how, distance } = baseline;
      return { kind, reference, digest: image.digest, commit, how, distance };
    }
    case 'none':
      return { kind: 'none', reason: baseline.reason };
    case 'failed':
      return { kind: 'none', reason: baseline.note.message };
  }
}

interface ComparedPlatform {
  platform: PlatformComparison;
  /** Files of which one state is in layers that were not read. */
  unsaidFiles: number;
}

/** The head's platforms in their order, then those that only the baseline has. */
function comparePlatforms(baseline: Image | null, head: Image, known: Known): ComparedPlatform[] {
  const find = (image: Image | null, platform: string): PlatformImage | null =>
    image?.platforms.find((candidate) => candidate.platform === platform) ?? null;
  const names = new Set([...head.platforms, ...(baseline?.platforms ?? [])].map(({ platform }) => platform));
  return [...names].map((name) => comparePlatform(name, find(baseline, name), find(head, name), known));
}

type Known = Pick<CompareInput, 'knownDiskBytes' | 'contents'>;

function comparePlatform(
  platform: string,
  baseline: PlatformImage | null,
  head: PlatformImage | null,
  { knownDiskBytes, contents }: Known,
): ComparedPlatform {
  const pairs = pairLayers(baseline?.layers ?? [], head?.layers ?? [], contents);
  const sizesBy = (measure: (image: PlatformImage) => number | null): PlatformComparison['download'] =>
    compareSizes(baseline === null ? null : measure(baseline), head === null ? null : measure(head));
  const isCompared = baseline !== null && head !== null;
  const onDisk = sizesBy((image) => onDiskBytes(image, knownDiskBytes));
  const inside = isCompared ? compareContents(baseline, head, contents) : null;
  const packages = inside?.packages ?? null;
  const causes = findCauses({ baseline, head, pairs, known: knownDiskBytes, contents, packages });
  return {
    platform: {
      platform,
      status: baseline === null ? 'added' : head === null ? 'removed' : 'compared',
      download: sizesBy(downloadBytes),
      // What both sides share counts on both, however much it is.
      onDisk: isCompared ? { ...onDisk, change: onDisk.change ?? sumOnDisk(causes) } : onDisk,
      pull: head === null ? null : { bytes: pullBytes(head, baseline) },
      base: null,
      layers: pairs.map((pair) => describePair(pair, knownDiskBytes)),
      files: inside?.files?.files ?? null,
      causes,
    },
    unsaidFiles: inside?.files?.unsaid ?? 0,
  };
}

function sumOnDisk(causes: readonly Cause[]): number | null {
  let sum = 0;
  for (const { onDiskBytes: bytes } of causes) {
    if (bytes === null) return null;
    sum += bytes;
  }
  return sum;
}

function noteUnsaid(compared: readonly ComparedPlatform[]): Note[] {
  const most = Math.max(0, ...compared.map(({ unsaidFiles }) => unsaidFiles));
  if (most === 0) return [];
  return [
    {
      code: 'files-in-shared-layers',
      message: `whether ${most === 1 ? 'one file is' : `${most} files are`} in layers that both images share is not known: those were not read`,
      hint: 'With details set to "full" they are read too.',
    },
  ];
}

/** A pair is one row: the head's numbers, the baseline's beside them; a removed layer has the baseline's. */
function describePair(pair: LayerPair, known: KnownDiskBytes): LayerComparison {
  const describe = (layer: ImageLayer): NonNullable<LayerComparison['baseline']> => ({
    digest: layer.digest,
    diffID: layer.diffID,
    downloadBytes: layer.downloadBytes,
    onDiskBytes: known.get(layer.diffID) ?? null,
  });
  const shown = pair.head ?? pair.baseline;
  return {
    status: pair.status,
    ...describe(shown),
    createdBy: shown.createdBy,
    source: null,
    baseline: pair.head === null || pair.baseline === null ? null : describe(pair.baseline),
  };
}

/** Limits that could not be checked, or whose platform nobody has, unless the plan has said so. */
function noteBudgets(
  { rules, head, notes: given }: CompareInput,
  platforms: readonly PlatformComparison[],
  budgets: Comparison['budgets'],
): Note[] {
  if (head.kind === 'failed' || rules.overBudget === 'none') return [];
  const notes: Note[] = [];
  const onDisk = new Set(rules.budgets.filter(({ on }) => on === 'disk').map(({ text }) => text));
  if (budgets.some((budget) => budget.measured === null && onDisk.has(budget.limit))) {
    notes.push({
      code: 'on-disk-unknown',
      message: 'a limit on the size on disk was not checked: not every layer was read',
      hint: 'A limit on the download, max-size or max-increase, needs no layer to be read.',
    });
  }
  const isSaid = given.some(({ code }) => code === 'budget-without-platform');
  for (const { platform, text } of isSaid ? [] : rules.budgets) {
    if (platform !== null && !platforms.some((candidate) => candidate.platform === platform)) {
      notes.push({
        code: 'budget-without-platform',
        message: `"${text}" was not checked: the image has no platform ${platform}`,
        hint: `The image has ${platforms.map((candidate) => candidate.platform).join(', ')}.`,
      });
    }
  }
  return notes;
}

/** What `ignore-error` swallowed: the build went on without the cache, and nobody would know. A cache that is not there yet is none. */
function noteCache(build: BuildRecord | null): Note[] {
  const errors = new Set((build?.cache.errors ?? []).filter((error) => !/\bnot found\b|\b404\b/i.test(error)));
  return [...errors].map((error) => {
    const isDenied = /\b(?:401|403|denied|unauthorized|forbidden|insufficient_scope)\b/i.test(error);
    return {
      code: isDenied ? 'cache-denied' : 'cache-failed',
      message: `the build cache failed, and the build went on without it: ${error}`,
      hint: isDenied
        ? 'The job needs "packages: write" to write a cache on ghcr.io, "packages: read" to read it.'
        : 'The next build may be slower; if it happens again, look at the registry.',
    };
  });
}
