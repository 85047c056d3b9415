import { PlimsollError } from '../errors.ts';

/** An archive that is none, or breaks its own rules. */
export function invalidTar(what: string, why: string): PlimsollError {
  return new PlimsollError('IMAGE_INVALID', `${what} ${why}`);
}
