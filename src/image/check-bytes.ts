import { PlimsollError } from '../errors.ts';
import { digestOf } from './digest-of.ts';
import type { Digest } from './digest.ts';

/**
 * Holds bytes to the digest, and where it is known the size, that they were asked for by. Throws `IMAGE_INVALID`,
 * naming `what`: nothing is concluded from bytes that are not the ones.
 */
export function checkBytes(bytes: Uint8Array, expected: { digest: Digest; size?: number }, what: string): void {
  const { digest, size } = expected;
  if (size !== undefined && bytes.length !== size) {
    throw new PlimsollError('IMAGE_INVALID', `${what}: ${digest} has ${bytes.length} bytes; ${size} were announced`);
  }
  const actual = digestOf(bytes, digest);
  if (actual !== digest) {
    throw new PlimsollError('IMAGE_INVALID', `${what}: the bytes of ${digest} have another digest, ${actual}`);
  }
}
