import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';

/**
 * Bytes from outside to a checked value; they are UTF-8 and within a limit already. Throws `IMAGE_INVALID`, naming
 * `what` it is, and the field that is wrong.
 */
export function parseJson<Output>(
  bytes: Uint8Array,
  schema: v.BaseSchema<unknown, Output, v.BaseIssue<unknown>>,
  what: string,
): Output {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new PlimsollError('IMAGE_INVALID', `${what} is not JSON`, { cause: error });
  }
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? '';
  throw new PlimsollError(
    'IMAGE_INVALID',
    `${what} is malformed${field === '' ? '' : ` at ${field.slice(0, 80)}`}: ${issue.message.slice(0, 160)}`,
  );
}
