import * as v from 'valibot';
import { DescriptorSchema } from '../descriptor.ts';
import { digestOf } from '../digest-of.ts';
import type { Digest } from '../digest.ts';
import { LIMITS } from '../limits.ts';
import { OCI_INDEX } from '../media-type.ts';
import type { Reference } from '../reference.ts';
import type { Descriptor } from '../source.ts';
import { nextPage } from './next-page.ts';
import { describeCall, type Call, type RegistryClient } from './registry-client.ts';
import { explainAnswer } from './registry-failure.ts';
import type { Answer } from './answer.ts';

/** What points at an image as its `subject`. */
export interface Referrer {
  readonly descriptor: Descriptor;
  /** `null` where the registry does not say. Untrusted text. */
  readonly artifactType: string | null;
}

const TypeSchema = v.object({ artifactType: v.nullish(v.string(), null) });
const IndexSchema = v.object({
  schemaVersion: v.literal(2),
  mediaType: v.nullish(v.literal(OCI_INDEX)),
  // Some write an empty list as Go does: null.
  manifests: v.nullish(
    v.pipe(
      v.array(
        v.pipe(
          v.looseObject({}),
          v.transform((entry) => ({ ...v.parse(TypeSchema, entry), descriptor: v.parse(DescriptorSchema, entry) })),
        ),
      ),
      v.maxLength(LIMITS.indexEntries),
    ),
    [],
  ),
});

/**
 * What refers to an image, by the Referrers API (OCI distribution spec, "Listing Referrers"). `null`: this registry has
 * none: it answers 404, redirects to a web page (GHCR), or with something else than an index of referrers (some give the
 * subject itself). Throws `REGISTRY_*` for what is no answer, `CREDENTIALS_INVALID`.
 */
export async function fetchReferrers(
  client: RegistryClient,
  { registry, repository }: Pick<Reference, 'registry' | 'repository'>,
  subject: Digest,
): Promise<Referrer[] | null> {
  const call = {
    method: 'GET',
    registry,
    repository,
    what: `the referrers of ${registry}/${repository}@${subject}`,
    access: 'pull',
    headers: { accept: OCI_INDEX },
    maxBytes: LIMITS.manifestBytes,
    followsRedirects: false,
  } satisfies Omit<Call, 'path'>;
  const referrers: Referrer[] = [];
  let path: Call['path'] = `/v2/${repository}/referrers/${subject}`;
  for (let pages = 0; pages < LIMITS.referrerPages; pages += 1) {
    const answer = await client.fetch({ ...call, path });
    if (isRefusal(answer.status)) throw explainAnswer(answer, describeCall({ ...call, path }));
    const page = answer.status === 200 ? readPage(answer, subject) : null;
    if (page === null) return pages === 0 ? null : referrers;
    referrers.push(...page);
    const next = nextPage(answer.headers['link'], answer.url);
    if (next === null) return referrers;
    path = next;
  }
  return referrers;
}

/** What says nothing of the API: no right, too many requests, a fault. */
function isRefusal(status: number): boolean {
  return status === 401 || status === 403 || status === 429 || status >= 500;
}

function readPage({ headers, bytes }: Answer, subject: Digest): Referrer[] | null {
  if (headers['content-type']?.split(';')[0]?.trim() !== OCI_INDEX) return null;
  if (digestOf(bytes, subject) === subject) return null;
  try {
    return v.parse(IndexSchema, JSON.parse(Buffer.from(bytes).toString('utf8'))).manifests;
  } catch {
    return null;
  }
}
