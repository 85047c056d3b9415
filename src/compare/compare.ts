import { judgeBudgets, type BudgetRules } from './budgets.ts';
import { comparePlatforms, type ComparedPlatform } from './compare-platforms.ts';
import type { Baseline, Comparison, PlatformComparison, Verdict } from './comparison.ts';
import { noteCacheFailures } from './note-cache-failures.ts';
import type { LayerContents } from '../layer/layer-contents.ts';
import { noteOrigins } from './note-origins.ts';
import { noteUnknown } from './note-unknown.ts';
import { noteRepeated } from '../image/note-repeated.ts';
import type { KnownDiskBytes } from './sizes.ts';
import { compareBuilds, type BaselineBuild } from './steps.ts';
import { noteSettings } from './settings-change.ts';
import type { WrittenCache } from './written-cache.ts';
import { decideVerdict } from './verdict.ts';
import { costImage, type Usage } from '../worth/image-cost.ts';
import type { BuildRecord } from '../build/build-record.ts';
import type { ContextChanges } from '../build/context/context-changes.ts';
import type { ImageOrigin } from '../build/origins/image-origin.ts';
import type { Image } from '../image/image.ts';
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
  /** The cache that the head's build wrote. */
  cache: WrittenCache;
  /** Where both sides' layers come from, a platform each, as far as it is known. */
  origins: { head: readonly ImageOrigin[]; baseline: readonly ImageOrigin[] };
  /** Whether the images were asked, too, what they were built on. */
  isBaseLookedFor: boolean;
  /** What became of the build's own context between the two commits; `null`: not known. */
  changedPaths: ContextChanges | null;
  rules: Pick<BudgetRules, 'budgets' | 'overBudget' | 'countDrift' | 'isOverridden'>;
  /** Uncompressed bytes of layers, as far as they are known exactly. */
  knownDiskBytes: KnownDiskBytes;
  /** What is in the layers that were read. */
  contents: LayerContents;
  /** Of the head, as they were found. */
  findings: Comparison['findings'];
  vulnerabilities: Comparison['vulnerabilities'];
  /** How often it is pulled, and what that costs; `null`: nobody said. */
  usage: Usage | null;
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
  const pairs = head === null ? [] : comparePlatforms(baseline, head, input);
  const platforms = pairs.map(({ platform }) => platform);
  const made = judgeMade(input, platforms);
  const budgets = judgeBudgets(platforms, {
    ...input.rules,
    isBaselineExact: input.baseline.kind !== 'found' || input.baseline.isExact,
    withoutBaseline: made.verdict === 'pass' ? null : made.verdict,
  });
  const settings = noteSettings(baseline, head);
  const compared: Omit<Comparison, 'notes'> = {
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
    build: compareBuild(input, head),
    findings: input.findings,
    vulnerabilities: input.vulnerabilities,
    cost: head === null || input.usage === null ? null : costImage(baseline, head, input.usage),
    budgets,
    verdict: decideVerdict([made.verdict, ...budgets.map((budget) => budget.verdict)]),
  };
  const notes = [
    ...made.notes,
    ...input.notes,
    ...(settings === null ? [] : [settings]),
    ...(baseline === null ? [] : noteRepeated('the baseline', baseline)),
    ...(head === null ? [] : noteRepeated('the head', head)),
    ...noteOrigins(pairs, input.isBaseLookedFor),
    ...noteUnsaid(pairs),
    ...noteUnreadPackages(pairs),
    ...noteBudgets(input, platforms, budgets),
    ...noteCacheFailures(input.build.head?.cache.failures ?? []),
  ];
  return { ...compared, notes: [...notes, ...noteUnknown(compared, notes)] };
}

function compareBuild(
  { build, cache, head, origins, changedPaths }: CompareInput,
  image: Image | null,
): Comparison['build'] {
  if (build.head === null) return null;
  return compareBuilds(build.head, build.baseline, {
    image,
    isPushed: head.pushed,
    written: cache,
    changes: changedPaths,
    unnamed: { head: nameOnly(origins.head), baseline: nameOnly(origins.baseline) },
  });
}

/** The platform of an image that has one. */
function nameOnly(origins: readonly ImageOrigin[]): string | null {
  const [only, ...others] = origins;
  return others.length === 0 ? (only?.platform ?? null) : null;
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

function noteUnreadPackages(compared: readonly ComparedPlatform[]): Note[] {
  if (!compared.some(({ isRpmUnread }) => isRpmUnread)) return [];
  return [
    {
      code: 'packages-not-read',
      message: 'which rpm packages changed is not known: their database was not read',
      hint: 'It is damaged, too large, was left in the midst of a change, or is known by an index that an earlier version wrote. The sizes hold without it, and changed files are told as far as layers were read.',
    },
  ];
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
