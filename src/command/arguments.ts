import { parseAdviseArguments, type AdviseArguments } from './advise-arguments.ts';
import { parseOptions, type Options } from './common-options.ts';
import { parseCompareArguments, type CompareArguments } from './compare-arguments.ts';
import { parseInitArguments, type InitArguments } from './init-arguments.ts';
import { parseInspectArguments, type InspectArguments } from './inspect-arguments.ts';
import { readOperand } from './operand.ts';
import { readWords, type Words } from './read-words.ts';
import { PlimsollError } from '../errors.ts';

/** What the command line asks for, checked as far as its form goes. */
export type Arguments =
  | Exclude<Words, { kind: 'command' }>
  | { kind: 'demo' }
  | AdviseArguments
  | CompareArguments
  | InitArguments
  | InspectArguments
  | RecordArguments
  | TimelineArguments;

export type RecordArguments = { kind: 'record'; reference: string } & Options;
export type TimelineArguments = { kind: 'timeline'; build: string } & Options;

/** Command line to `Arguments`. Throws `USAGE`, naming the word that is wrong. */
export function parseArguments(words: readonly string[]): Arguments {
  const read = readWords(words);
  if (read.kind !== 'command') return read;
  const { command, operands, values } = read;
  switch (command) {
    case 'compare':
      return parseCompareArguments(operands, values);
    case 'inspect':
      return parseInspectArguments(operands, values);
    case 'record':
      return { kind: command, reference: readOperand(command, operands, 'image', null), ...parseOptions(values) };
    case 'timeline':
      return { kind: command, build: readOperand(command, operands, 'build', ''), ...parseOptions(values) };
    case 'advise':
      return parseAdviseArguments(operands, values);
    case 'init':
      return parseInitArguments(operands, values);
    case 'demo':
      if (operands.length > 0) throw new PlimsollError('USAGE', 'demo takes no image');
      return { kind: command };
  }
}
