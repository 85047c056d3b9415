import * as v from 'valibot';
import { LIMITS } from './limits.ts';

type Fetch = (url: unknown, options: unknown) => Promise<Response>;

/** What is taken of any fetch's answer; undici's own class is not Node's global one. */
const ANSWER = v.object({
  status: v.number(),
  statusText: v.string(),
  headers: v.custom<Iterable<[string, string]>>((value) => isObjectWith(value, Symbol.iterator)),
  body: v.nullable(v.custom<AsyncIterable<Uint8Array>>((value) => isObjectWith(value, Symbol.asyncIterator))),
});

const OPTIONS = v.looseObject({
  method: v.optional(v.string(), 'GET'),
  headers: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** The fetch standard's "null body status". */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** Where a server sends the reader of a page on; a POST that is sent on is not repeated. */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 307, 308]);

/**
 * A fetch that reads the whole answer, `limitBytes` at most: a cut or endless body is an error, not half a text. A GET is
 * redirected on its own origin, as GitHub does for a repository that got another name, and to others over https, as for
 * artifacts: without the token, which is for the first.
 */
export function boundedFetch(fetch: (...args: unknown[]) => unknown, limitBytes: number): Fetch {
  return async (url, options) => {
    const answer = await follow(fetch, String(url), v.parse(OPTIONS, options));
    const bytes = await readBody(answer.body, limitBytes);
    return new Response(WITHOUT_BODY.has(answer.status) ? null : bytes, {
      status: answer.status,
      statusText: answer.statusText,
      headers: [...answer.headers],
    });
  };
}

async function follow(
  fetch: (...args: unknown[]) => unknown,
  first: string,
  options: v.InferOutput<typeof OPTIONS>,
): Promise<v.InferOutput<typeof ANSWER>> {
  let url = first;
  let { headers } = options;
  for (let hops = 0; ; hops += 1) {
    const answer = v.parse(ANSWER, await fetch(url, { ...options, headers, redirect: 'manual' }));
    const location = new Map(answer.headers).get('location');
    if (!REDIRECTS.has(answer.status) || location === undefined || options.method !== 'GET') return answer;
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    const isOwn = next?.origin === new URL(url).origin;
    if (next === null || (!isOwn && next.protocol !== 'https:') || hops === LIMITS.redirects) {
      throw new Error(`redirected (${answer.status}), not followed`);
    }
    // The connection waits for somebody to read it.
    await readBody(answer.body, LIMITS.answerBytes);
    if (!isOwn) headers = withoutToken(headers);
    url = next.href;
  }
}

function withoutToken(headers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'));
}

async function readBody(body: AsyncIterable<Uint8Array> | null, limitBytes: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > limitBytes) throw new Error(`the answer is longer than ${limitBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isObjectWith(value: unknown, symbol: symbol): boolean {
  return typeof value === 'object' && value !== null && symbol in value;
}
