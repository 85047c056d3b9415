import { formatReference } from '../image/reference.ts';
import { parseInputReference } from './input-reference.ts';
import { invalidInput } from './invalid-input.ts';

/** Where images or caches are kept: `ghcr.io/acme/api`, without tag or digest. */
export interface Repository {
  /** With its registry, in lower case. */
  text: string;
  /** `ghcr.io`, `docker.io`, `localhost:5000`. */
  registry: string;
  /** The last element of its path: `api`. */
  lastElement: string;
  /** Whether upper case was lowered, which registries do not take. */
  wasLowered: boolean;
}

const FORM = 'a repository without tag, as in ghcr.io/acme/api';

/** Text to repository; upper case is lowered. Throws `INPUT_INVALID`, naming the input. */
export function parseRepository(input: string, text: string): Repository {
  const lowered = text.toLowerCase();
  const reference = parseInputReference(input, lowered, FORM);
  if (reference.tag !== null || reference.digest !== null) {
    throw invalidInput(input, text, FORM, 'Tags go into the input "tags".');
  }
  return {
    text: formatReference(reference),
    registry: reference.registry,
    lastElement: reference.repository.slice(reference.repository.lastIndexOf('/') + 1),
    wasLowered: lowered !== text,
  };
}
