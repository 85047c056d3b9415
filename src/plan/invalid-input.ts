import { PlimsollError } from '../errors.ts';

/** How much of a value an error repeats; the rest says nothing more, and a log has limits. */
const SHOWN_CHARACTERS = 160;

/** An input that is not understood: says which, what it got, and what it takes. Code `INPUT_INVALID`. */
export function invalidInput(name: string, got: string, takes: string, hint = ''): PlimsollError {
  return new PlimsollError('INPUT_INVALID', `${name}: got ${quote(got)}; it takes ${takes}`, { hint });
}

/** JSON keeps line breaks and quotes of the value from being read as ours. */
function quote(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${JSON.stringify(text.slice(0, SHOWN_CHARACTERS))}…` : JSON.stringify(text);
}
