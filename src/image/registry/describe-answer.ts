import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import type { Answer } from './answer.ts';

const Text = v.nullish(v.string(), '');
const Code = v.object({ code: Text, message: Text });

/** By the distribution specification; zot's for who is not known; of OAuth 2 (RFC 6749, 5.2); Docker Hub's token service. */
const SaidSchema = v.union([
  v.pipe(
    v.object({ errors: v.array(Code) }),
    v.transform(({ errors }) => errors.map(({ code, message }) => `${code}: ${message}`)),
  ),
  v.pipe(
    v.object({ code: v.string(), message: v.string() }),
    v.transform(({ code, message }) => [`${code}: ${message}`]),
  ),
  v.pipe(
    v.object({ error: v.string(), error_description: Text }),
    v.transform((said) => [said.error, said.error_description].filter((word) => word !== '')),
  ),
  v.pipe(
    v.object({ details: v.string() }),
    v.transform(({ details }) => [details]),
  ),
]);

/** Status and the registry's own words, bounded. Untrusted text. */
export function describeAnswer(answer: Answer): string {
  return [answer.status, ...readWords(answer).slice(0, 3)].join(', ').slice(0, LIMITS.reasonCharacters);
}

/** Whether it is a page for people, as a web server or a proxy gives it. */
export function isHtml({ headers, bytes }: Answer): boolean {
  if (headers['docker-distribution-api-version'] !== undefined) return false;
  return (
    /^text\/html\b/i.test(headers['content-type'] ?? '') || /^\s*</.test(Buffer.from(bytes.subarray(0, 64)).toString())
  );
}

/** A web page says nothing here; docker_auth says one line of plain text. */
function readWords(answer: Answer): readonly string[] {
  const text = Buffer.from(answer.bytes).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const isPlain = /^text\/plain\b/i.test(answer.headers['content-type'] ?? '') && !isHtml(answer);
    const line = isPlain ? (text.trim().split('\n', 1)[0]?.trim() ?? '') : '';
    return line === '' ? [] : [line];
  }
  const said = v.safeParse(SaidSchema, value);
  return said.success ? said.output : [];
}
