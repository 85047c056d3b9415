import { isDigest } from '../image/digest.ts';
import { formatReference } from '../image/reference.ts';
import { parseInputReference } from './input-reference.ts';
import { invalidInput } from './invalid-input.ts';

/** Input `baseline`, by form. */
export type BaselineInput =
  | { kind: 'auto' }
  | { kind: 'release' }
  /** 40 hexadecimal digits, 64 in a repository of SHA-256. */
  | { kind: 'commit'; commit: string }
  /** In the image's own repository. */
  | { kind: 'tag'; tag: string }
  | { kind: 'digest'; digest: string }
  /** Whole: with a tag or a digest. */
  | { kind: 'reference'; reference: string };

const FORM = 'auto, release, a commit of 40 hexadecimal digits, a tag, a reference with a tag or a digest, or a digest';

/** Throws `INPUT_INVALID`. */
export function parseBaselineInput(input: string, text: string): BaselineInput {
  if (text === 'auto' || text === 'release') return { kind: text };
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) return { kind: 'commit', commit: text };
  if (isDigest(text)) return { kind: 'digest', digest: text };
  if (/^\w[\w.-]{0,127}$/.test(text)) return { kind: 'tag', tag: text };
  // Half a digest would be read as a tag of Docker Hub's repository "sha256".
  if (/^sha\d+:/.test(text)) throw invalidInput(input, text, FORM);
  return { kind: 'reference', reference: parseWholeReference(input, text) };
}

function parseWholeReference(input: string, text: string): string {
  const reference = parseInputReference(input, text, FORM);
  if (reference.tag === null && reference.digest === null)
    throw invalidInput(input, text, FORM, 'Add a tag or a digest.');
  return formatReference(reference);
}
