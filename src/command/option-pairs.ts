import { PlimsollError } from '../errors.ts';
import type { OptionName } from './options.ts';
import type { OptionValues } from './read-words.ts';

/** Throws `USAGE` where both were given. */
export function refuseTogether(values: OptionValues, one: OptionName, other: OptionName): void {
  if (values[one] === undefined || values[other] === undefined) return;
  throw new PlimsollError('USAGE', `--${one} and --${other} exclude each other`);
}

/** Throws `USAGE` where one was given without the other, which it says more of. */
export function refuseAlone(values: OptionValues, one: OptionName, other: OptionName): void {
  if (values[one] === undefined || values[other] !== undefined) return;
  throw new PlimsollError('USAGE', `--${one} goes with --${other}`);
}
