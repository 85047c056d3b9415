import * as v from 'valibot';

type Fetch = (url: unknown, options: unknown) => Promise<Response>;

/** What is taken of any fetch's answer; undici's own class is not Node's global one. */
const ANSWER = v.object({
  status: v.number(),
  statusText: v.string(),
  headers: v.custom<Iterable<[string, string]>>((value) => isObjectWith(value, Symbol.iterator)),
  body: v.nullable(v.custom<AsyncIterable<Uint8Array>>((value) => isObjectWith(value, Symbol.asyncIterator))),
});

/** The fetch standard's "null body status". */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/** A fetch that reads the whole answer, `limitBytes` at most: a cut or endless body is an error, not half a text. */
export function boundedFetch(fetch: (...args: unknown[]) => unknown, limitBytes: number): Fetch {
  return async (url, options) => {
    const answer = v.parse(ANSWER, await fetch(url, options));
    const bytes = await readBody(answer.body, limitBytes);
    return new Response(WITHOUT_BODY.has(answer.status) ? null : bytes, {
      status: answer.status,
      statusText: answer.statusText,
      headers: [...answer.headers],
    });
  };
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
