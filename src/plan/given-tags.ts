import { formatReference, parseReference } from '../image/reference.ts';
import { parseList } from './csv.ts';
import { invalidInput } from './invalid-input.ts';

const FORM = 'full references with a tag, as in ghcr.io/acme/api:edge, one per line';

/** Input `tags`: full references. `null` where none was given. Throws `INPUT_INVALID`. */
export function parseGivenTags(input: string, text: string): string[] | null {
  const tags = parseList(text).map((tag) => parseTag(input, tag));
  return tags.length === 0 ? null : [...new Set(tags)];
}

function parseTag(input: string, text: string): string {
  if (/^type\s*=/.test(text)) {
    const hint =
      'That is a rule of docker/metadata-action: run it in a step before, and hand over what it makes, ' +
      'as in "tags: ${{ steps.meta.outputs.tags }}".';
    throw invalidInput(input, text, FORM, hint);
  }
  const reference = readReference(text);
  if (reference === null || reference.tag === null || reference.digest !== null || !/[/:]/.test(text)) {
    throw invalidInput(input, text, FORM);
  }
  return formatReference(reference);
}

function readReference(text: string): ReturnType<typeof parseReference> | null {
  try {
    return parseReference(text);
  } catch {
    return null;
  }
}
