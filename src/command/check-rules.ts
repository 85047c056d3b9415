import { IMAGE_RULES } from '../advice/image-rules.ts';
import { PlimsollError } from '../errors.ts';

/** Throws `INPUT_INVALID`, naming what is no rule on images. */
export function checkRules(ids: readonly string[]): void {
  const unknown = ids.find((id) => !IMAGE_RULES.some((rule) => rule.id === id));
  if (unknown === undefined) return;
  throw new PlimsollError('INPUT_INVALID', `--ignore: there is no rule ${JSON.stringify(unknown)} on images`);
}
