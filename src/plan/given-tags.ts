import { formatReference } from '../image/reference.ts';
import { parseList } from './csv.ts';
import { parseInputReference } from './input-reference.ts';
import { invalidInput } from './invalid-input.ts';

const FORM = 'full references with a tag, as in ghcr.io/acme/api:edge, one per line';

const RULE_HINT =
  'That is a rule of docker/metadata-action: run it in a step before, and hand over what it makes, ' +
  'as in "tags: ${{ steps.meta.outputs.tags }}".';

/** Input `tags`: full references. `null` where none was given. Throws `INPUT_INVALID`. */
export function parseGivenTags(input: string, text: string): string[] | null {
  const values = parseList(text);
  const rule = values.find((value) => /^type\s*=/.test(value));
  if (rule !== undefined) throw invalidInput(input, rule, FORM, RULE_HINT);
  const tags = values.map((value) => parseTag(input, value));
  return tags.length === 0 ? null : [...new Set(tags)];
}

function parseTag(input: string, text: string): string {
  const reference = parseInputReference(input, text, FORM);
  if (reference.tag === null || reference.digest !== null) throw invalidInput(input, text, FORM);
  return formatReference(reference);
}
