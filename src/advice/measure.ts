import { isWithin } from '../dockerfile/paths.ts';
import { mergeLayers, type MergedLayers } from '../layer/merge-layers.ts';
import { GO_BUILD_INFO } from '../layer/packages/text-marks.ts';
import { makeImageSubject, type ImageSubject } from './image-subject.ts';
import { npmDevelopment } from './image-rules/npm-development.ts';
import { BUILD_INPUTS } from './compile-step.ts';
import { sumRecommended } from './recommended-packages.ts';
import { readStripBytes } from './strip-bytes.ts';
import type { Cost } from './cost.ts';
import type { Evidence, MeasuredImage, MeasuredStep } from './evidence.ts';
import type { SubjectLayer } from './image-subject.ts';
import type { Paid } from './paid.ts';

/** Less nobody feels, and clocks do not tell apart. */
const LEAST_MS = 100;
/** Of what steps with cache mounts take: below that nobody has lost anything. */
const LEAST_EMPTY_MS = 10_000;

/** What findings cost on this build and image. `null` for what they do not show: nothing is estimated. */
export function openMeasure({ steps, image, isOnFreshBuilder }: Evidence): (paid: Paid) => Cost | null {
  const contents = image === null ? null : openContents(image);
  return (paid) => {
    switch (paid.kind) {
      case 'steps':
        return costTime(paid.when, timeSteps(steps, paid.lines));
      case 'empty-mounts':
        return costTime('run', isOnFreshBuilder ? timeRan(steps, paid.lines) : null, LEAST_EMPTY_MS);
      case 'emulation':
        return costTime('emulation', timeEmulation(steps, paid.line));
      case 'base':
        return costBytes(image === null ? null : sumBase(image));
      case 'files':
        return costBytes(contents?.sumFiles(paid) ?? null);
      case 'hidden':
        return costBytes(contents?.sumHidden(paid) ?? null);
      case 'recommended':
        return costBytes(contents?.sumRecommended(paid) ?? null);
      case 'build-inputs':
        return costBytes(contents?.sumInputs(paid) ?? null);
      case 'npm-development':
        return costBytes(contents?.sumNpmDevelopment() ?? null);
      case 'symbols':
        return costBytes(contents?.sumSymbols(paid.program) ?? null);
    }
  };
}

function costTime(when: Cost['when'], durationMs: number | null, leastMs = LEAST_MS): Cost | null {
  return durationMs === null || durationMs < leastMs ? null : { when, durationMs, bytes: null };
}

/** A finding that costs no byte is told without a number. */
function costBytes(bytes: number | null): Cost | null {
  return bytes === null || bytes === 0 ? null : { when: 'pull', durationMs: null, bytes };
}

/** Of the platform that waits longest; one where a step's time is not known does not count. */
function timeSteps(steps: readonly MeasuredStep[], lines: readonly number[]): number | null {
  const times = [...new Set(steps.map(({ platform }) => platform))].flatMap((platform) => {
    const own = lines.map((line) => timeLine(steps, line, platform));
    return own.includes(null) ? [] : [own.reduce<number>((sum, ms) => sum + (ms ?? 0), 0)];
  });
  return times.length === 0 ? null : Math.max(...times);
}

/** Of those that ran in this build, on the platform that waits longest. */
function timeRan(steps: readonly MeasuredStep[], lines: readonly number[]): number {
  const ran = steps.filter(({ status, source }) => status === 'ran' && source !== null && lines.includes(source.line));
  const times = [...new Set(ran.map(({ platform }) => platform))].map((platform) =>
    sum(ran.flatMap((step) => (step.platform === platform ? [step.lastRanMs ?? 0] : []))),
  );
  return Math.max(0, ...times);
}

/** `null`: it did not run as far as it is known; a line that two steps are of is an ONBUILD's. */
function timeLine(steps: readonly MeasuredStep[], line: number, platform: string | null): number | null {
  const [step, ...others] = steps.filter((one) => one.platform === platform && one.source?.line === line);
  return step === undefined || others.length > 0 || step.status === 'failed' ? null : step.lastRanMs;
}

