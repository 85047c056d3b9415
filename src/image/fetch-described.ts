import { PlimsollError } from '../errors.ts';
import { checkBytes } from './check-bytes.ts';
import type { Descriptor } from './source.ts';

/**
 * What a descriptor points at, within a limit that is looked at first, and held to its size and digest after. Throws
 * `LIMIT_EXCEEDED`, `IMAGE_INVALID`, naming `what`, and what `fetch` throws.
 */
export async function fetchDescribed(
  { digest, size }: Descriptor,
  { maxBytes, what }: { readonly maxBytes: number; readonly what: string },
  fetch: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (size > maxBytes) {
    throw new PlimsollError('LIMIT_EXCEEDED', `${what}: ${digest} has ${size} bytes; ${maxBytes} are read`);
  }
  const bytes = await fetch();
  checkBytes(bytes, { digest, size }, what);
  return bytes;
}
