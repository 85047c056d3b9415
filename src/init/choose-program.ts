import { PlimsollError } from '../errors.ts';

/** The one of those that were found; `form` is what `--main` takes. Throws `INPUT_INVALID` where there are several, and `missing` where there is none. */
export function chooseProgram(
  found: readonly string[],
  form: 'CLASS' | 'FILE' | 'NAME' | 'PATH',
  missing: { readonly message: string; readonly hint: string },
): string {
  const [first, ...others] = found;
  if (first === undefined) throw new PlimsollError('INPUT_INVALID', missing.message, { hint: missing.hint });
  if (others.length === 0) return first;
  const what = form === 'FILE' ? 'projects' : 'programs';
  throw new PlimsollError('INPUT_INVALID', `there are several ${what}: ${found.join(', ')}`, {
    hint: `Say which one: --main ${form}. An image is for one.`,
  });
}
