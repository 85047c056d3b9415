import { PlimsollError } from '../errors.ts';
import { parseGivenReference } from '../image/reference.ts';
import { invalidInput } from './invalid-input.ts';
import type { Reference } from '../image/reference.ts';

/** A reference that stands in an input. Throws `INPUT_INVALID`, naming the input, what it takes, and what is wrong. */
export function parseInputReference(input: string, text: string, takes: string): Reference {
  try {
    return parseGivenReference(text);
  } catch (error) {
    throw invalidInput(input, text, takes, error instanceof PlimsollError ? `${error.message}. ${error.hint}` : '');
  }
}
