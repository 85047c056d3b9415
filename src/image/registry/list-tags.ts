import * as v from 'valibot';
import { PlimsollError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Reference } from '../reference.ts';
import { nextPage } from './next-page.ts';
import { describeCall, type Call, type RegistryClient } from './registry-client.ts';
import { explainAnswer, isAbsent } from './registry-failure.ts';

const PageSchema = v.object({ tags: v.nullish(v.array(v.string()), []) });

/**
 * All tags of a repository, as the registry orders them; none where there is no such repository. Throws `REGISTRY_*`,
 * `CREDENTIALS_INVALID`, `LIMIT_EXCEEDED`.
 */
export async function listTags(
  client: RegistryClient,
  { registry, repository }: Pick<Reference, 'registry' | 'repository'>,
): Promise<string[]> {
  const call = {
    method: 'GET',
    registry,
    repository,
    what: `the tags of ${registry}/${repository}`,
    access: 'pull',
    maxBytes: LIMITS.tagPageBytes,
  } satisfies Omit<Call, 'path'>;
  const tags = new Set<string>();
  const list = `/v2/${repository}/tags/list`;
  let path = `${list}?n=${LIMITS.tagsOfPage}`;
  for (let pages = 0; pages < LIMITS.tagPages; pages += 1) {
    let answer = await client.fetch({ ...call, path });
    // Quay refuses pages that are larger than its own (PROJQUAY-6931).
    if (answer.status === 413 && pages === 0) answer = await client.fetch({ ...call, path: list });
    if (isAbsent(answer)) return [...tags];
    if (answer.status !== 200) throw explainAnswer(answer, describeCall({ ...call, path }));
    for (const tag of readPage(answer.bytes, call.what)) tags.add(tag);
    const next = nextPage(answer.headers['link'], answer.url);
    if (next === null) return [...tags];
    // Its query alone: Artifactory leaves the first part of the repository's name out of the path.
    path = `${list}${next.search}`;
  }
  throw new PlimsollError('LIMIT_EXCEEDED', `${call.what} fill more than ${LIMITS.tagPages} pages`);
}

function readPage(bytes: Uint8Array, what: string): string[] {
  let value: unknown = null;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    // Refused below.
  }
  const page = v.safeParse(PageSchema, value);
  if (!page.success) throw new PlimsollError('REGISTRY_INVALID', `${what} came as something else than a list`);
  // What is no tag by the grammar cannot be asked for.
  return page.output.tags.filter((tag) => /^\w[\w.-]{0,127}$/.test(tag));
}
