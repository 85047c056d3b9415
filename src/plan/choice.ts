import { invalidInput } from './invalid-input.ts';

/** One of a closed set of words. Throws `INPUT_INVALID` with the set. */
export function parseChoice<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text.trim());
  if (found === undefined) throw invalidInput(name, text, listWords(words));
  return found;
}

/** YAML 1.2 core schema; build-push-action reads its booleans so too. */
export function parseBoolean(name: string, text: string): boolean {
  const found = readBoolean(text.trim());
  if (found === null) throw invalidInput(name, text, 'true or false');
  return found;
}

/** A boolean or another word: `auto`, `read`, … */
export function parseBooleanOr<Word extends string>(
  name: string,
  text: string,
  words: readonly Word[],
): boolean | Word {
  const found = readBoolean(text.trim()) ?? words.find((word) => word === text.trim());
  if (found === undefined) throw invalidInput(name, text, listWords([...words, 'true', 'false']));
  return found;
}

function readBoolean(text: string): boolean | null {
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  return null;
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
