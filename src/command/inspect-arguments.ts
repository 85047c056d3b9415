import { parseLevel } from './advise-arguments.ts';
import { parseBase, parseOptions, splitList, type Options } from './common-options.ts';
import { parseWorth } from './worth-arguments.ts';
import { PlimsollError } from '../errors.ts';
import type { AskedUsage } from '../plan/usage.ts';
import type { OptionValues } from './read-words.ts';
import type { Level } from '../advice/rule.ts';

/** What `plimsoll inspect` was asked for. */
export interface InspectArguments extends Options {
  kind: 'inspect';
  reference: string;
  files: boolean;
  layers: boolean;
  depth: number;
  top: number;
  advise: boolean;
  ignored: readonly string[];
  failOn: Level | null;
  /** What it was built on, as the user says; `null`: it is looked for. */
  base: string | null;
  /** `null`: it is not asked. */
  worth: AskedUsage | null;
}

const DEPTH = 2;
const TOP = 10;

/** Throws `USAGE`, naming the word that is wrong. */
export function parseInspectArguments(operands: readonly string[], values: OptionValues): InspectArguments {
  const [reference, ...rest] = operands;
  if (reference === undefined || rest.length > 0) {
    throw new PlimsollError('USAGE', `inspect takes one image; it got ${operands.length}`);
  }
  const options = parseOptions(values);
  const files = values.files === true;
  const advise = values.advise === true;
  const layers = values.layers === true;
  if (layers && !(files && options.output === 'json'))
    throw new PlimsollError('USAGE', '--layers goes with --files and --json');
  for (const option of ['ignore', 'fail-on', 'base'] as const) {
    if (!advise && values[option] !== undefined) throw new PlimsollError('USAGE', `--${option} goes with --advise`);
  }
  return {
    kind: 'inspect',
    reference,
    files,
    layers,
    depth: parseCount('depth', values.depth, files) ?? DEPTH,
    top: parseCount('top', values.top, files) ?? TOP,
    advise,
    ignored: splitList(values.ignore),
    failOn: parseLevel(values['fail-on']),
    base: parseBase('base', values.base),
    worth: parseWorth(values),
    ...options,
  };
}

function parseCount(option: 'depth' | 'top', text: string | undefined, files: boolean): number | null {
  if (text === undefined) return null;
  if (!files) throw new PlimsollError('USAGE', `--${option} goes with --files`);
  if (!/^[0-9]{1,6}$/.test(text))
    throw new PlimsollError('USAGE', `--${option} takes a number; it got ${JSON.stringify(text)}`);
  return Number(text);
}
