import { parseLevel } from './advise-arguments.ts';
import { parseBase, parseOptions, splitList, type Options } from './common-options.ts';
import { readOperand } from './operand.ts';
import { refuseAlone, refuseTogether } from './option-pairs.ts';
import { parseWorth } from './worth-arguments.ts';
import { PlimsollError } from '../errors.ts';
import type { AskedUsage } from '../plan/usage.ts';
import type { OptionValues } from './read-words.ts';
import type { Level } from '../advice/rule.ts';

/** What `plimsoll inspect` was asked for. */
export interface InspectArguments extends Omit<Options, 'output'> {
  kind: 'inspect';
  output: 'text' | 'json' | 'sarif';
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
  const reference = readOperand('inspect', operands, 'image', null);
  for (const option of ['ignore', 'fail-on', 'base', 'sarif'] as const) refuseAlone(values, option, 'advise');
  for (const option of ['depth', 'top'] as const) refuseAlone(values, option, 'files');
  // It has findings, and no place for anything else.
  for (const option of ['json', 'files', 'worth'] as const) refuseTogether(values, option, 'sarif');
  const { output, ...options } = parseOptions(values);
  const files = values.files === true;
  const layers = values.layers === true;
  if (layers && !(files && output === 'json'))
    throw new PlimsollError('USAGE', '--layers goes with --files and --json');
  return {
    kind: 'inspect',
    reference,
    files,
    layers,
    depth: parseCount('depth', values.depth) ?? DEPTH,
    top: parseCount('top', values.top) ?? TOP,
    advise: values.advise === true,
    ignored: splitList(values.ignore),
    failOn: parseLevel(values['fail-on']),
    base: parseBase('base', values.base),
    worth: parseWorth(values),
    ...options,
    output: values.sarif === true ? 'sarif' : output === 'json' ? 'json' : 'text',
  };
}

function parseCount(option: 'depth' | 'top', text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[0-9]{1,6}$/.test(text))
    throw new PlimsollError('USAGE', `--${option} takes a number; it got ${JSON.stringify(text)}`);
  return Number(text);
}
