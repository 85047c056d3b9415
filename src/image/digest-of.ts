import { createHash } from 'node:crypto';
import { parseDigest, type Digest } from './digest.ts';

/** The digest of some bytes, by sha256 or the algorithm of `like`. */
export function digestOf(bytes: Uint8Array, like?: Digest): Digest {
  const algorithm = like?.startsWith('sha512:') ? 'sha512' : 'sha256';
  return parseDigest(`${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`);
}
