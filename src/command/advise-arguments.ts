import { LEVELS } from '../advice/levels.ts';
import { parseBase, parseColor, splitList } from './common-options.ts';
import { readOperand } from './operand.ts';
import { refuseTogether } from './option-pairs.ts';
import { PlimsollError } from '../errors.ts';
import type { OptionValues } from './read-words.ts';
import type { Level } from '../advice/rule.ts';

/** What `plimsoll advise` was asked for. */
export interface AdviseArguments {
  readonly kind: 'advise';
  /** A folder or a Dockerfile. */
  readonly path: string;
  readonly target: string | null;
  readonly platforms: readonly string[];
  readonly ignored: readonly string[];
  /** The least level that gives exit code 1; `null`: none does. */
  readonly failOn: Level | null;
  readonly fix: boolean;
  /** REF of an image that was built from the Dockerfile, to measure costs on; `null`: none is asked. */
  readonly image: string | null;
  /** Whether Docker is asked for its own checks. */
  readonly check: boolean;
  readonly output: 'text' | 'json' | 'sarif';
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
}

/** Throws `USAGE`, naming the word that is wrong. */
export function parseAdviseArguments(operands: readonly string[], values: OptionValues): AdviseArguments {
  const path = readOperand('advise', operands, 'folder or Dockerfile', '.');
  refuseTogether(values, 'json', 'sarif');
  refuseTogether(values, 'build', 'image');
  const image = values.build === true ? 'build:' : parseBase('image', values.image);
  return {
    kind: 'advise',
    path,
    target: values.target ?? null,
    platforms: splitList(values.platform),
    ignored: splitList(values.ignore),
    failOn: parseLevel(values['fail-on']),
    fix: values.fix === true,
    image,
    check: values.check === true,
    output: values.json === true ? 'json' : values.sarif === true ? 'sarif' : 'text',
    color: parseColor(values.color),
    quiet: values.quiet === true,
  };
}

/** Of `--fail-on`; `null`: it was not given. */
export function parseLevel(text: string | undefined): Level | null {
  const level = LEVELS.find((one) => one === text) ?? null;
  if (text === undefined || level !== null) return level;
  throw new PlimsollError('USAGE', `--fail-on takes high, medium or low; it got ${JSON.stringify(text)}`);
}
