import { PlimsollError } from '../errors.ts';

/** A layer that cannot be unpacked either, or is not the one that was asked for. */
export function invalidLayer(what: string, why: string, cause?: unknown): PlimsollError {
  return new PlimsollError('IMAGE_INVALID', `${what} ${why}`, { cause });
}
