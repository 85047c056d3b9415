import { parseBase, parseOptions, type Options } from './common-options.ts';
import { parseWorth, type WorthArguments } from './worth-arguments.ts';
import { PlimsollError } from '../errors.ts';
import type { OptionValues } from './read-words.ts';
import type { ReportFiles } from './read-vulnerabilities.ts';

/** What `plimsoll compare` was asked for. */
export interface CompareArguments extends Options {
  kind: 'compare';
  baseline: string;
  head: string;
  limits: readonly Limit[];
  html: string | null;
  details: Details;
  /** What each side was built on, as the user says; `null`: it is looked for. */
  bases: { baseline: string | null; head: string | null };
  /** `null`: it is not asked. */
  worth: WorthArguments | null;
  /** Reports of scanners; `null`: none. */
  vulnerabilities: ReportFiles | null;
}

export interface Limit {
  option: 'max-size' | 'max-increase';
  text: string;
}

/** Which layers are read: those that one side only has, none, all. */
type Details = 'auto' | 'sizes' | 'full';

/** Throws `USAGE`, naming the word that is wrong. */
export function parseCompareArguments(operands: readonly string[], values: OptionValues): CompareArguments {
  const [baseline, head, ...rest] = operands;
  if (baseline === undefined || head === undefined || rest.length > 0) {
    throw new PlimsollError('USAGE', `compare takes two images, BASELINE and HEAD; it got ${operands.length}`);
  }
  const { html = null } = values;
  if (html === '') throw new PlimsollError('USAGE', '--html takes a file');
  return {
    kind: 'compare',
    baseline,
    head,
    limits: [
      ...(values['max-size'] ?? []).map((text): Limit => ({ option: 'max-size', text })),
      ...(values['max-increase'] ?? []).map((text): Limit => ({ option: 'max-increase', text })),
    ],
    html,
    details: parseDetails(values.details),
    bases: {
      baseline: parseBase('baseline-base', values['baseline-base']),
      head: parseBase('head-base', values['head-base']),
    },
    worth: parseWorth(values),
    vulnerabilities: parseReports(values),
    ...parseOptions(values),
  };
}

function parseDetails(text = 'auto'): Details {
  if (text === 'auto' || text === 'sizes' || text === 'full') return text;
  throw new PlimsollError('USAGE', `--details takes auto, sizes or full; it got ${JSON.stringify(text)}`);
}

function parseReports(values: OptionValues): ReportFiles | null {
  const { 'baseline-vulnerabilities': baseline, 'head-vulnerabilities': head } = values;
  if (baseline === undefined && head === undefined) return null;
  if (baseline === undefined || head === undefined) {
    throw new PlimsollError('USAGE', '--baseline-vulnerabilities and --head-vulnerabilities go together');
  }
  return { baseline, head };
}
