import { findBaseline } from '../../src/baseline/find-baseline.ts';
import { openBaselineRegistry } from '../../src/baseline/open-registry.ts';
import { parseDigest } from '../../src/image/digest.ts';
import { readImage } from '../../src/image/read-image.ts';
import { parseReference } from '../../src/image/reference.ts';
import { fetchManifest } from '../../src/image/registry/fetch-manifest.ts';
import { fetchReferrers } from '../../src/image/registry/fetch-referrers.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import { openRegistrySource } from '../../src/image/registry/registry-source.ts';
import { openBranchHistory } from '../../src/publish/branch-history.ts';
import { openTagRegistry } from '../../src/publish/tag-registry.ts';
import { writeTags, type PushedImage, type WrittenTags } from '../../src/publish/write-tags.ts';
import { fetchRecord } from '../../src/record/fetch-record.ts';
import { writeRecord } from '../../src/record/write-record.ts';

/**
 * What a run does in a registry, from the baseline to the tags, in a process of its own, since Node reads certificates and
 * proxies when it starts. `node registry-kind-story.ts IMAGE COMMIT DIGEST…`: the images of DIGEST are those of two
 * builds that were pushed; prints what came of each act as JSON.
 */
const [image = '', commit = '', first = '', second = ''] = process.argv.slice(2);
const client = new RegistryClient({ env: process.env, retry: { attempts: 2, firstRetryMs: 1 } });
const repository = parseReference(image);
const tags = openTagRegistry(client, { path: 'docker', env: process.env }, '');

const places = { registry: openBaselineRegistry(client, image), github: null, image, workflow: null };
const baseline = await findBaseline({ kind: 'commit', commit, branchTag: 'main', why: '' }, places);
const acts: Record<string, unknown> = { baseline };
if (first !== '') {
  const digest = parseDigest(first);
  const head = await readImage(openRegistrySource(client, { ...repository, digest }));
  const subject = await fetchManifest(client, repository, { digest });
  if (head === null || subject === null) throw new Error(`${first} is not there`);
  const record = {
    schemaVersion: 1,
    plimsoll: '0.0.0',
    name: 'api',
    image: digest,
    commit,
    createdAt: '2026-11-25T07:36:39.000Z',
    build: null,
    origins: [],
    advice: null,
    platforms: [],
  } as const;
  const about = { mediaType: subject.mediaType, digest, size: subject.bytes.length };
  acts['head'] = head.platforms.length;
  acts['recorded'] = await writeRecord(client, repository, about, record);
  acts['recordedAgain'] = await writeRecord(client, repository, about, record);
  acts['record'] = await fetchRecord(client, repository, digest);
  acts['referrers'] = (await fetchReferrers(client, repository, digest))?.length ?? null;
  acts['tagged'] = await tag(first);
  acts['taggedAgain'] = await tag(first);
  acts['moved'] = await tag(second);
}
client.close();
process.stdout.write(JSON.stringify(acts));

async function tag(text: string): Promise<unknown> {
  const digest = parseDigest(text);
  const pushed: PushedImage = {
    ...{ repository: image, digest, name: 'api', commit },
    fetchManifest: async () => await fetchManifest(client, repository, { digest }),
  };
  const { written, kept, notes, errors }: WrittenTags = await writeTags(
    [
      { reference: `${image}:main`, write: 'always' },
      { reference: `${image}:sha-${'e'.repeat(40)}`, write: 'once' },
      { reference: `${image}:latest`, write: 'if-highest', prefix: '', version: '9.9.9' },
    ],
    pushed,
    tags,
    openBranchHistory(null),
  );
  return { written, kept, notes, errors: errors.map(({ code, message, hint }) => ({ code, message, hint })) };
}
