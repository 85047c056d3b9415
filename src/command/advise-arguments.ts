import { parseArgs } from 'node:util';
import { LEVELS } from '../advice/levels.ts';
import { PlimsollError, wrapError } from '../errors.ts';
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
  readonly output: 'text' | 'json' | 'sarif';
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
}

const SEE_HELP = 'See "plimsoll --help".';

/** The words without the command. Throws `USAGE`, naming the word that is wrong. */
export function parseAdviseArguments(words: readonly string[]): AdviseArguments | { kind: 'help' } {
  const { values, positionals } = parse(words);
  if (values.help === true) return { kind: 'help' };
  const [path = '.', ...rest] = positionals;
  if (rest.length > 0) throw usage(`advise takes one folder or Dockerfile; it got ${positionals.length}`);
  if (values.json === true && values.sarif === true) throw usage('--json and --sarif exclude each other');
  if (values.build === true && values.image !== undefined) throw usage('--build and --image exclude each other');
  if (values.image === '') throw usage('--image takes an image');
  const { color = 'auto' } = values;
  if (color !== 'auto' && color !== 'always' && color !== 'never') {
    throw usage(`--color takes auto, always or never; it got ${JSON.stringify(color)}`);
  }
  return {
    kind: 'advise',
    path,
    target: values.target ?? null,
    platforms: splitList(values.platform),
    ignored: splitList(values.ignore),
    failOn: parseLevel(values['fail-on']),
    fix: values.fix === true,
    image: values.build === true ? 'build:' : (values.image ?? null),
    output: values.json === true ? 'json' : values.sarif === true ? 'sarif' : 'text',
    color,
    quiet: values.quiet === true,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        target: { type: 'string' },
        platform: { type: 'string', multiple: true },
        ignore: { type: 'string', multiple: true },
        'fail-on': { type: 'string' },
        fix: { type: 'boolean' },
        build: { type: 'boolean' },
        image: { type: 'string' },
        json: { type: 'boolean' },
        sarif: { type: 'boolean' },
        color: { type: 'string' },
        quiet: { type: 'boolean', short: 'q' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw wrapError('USAGE', 'wrong use', error, SEE_HELP);
  }
}

/** Of `--fail-on`; `null`: it was not given. */
export function parseLevel(text: string | undefined): Level | null {
  const level = LEVELS.find((one) => one === text) ?? null;
  if (text === undefined || level !== null) return level;
  throw usage(`--fail-on takes high, medium or low; it got ${JSON.stringify(text)}`);
}

/** What is named once or more, several divided by commas. */
export function splitList(texts: readonly string[] = []): string[] {
  return texts.flatMap((text) => text.split(',')).flatMap((text) => text.trim() || []);
}

function usage(message: string): PlimsollError {
  return new PlimsollError('USAGE', message, { hint: SEE_HELP });
}
