import { resolve } from 'node:path';
import { formatJson } from './format-json.ts';
import { nameImage } from './name-image.ts';
import { openPlaces } from './places.ts';
import { startProgress, type Progress } from './progress.ts';
import { readOrigins } from './read-origins.ts';
import { openIndexes, readRecords } from './read-records.ts';
import { readSide, type Side } from './side.ts';
import { tellNotes } from './tell-notes.ts';
import { titleSide } from './title-side.ts';
import { useColor } from './use-color.ts';
import { readRevision } from '../baseline/tagged-image.ts';
import { compare, type CompareInput } from '../compare/compare.ts';
import { isOfUnknown } from '../compare/note-unknown.ts';
import { failsJob } from '../compare/verdict.ts';
import { assertNever } from '../errors.ts';
import { parseBudgets } from '../plan/parse-budgets.ts';
import { parsePlatformList } from '../plan/platform-list.ts';
import { renderTerminal } from '../report/terminal.ts';
import { findReason } from '../report/why-not-compared.ts';
import type { CompareArguments, Limit } from './compare-arguments.ts';
import type { Terminal } from './terminal.ts';
import type { TracedSides } from '../baseline/trace-sides.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Budget } from '../plan/budget.ts';
import type { FoundRecord } from '../record/fetch-record.ts';
import type { DifferingLayers } from '../layer/read-layers.ts';
import type { LayerIndexes } from '../layer/layer-indexes.ts';
import type { ReportContext } from '../report/report-context.ts';

/** Of layers that are read under `--details auto`, as `max-read` of the action has it by default. */
const MOST_LAYER_BYTES = 500_000_000;

/**
 * `plimsoll compare BASELINE HEAD`: reads both side by side, compares and prints. Gives the exit code: 0, 1 over a budget,
 * 3 where no platform could be compared. Throws `INPUT_INVALID` before anything is read, and what reading throws.
 */
export async function runCompare(asked: CompareArguments, terminal: Terminal): Promise<0 | 1 | 3> {
  const budgets = [...parseLimits(asked.limits, 'max-size'), ...parseLimits(asked.limits, 'max-increase')];
  const platforms = parsePlatformList('--platform', asked.platforms.join());
  const places = openPlaces(terminal, asked);
  const progress = startProgress(terminal, asked);
  try {
    // What is wrong with them is told before anything is read.
    const reports = await readReports(asked, terminal);
    const options = { platforms, withBuild: true, withRecord: false };
    const [baseline, head] = await Promise.all([
      readSide({ role: 'the baseline', text: asked.baseline, ...options }, places, progress),
      readSide({ role: 'the head', text: asked.head, ...options }, places, progress),
    ]);
    const records = await progress.follow('records', readRecords(baseline, head, asked.details, places));
    const indexes = await openIndexes(baseline, head, records, places);
    const [told, layers] = await Promise.all([
      progress.follow('bases', readOrigins(baseline, head, asked, records, places, terminal.env)),
      readLayers(
        { ...baseline, indexes: indexes.baseline },
        { ...head, indexes: indexes.head },
        asked.details,
        progress,
      ),
    ]);
    progress.end();
    const usage = asked.worth === null ? null : (await import('../worth/prices.ts')).priceUsage(asked.worth);
    const comparison = compare(
      describeInput(
        baseline,
        head,
        budgets,
        {
          ...told,
          record: records.baseline,
          isBaseLookedFor: asked.details !== 'sizes',
          vulnerabilities: reports,
          usage,
        },
        layers,
      ),
    );
    await show(comparison, describeContext(titleSide(asked.baseline, baseline)), asked, terminal);
    if (failsJob(comparison, false)) return 1;
    return comparison.verdict === 'not-compared' ? 3 : 0;
  } finally {
    progress.end();
    places.close();
  }
}

async function readReports(
  { vulnerabilities }: CompareArguments,
  { directory }: Terminal,
): Promise<Comparison['vulnerabilities']> {
  if (vulnerabilities === null) return null;
  const [{ readReports: read }, { readBoundedFile }] = await Promise.all([
    import('../worth/read-reports.ts'),
    import('../bounded-file.ts'),
  ]);
  return await read(vulnerabilities, '--', (path, ...rest) => readBoundedFile(resolve(directory, path), ...rest));
}

