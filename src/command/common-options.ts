import { PlimsollError } from '../errors.ts';
import { refuseTogether } from './option-pairs.ts';
import type { OptionValues } from './read-words.ts';

/** What most commands take. */
export interface Options {
  output: 'text' | 'json' | 'markdown';
  platforms: readonly string[];
  color: 'auto' | 'always' | 'never';
  quiet: boolean;
  verbose: boolean;
}

/** Throws `USAGE`. */
export function parseOptions(values: OptionValues): Options {
  refuseTogether(values, 'json', 'markdown');
  return {
    output: values.json === true ? 'json' : values.markdown === true ? 'markdown' : 'text',
    platforms: splitList(values.platform),
    color: parseColor(values.color),
    quiet: values.quiet === true,
    verbose: values.verbose === true,
  };
}

/** Throws `USAGE`. */
export function parseColor(text = 'auto'): Options['color'] {
  if (text === 'auto' || text === 'always' || text === 'never') return text;
  throw new PlimsollError('USAGE', `--color takes auto, always or never; it got ${JSON.stringify(text)}`);
}

/** What is named once or more, several divided by commas. */
export function splitList(texts: readonly string[] = []): string[] {
  return texts.flatMap((text) => text.split(',')).flatMap((text) => text.trim() || []);
}

/** What takes an image; `null`: it was not given. Throws `USAGE`. */
export function parseBase(option: string, text: string | undefined): string | null {
  if (text === '') throw new PlimsollError('USAGE', `--${option} takes an image`);
  return text ?? null;
}
