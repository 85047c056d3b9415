import { PlimsollError } from '../errors.ts';

/** What follows `build:`, taken apart. */
export interface BuildName {
  /** `null`: the current builder. */
  readonly builder: string | null;
  /** `null`: the last build. */
  readonly id: string | null;
}

/** BuildKit's: 25 digits in base 36. */
const BUILD_ID = /^[a-z0-9]{25}$/;
const BUILDER = /^[A-Za-z0-9][\w.+-]{0,127}$/;

/**
 * ``, `ID`, `BUILDER/`, `BUILDER/ID`, and `BUILDER/NODE/ID` as Buildx prints it. Throws `INPUT_INVALID` about `text`, with
 * `forms` for what there is.
 */
export function parseBuildName(rest: string, text: string, forms: string): BuildName {
  const parts = rest.split('/');
  const id = parts.at(-1) ?? '';
  const builder = parts.length === 1 ? null : (parts[0] ?? '');
  if (parts.length > 3 || (builder !== null && !BUILDER.test(builder))) throw refuse(text, 'names no build', forms);
  if (id !== '' && !BUILD_ID.test(id)) {
    const hint =
      builder === null && BUILDER.test(id) ? `The last build of the builder ${id} is "build:${id}/".` : forms;
    throw refuse(text, 'has no ID of a build in it; one has 25 letters and digits', hint);
  }
  return { builder, id: id === '' ? null : id };
}

function refuse(text: string, why: string, hint: string): PlimsollError {
  return new PlimsollError('INPUT_INVALID', `${JSON.stringify(text.slice(0, 200))} ${why}`, { hint });
}