function timeEmulation(steps: readonly MeasuredStep[], line: number): number | null {
  const times = steps.flatMap(({ source, status, isEmulated, lastRanMs }) =>
    source?.line === line && status !== 'failed' && lastRanMs !== null ? [{ isEmulated, lastRanMs }] : [],
  );
  const [emulated, native] = [true, false].map((wanted) =>
    times.flatMap(({ isEmulated, lastRanMs }) => (isEmulated === wanted ? [lastRanMs] : [])),
  );
  if (emulated === undefined || native === undefined || emulated.length === 0 || native.length === 0) return null;
  return Math.max(...emulated) - Math.max(...native);
}

function sumBase({ layers, baseLayers }: MeasuredImage): number | null {
  const bytes = layers.slice(0, baseLayers).map(({ diskBytes }) => diskBytes);
  return bytes.includes(null) ? null : bytes.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

interface Contents {
  readonly sumFiles: (paid: Extract<Paid, { kind: 'files' }>) => number | null;
  readonly sumHidden: (paid: Extract<Paid, { kind: 'hidden' }>) => number | null;
  readonly sumRecommended: (paid: Extract<Paid, { kind: 'recommended' }>) => number | null;
  readonly sumInputs: (paid: Extract<Paid, { kind: 'build-inputs' }>) => number | null;
  readonly sumNpmDevelopment: () => number | null;
  readonly sumSymbols: (program: string) => number | null;
}

/** What is asked of the contents of layers; they are merged once, where that is needed. */
function openContents({ layers, baseLayers, settings }: MeasuredImage): Contents {
  let merged: { own: MergedLayers; subject: ImageSubject } | null = null;
  // One that was not read could have written or hidden anything.
  const isRead = layers.slice(baseLayers).every(({ content }) => content !== null);
  const merge = (): { own: MergedLayers; subject: ImageSubject } => {
    if (merged !== null) return merged;
    const read = layers.map(({ content }) => content ?? { entries: [], texts: new Map<string, string>() });
    const own = mergeLayers(read.map(({ entries }) => entries));
    const isPackaged = (): boolean => false;
    merged = { own, subject: makeImageSubject({ layers: read, baseLayers, settings, merged: own, isPackaged }) };
    return merged;
  };
  const placesOf = (line: number): number[] => layers.flatMap((layer, place) => (layer.line === line ? [place] : []));
  const contentOf = (line: number): SubjectLayer | null => {
    const [place, ...others] = placesOf(line);
    return place === undefined || others.length > 0 ? null : (layers[place]?.content ?? null);
  };
  const sumPaths = (line: number, isMeant: (path: string) => boolean): number | null => {
    const entries = contentOf(line)?.entries;
    if (entries === undefined) return null;
    return sum(
      entries.flatMap((entry) =>
        entry.kind === 'entry' && entry.size > 0 && isMeant(entry.path) ? [entry.tarBytes] : [],
      ),
    );
  };
  return {
    sumFiles: ({ line, folders }) => sumPaths(line, (path) => folders.some((folder) => isWithin(path, folder))),
    sumRecommended({ line, named }) {
      const content = contentOf(line);
      return content === null ? null : sumRecommended(content, named);
    },
    sumInputs: ({ line, language }) => sumPaths(line, (path) => BUILD_INPUTS[language].test(path)),
    sumHidden({ line, by, within }) {
      const [writers, hiders] = [placesOf(line), placesOf(by)];
      if (!isRead || writers.length !== 1 || hiders.length !== 1) return null;
      return sum(
        merge().own.wasted.flatMap(({ path, layer, by: hider, tarBytes }) =>
          writers.includes(layer) &&
          hiders.includes(hider) &&
          (within === null || within.some((one) => isWithin(path, one)))
            ? [tarBytes]
            : [],
        ),
      );
    },
    sumNpmDevelopment() {
      if (!isRead) return null;
      return sum(npmDevelopment.check(merge().subject).map(({ bytes }) => bytes ?? 0));
    },
    sumSymbols(program) {
      if (!isRead) return null;
      const { own, textOf } = merge().subject;
      return sum(
        own.flatMap((file) => {
          const text = file.path.endsWith(`/${program}`) ? textOf(file) : null;
          return text?.startsWith(GO_BUILD_INFO) === true ? [readStripBytes(text)] : [];
        }),
      );
    },
  };
}

function sum(bytes: readonly number[]): number {
  return bytes.reduce((total, one) => total + one, 0);
}