function parseLimits(limits: readonly Limit[], option: Limit['option']): Budget[] {
  const lines = limits.filter((limit) => limit.option === option).map(({ text }) => text);
  return parseBudgets(option, lines.join('\n'));
}

type SideToRead = Side & { readonly indexes: LayerIndexes | null };

/** Loaded only where a layer is read: without it, sizes are there sooner. */
async function readLayers(
  baseline: SideToRead,
  head: SideToRead,
  details: CompareArguments['details'],
  progress: Progress,
): Promise<DifferingLayers> {
  if (details === 'sizes') return { contents: new Map(), knownDiskBytes: new Map(), notes: [] };
  const { readDifferingLayers } = await import('../layer/read-layers.ts');
  const toRead = ({ image, source, indexes }: SideToRead) => ({ image, sources: [source], indexes });
  const read = readDifferingLayers(toRead(baseline), toRead(head), { details, maxBytes: MOST_LAYER_BYTES });
  return await progress.follow('layers', read);
}

type Told = TracedSides &
  Pick<CompareInput, 'isBaseLookedFor' | 'vulnerabilities' | 'usage'> & { readonly record: FoundRecord };

function describeInput(
  baseline: Side,
  head: Side,
  budgets: readonly Budget[],
  { record, origins, changes, notes, isBaseLookedFor, vulnerabilities, usage }: Told,
  layers: DifferingLayers,
): CompareInput {
  return {
    ...nameImage(baseline, head),
    head: {
      kind: 'read',
      reference: head.name,
      commit: readRevision(head.image),
      pushed: head.reference !== null,
      image: head.image,
    },
    baseline: {
      kind: 'found',
      reference: baseline.name,
      commit: readRevision(baseline.image),
      image: baseline.image,
      how: 'given',
      distance: null,
      isExact: true,
    },
    findings: null,
    vulnerabilities,
    usage,
    build: {
      head: head.build?.build ?? null,
      baseline: record.kind === 'found' ? record.record.build : (baseline.build?.build ?? null),
    },
    // Who compares by hand did not build just now.
    cache: { blobs: null, before: null, isOfPullRequest: false },
    origins,
    isBaseLookedFor,
    changedPaths: changes,
    rules: { budgets, overBudget: 'fail', countDrift: false, isOverridden: false },
    knownDiskBytes: layers.knownDiskBytes,
    contents: layers.contents,
    notes: [...(head.build?.notes ?? []), ...notes, ...layers.notes],
  };
}

/** Who asks wants to see every byte: nothing is noise. */
function describeContext(baselineTitle: string): ReportContext {
  return {
    subject: 'build',
    baselineTitle,
    baselineWhy: null,
    headSha: null,
    run: null,
    overrideLabel: null,
    overriddenBy: null,
    noise: { bytes: 0, percent: 0 },
  };
}

async function show(
  comparison: Comparison,
  context: ReportContext,
  asked: CompareArguments,
  terminal: Terminal,
): Promise<void> {
  // Where there is no comparison it stands in the text; beside other outputs it is told as all notes are.
  const reason = asked.output === 'text' ? findReason(comparison) : null;
  if (asked.html !== null) {
    const { writePage } = await import('./write-page.ts');
    await writePage(comparison, context, asked.html, terminal);
  }
  switch (asked.output) {
    case 'json':
      await terminal.print(formatJson(comparison));
      break;
    case 'markdown': {
      const { renderComment } = await import('../report/comment/comment.ts');
      const parts = renderComment(comparison, context).map(({ text }) => text.toString());
      await terminal.print(`${parts.join('\n\n')}\n`);
      break;
    }
    case 'text': {
      const options = { color: useColor(asked.color, terminal), width: terminal.columns() ?? Infinity };
      // The other notes go to stderr.
      const shown = { ...comparison, notes: reason === null ? [] : [reason] };
      await terminal.print(renderTerminal(shown, context, options));
      if (asked.worth !== null || asked.vulnerabilities !== null) {
        const { renderWorth } = await import('../report/worth-text.ts');
        await terminal.print(renderWorth(comparison, context, { ...options, isAll: asked.worth !== null }));
      }
      break;
    }
    default:
      assertNever(asked.output);
  }
  const others = comparison.notes.filter((note) => note !== reason && !isOfUnknown(note));
  if (!asked.quiet) await tellNotes(others, terminal);
}
