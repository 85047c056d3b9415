import { PlimsollError } from '../errors.ts';

declare const brand: unique symbol;

/** A content digest, `sha256:<64 hex>` or `sha512:<128 hex>` (OCI image spec, descriptor.md). Made by `parseDigest` only. */
export type Digest = string & { readonly [brand]: 'Digest' };

const FORM = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** Whether a text is a digest of an algorithm that registries use. */
export function isDigest(text: string): text is Digest {
  return FORM.test(text);
}

/** Text to digest. Throws `IMAGE_INVALID`, naming `what` it was read from. */
export function parseDigest(text: string, what = 'digest'): Digest {
  if (!isDigest(text)) {
    throw new PlimsollError('IMAGE_INVALID', `${what}: ${JSON.stringify(text.slice(0, 160))} is not a digest`, {
      hint: 'A digest is "sha256:" and 64 hexadecimal digits.',
    });
  }
  return text;
}

/** The first twelve hexadecimal digits, as Docker shows them. */
export function shortDigest(digest: Digest): string {
  return digest.slice(digest.indexOf(':') + 1, digest.indexOf(':') + 13);
}
