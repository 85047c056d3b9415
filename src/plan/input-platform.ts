import { formatPlatform, parsePlatform } from '../image/platform.ts';
import { invalidInput } from './invalid-input.ts';

/** A platform that stands in an input, normalised. Throws `INPUT_INVALID`, naming the input and what it takes. */
export function parseInputPlatform(input: string, text: string, takes: string): string {
  try {
    return formatPlatform(parsePlatform(text));
  } catch {
    throw invalidInput(input, text, takes);
  }
}
