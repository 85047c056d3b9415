import { formatReference, parseReference } from './reference.ts';

/** Whether two names of a local image are one: `nginx:1.27` is `docker.io/library/nginx:1.27`; a tag alone is itself only. */
export function isSameName(a: string, b: string): boolean {
  return a === b || (inWhole(a) !== null && inWhole(a) === inWhole(b));
}

function inWhole(text: string): string | null {
  if (!/[:/]/.test(text)) return null;
  try {
    return formatReference(parseReference(text));
  } catch {
    return null;
  }
}
