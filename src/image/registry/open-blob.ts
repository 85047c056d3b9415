import { PlimsollError } from '../../errors.ts';
import { boundBlob } from '../bound-blob.ts';
import { LIMITS } from '../limits.ts';
import { CutBody } from './exchange.ts';
import { describeCall, type Call, type RegistryClient } from './registry-client.ts';
import { explainAnswer, explainThrown } from './registry-failure.ts';
import type { Reference } from '../reference.ts';
import type { BlobKey } from '../source.ts';
import type { Answer } from './answer.ts';

/**
 * A blob of any size, as it streams: redirects followed and connections shared as for all requests; one that is cut goes
 * on where it was, as often as a request is tried. Throws `REGISTRY_*`, `CREDENTIALS_INVALID`, and while it streams
 * `IMAGE_INVALID` where there is more than was announced.
 */
export async function openBlob(
  client: RegistryClient,
  { registry, repository }: Pick<Reference, 'registry' | 'repository'>,
  blob: BlobKey,
): Promise<AsyncIterable<Uint8Array>> {
  const what = `${registry}/${repository}, blob ${blob.digest}`;
  const call: Call = {
    method: 'GET',
    registry,
    repository,
    path: `/v2/${repository}/blobs/${blob.digest}`,
    what,
    access: 'pull',
    isStreamed: true,
  };
  return boundBlob(resume(client, call, await ask(client, call, 0), blob), blob, what);
}

async function* resume(
  client: RegistryClient,
  call: Call,
  first: Answer,
  { size }: BlobKey,
): AsyncGenerator<Uint8Array> {
  let answer = first;
  let length = 0;
  for (let attempt = 1; ; attempt += 1) {
    // Who does not know of ranges sends it from the start.
    let skip = answer.status === 206 ? 0 : length;
    try {
      for await (const chunk of answer.stream ?? []) {
        const rest = chunk.subarray(Math.min(skip, chunk.length));
        skip -= chunk.length - rest.length;
        if (rest.length === 0) continue;
        length += rest.length;
        yield rest;
      }
      if (length >= size) return;
      throw new CutBody('the answer was cut');
    } catch (error) {
      if (attempt >= LIMITS.attempts) throw explainThrown(error, describeCall(call));
    }
    answer = await ask(client, call, length);
  }
}

async function ask(client: RegistryClient, call: Call, from: number): Promise<Answer> {
  const answer = await client.fetch(from === 0 ? call : { ...call, headers: { range: `bytes=${from}-` } });
  if (answer.status !== 200 && answer.status !== 206) throw explainAnswer(answer, describeCall(call));
  const start = /^bytes (\d+)-/.exec(answer.headers['content-range'] ?? '')?.[1];
  if (answer.status === 206 && Number(start) !== from) {
    throw new PlimsollError(
      'REGISTRY_INVALID',
      `${call.what}: ${answer.url.host} sends another part than was asked for`,
    );
  }
  return answer;
}
