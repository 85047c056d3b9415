import { PlimsollError } from '../errors.ts';
import type { CommandName } from './options.ts';

/** The one operand of a command, which takes `what`; `null`: it has to be given. Throws `USAGE`. */
export function readOperand(
  command: CommandName,
  operands: readonly string[],
  what: string,
  byDefault: string | null,
): string {
  const [operand = byDefault, ...rest] = operands;
  if (operand !== null && rest.length === 0) return operand;
  throw new PlimsollError('USAGE', `${command} takes one ${what}; it got ${operands.length}`);
}
