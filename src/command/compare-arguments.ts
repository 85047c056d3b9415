import { parseBase, parseOptions, type Options } from './common-options.ts';
import { parseWorth } from './worth-arguments.ts';
import { PlimsollError } from '../errors.ts';
import { pairReports, type VulnerabilityFiles } from '../plan/vulnerability-files.ts';
import type { OptionValues } from './read-words.ts';
import type { AskedUsage } from '../plan/usage.ts';

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
  worth: AskedUsage | null;
  /** Reports of scanners; `null`: none. */
  vulnerabilities: VulnerabilityFiles | null;
}

export interface Limit {
  option: 'max-size' | 'max-increase';
  text: string;
}

/** Which layers are read: those that one side only has, none, all. */
type Details = 'auto' | 'sizes' | 'full';

/** Throws `USAGE` and `INPUT_INVALID`, naming the word that is wrong. */
export function parseCompareArguments(operands: readonly string[], values: OptionValues): CompareArguments {
  const [baseline, head, ...rest] = operands;
  if (baseline === undefined || head === undefined || rest.length > 0) {
    throw new PlimsollError('USAGE', `compare takes two images, BASELINE and HEAD; it got ${operands.length}`);
  }
  const { html = null, 'baseline-vulnerabilities': before = '', 'head-vulnerabilities': after = '' } = values;
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
    vulnerabilities: pairReports({ baseline: before, head: after }, '--'),
    ...parseOptions(values),
  };
}

function parseDetails(text = 'auto'): Details {
  if (text === 'auto' || text === 'sizes' || text === 'full') return text;
  throw new PlimsollError('USAGE', `--details takes auto, sizes or full; it got ${JSON.stringify(text)}`);
}
