import { parseArgs } from 'node:util';
import { isCommand, listCommandsWith, OPTION_NAMES, OPTIONS, type CommandName } from './options.ts';
import { PlimsollError, wrapError } from '../errors.ts';

export type OptionValues = ReturnType<typeof parse>['values'];

export type Words =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly command: CommandName | null }
  | {
      readonly kind: 'command';
      readonly command: CommandName;
      readonly operands: readonly string[];
      readonly values: OptionValues;
    };

/** What stands on the command line, options held to those of the command. Throws `USAGE`, naming the word that is wrong. */
export function readWords(words: readonly string[]): Words {
  const { values, positionals } = parse(words);
  const [word, ...operands] = positionals;
  if (values.version === true) return { kind: 'version' };
  if (word === 'help' || values.help === true) {
    const about = word === 'help' ? operands[0] : word;
    return { kind: 'help', command: about !== undefined && isCommand(about) ? about : null };
  }
  if (word === undefined) throw new PlimsollError('USAGE', 'no command was given');
  if (!isCommand(word)) throw new PlimsollError('USAGE', `there is no command ${JSON.stringify(word)}`);
  const other = OPTION_NAMES.find((name) => values[name] !== undefined && !listCommandsWith(name).includes(word));
  if (other !== undefined) {
    throw new PlimsollError(
      'USAGE',
      `--${other} is no option of ${word}; it is one of ${listCommandsWith(other).join(', ')}`,
    );
  }
  return { kind: 'command', command: word, operands, values };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw wrapError('USAGE', 'wrong use', error);
  }
}
