import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { findOrigins } from '../../../../src/build/origins/find-origins.ts';
import { readImage } from '../../../../src/image/read-image.ts';
import { parseReference } from '../../../../src/image/reference.ts';
import { RegistryClient } from '../../../../src/image/registry/registry-client.ts';
import { openRegistrySource } from '../../../../src/image/registry/registry-source.ts';
import type { ImageOrigin } from '../../../../src/build/origins/image-origin.ts';
import type { OriginSide } from '../../../../src/build/origins/origin-side.ts';
import { describe as describeDocument, ImageStore, type Document } from '../../image/image-store.ts';
import { startStubServer } from '../../image/registry/stub-server.ts';

const ATTESTATION = 'application/vnd.oci.image.manifest.v1+json';
const BASE = ['base', 100] as const;
const MORE = ['more', 50] as const;
const APP = ['app', 10] as const;
const NEXT = ['next', 20] as const;

/** A registry that has every document in every repository, and some under a tag. */
let registry: Awaited<ReturnType<typeof startStubServer>>;
let client: RegistryClient;
let store: ImageStore;
let tags: Map<string, Document>;

beforeAll(async () => {
  registry = await startStubServer(({ path }, response) => {
    const name = path.split('/').at(-1) ?? '';
    const document = store.documents.get(name) ?? tags.get(path.replace(/^\/v2\//, ''));
    if (document === undefined) response.writeHead(404, { 'content-type': 'application/json' }).end('{"errors":[]}');
    else response.writeHead(200, { 'content-type': document.mediaType }).end(document.bytes);
  });
  client = new RegistryClient({ env: {}, retry: { attempts: 1 } });
});

afterAll(async () => {
  client.close();
  await registry.stop();
});

beforeEach(() => {
  store = new ImageStore();
  tags = new Map();
});

const putTag = (repository: string, document: Document): void => {
  tags.set(`${repository}/manifests/1`, document);
};

/** With the digest that its tag stands for, where it stands for anything. */
function putMaterial(uri: string) {
  const sha256 = tags.get(`${/(lib\/[a-z0-9]+)@/.exec(uri)?.[1] ?? ''}/manifests/1`)?.digest.slice('sha256:'.length);
  return { uri, digest: sha256 === undefined ? {} : { sha256 } };
}

/** An index of one platform, with what is stated of how it was built. */
function putProven(layers: readonly (readonly [string, number])[], uris: readonly string[], more = {}): Document {
  const image = store.putImage({ layers, ...more });
  const predicate = { buildDefinition: { resolvedDependencies: uris.map(putMaterial) } };
  const statement = store.put('application/vnd.in-toto+json', { predicate });
  const annotations = { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v1' };
  const attestation = store.put(ATTESTATION, { layers: [describeDocument(statement, { annotations })] });
  return store.putIndex([
    describeDocument(image, { platform: { os: 'linux', architecture: 'amd64' } }),
    describeDocument(attestation, {
      platform: { os: 'unknown', architecture: 'unknown' },
      annotations: {
        'vnd.docker.reference.type': 'attestation-manifest',
        'vnd.docker.reference.digest': image.digest,
      },
    }),
  ]);
}

async function readSide(repository: string, known: readonly ImageOrigin[] = []): Promise<OriginSide> {
  const reference = parseReference(`${registry.host}/${repository}:1`);
  const source = openRegistrySource(client, reference);
  const image = await readImage(source);
  if (image === null) throw new Error(repository);
  return { role: repository, image, source, reference, known };
}

interface Search {
  known: readonly ImageOrigin[];
  longestMs: number;
  /** Where the image is said to be. */
  from: 'registry' | 'ghcr.io';
}

async function find({ known = [], longestMs = 10_000, from = 'registry' }: Partial<Search> = {}) {
  const baseline = await readSide('acme/baseline');
  const head = await readSide('acme/head', known);
  registry.seen.length = 0;
  const place = from === 'registry' ? head.reference : parseReference('ghcr.io/acme/head:1');
  return await findOrigins(baseline, { ...head, reference: place }, () => Promise.resolve(client), longestMs);
}

function url(name: string): string {
  return `pkg:docker/${registry.host}/${name}@1?platform=linux%2Famd64`;
}
const labels = (base: string) => ({ config: { config: { Labels: { 'org.opencontainers.image.base.name': base } } } });
const summarize = (origins: readonly ImageOrigin[]) =>
  origins.map(({ base }) =>
    base === null ? 'scratch' : `${base.reference.split('/').slice(1).join('/')} ${base.layers}`,
  );

describe('a base by provenance', () => {
  beforeEach(() => {
    putTag('lib/small', store.putImage({ layers: [BASE] }));
    putTag('lib/large', store.putImage({ layers: [BASE, MORE] }));
    putTag('lib/other', store.putImage({ layers: [['other', 1]] }));
    putTag('acme/baseline', store.putImage({ layers: [APP] }));
  });

  test('of several, the one with the most of the leading layers', async () => {
    putTag('acme/head', putProven([BASE, MORE, APP], [url('lib/other'), url('lib/small'), url('lib/large')]));
    const { head, notes } = await find();
    expect(summarize(head)).toEqual(['lib/large:1 2']);
    expect(notes).toEqual([]);
  });

  test('of all that it was made from, none: its last stage begins with nothing', async () => {
    putTag('acme/head', putProven([BASE, NEXT], [url('lib/large'), url('lib/other')]));
    expect(summarize((await find()).head)).toEqual(['scratch']);
  });

  test('whose tag may have moved on, since no digest is told: that is open', async () => {
    const index = putProven([BASE, NEXT], [url('lib/later')]);
    putTag('acme/head', index);
    putTag('lib/later', store.putImage({ layers: [BASE, MORE] }));
    expect((await find()).head).toEqual([]);
  });

  test('of another platform is not asked for', async () => {
    putTag('acme/head', putProven([BASE, APP], [url('lib/small').replace('amd64', 'arm64')]));
    await find();
    expect(registry.lines().filter((line) => line.includes('lib/small'))).toEqual([]);
  });

  test('that is gone leaves it open, and what the image declares is believed', async () => {
    putTag('acme/head', putProven([BASE, APP], [url('lib/gone')], labels(`${registry.host}/lib/small:1`)));
    expect(summarize((await find()).head)).toEqual(['lib/small:1 1']);
  });

  test('goes before what the image declares', async () => {
    putTag('acme/head', putProven([BASE, MORE, APP], [url('lib/large')], labels(`${registry.host}/lib/small:1`)));
    expect(summarize((await find()).head)).toEqual(['lib/large:1 2']);
  });

  test('among many: ten are looked at, and then it is not said that there is none', async () => {
    const many = Array.from({ length: 50 }, (_, place) => url(`lib/many${place}`));
    for (const place of many.keys()) putTag(`lib/many${place}`, store.putImage({ layers: [['other', 1]] }));
    putTag('acme/head', putProven([BASE, APP], many));
    expect((await find()).head).toEqual([]);
    expect(registry.lines().filter((line) => line.includes('lib/many'))).toHaveLength(20);
  });

  test('that lies about its form is a note, and costs nothing else', async () => {
    const index = putProven([BASE, APP], []);
    for (const { digest, mediaType } of [...store.documents.values()]) {
      if (mediaType === 'application/vnd.in-toto+json') {
        store.documents.set(digest, { mediaType, digest, bytes: Buffer.from('{"predicate":1}') });
      }
    }
    putTag('acme/head', index);
    const { head, notes } = await find();
    expect(head).toEqual([]);
    expect(notes).toEqual([expect.objectContaining({ code: 'base-unreadable' })]);
  });
});

describe('a base that the image declares', () => {
  beforeEach(() => {
    putTag('lib/small', store.putImage({ layers: [BASE] }));
    putTag('lib/other', store.putImage({ layers: [['other', 1]] }));
    putTag('acme/baseline', store.putImage({ layers: [APP] }));
  });

  test('in several places: a lie in the first is said, the next is believed', async () => {
    const manifest = { annotations: { 'org.opencontainers.image.base.name': `${registry.host}/lib/other:1` } };
    putTag('acme/head', store.putImage({ layers: [BASE, APP], manifest, ...labels(`${registry.host}/lib/small:1`) }));
    const { head, notes } = await find();
    expect(summarize(head)).toEqual(['lib/small:1 1']);
    expect(notes.map(({ code }) => code)).toEqual(['base-ignored']);
  });

  test('on the own machine is not asked for by an image in the open', async () => {
    putTag('acme/head', store.putImage({ layers: [BASE, APP], ...labels(`${registry.host}/lib/small:1`) }));
    const { head, notes } = await find({ from: 'ghcr.io' });
    expect(head).toEqual([]);
    expect(notes.map(({ code }) => code)).toEqual(['base-unreadable']);
    expect(registry.lines().filter((line) => line.includes('lib/small'))).toEqual([]);
  });

  test('in a registry that does not answer holds nothing up', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    putTag('acme/head', store.putImage({ layers: [BASE, APP], ...labels(`127.0.0.1:${address.port}/lib/base:1`) }));
    const { head, notes } = await find({ longestMs: 200 });
    expect(head).toEqual([]);
    expect(notes).toEqual([
      expect.objectContaining({ code: 'base-unreadable', message: expect.stringContaining('0.2 s') }),
    ]);
    client.close();
    silent.close();
  });
});

describe('a base that the other side’s build tells of', () => {
  async function findWith(uri: string, digest: Document['digest']) {
    const base = { reference: 'x', digest, layers: 1, source: null, request: null };
    const known = [{ platform: 'linux/amd64', base, layers: [], context: null }];
    putTag('acme/baseline', putProven([BASE, APP], [uri]));
    putTag('acme/head', store.putImage({ layers: [BASE, NEXT] }));
    return summarize((await find({ known })).baseline);
  }

  test('is not asked for again', async () => {
    const small = store.putImage({ layers: [BASE] });
    putTag('lib/small', small);
    expect(await findWith(url('lib/small'), small.digest)).toEqual(['lib/small:1 1']);
    expect(registry.lines().filter((line) => line.includes('/lib/'))).toEqual([]);
  });

  test('is where it is another', async () => {
    const small = store.putImage({ layers: [BASE] });
    putTag('lib/small', small);
    expect(await findWith(url('lib/small'), store.putImage({ layers: [MORE] }).digest)).toEqual(['lib/small:1 1']);
    expect(registry.lines().filter((line) => line.includes('/lib/'))).toHaveLength(2);
  });

  test('and is held to the layers all the same', async () => {
    const large = store.putImage({ layers: [BASE, MORE] });
    putTag('lib/large', large);
    // The head says that its first layer is all of this base: then the baseline's is, too.
    expect(await findWith(url('lib/large'), large.digest)).toEqual(['lib/large:1 1']);
    putTag('acme/baseline', putProven([MORE, APP], [url('lib/large')]));
    const base = { reference: 'x', digest: large.digest, layers: 1, source: null, request: null };
    const { baseline } = await find({ known: [{ platform: 'linux/amd64', base, layers: [], context: null }] });
    expect(summarize(baseline)).toEqual(['scratch']);
  });
});

describe('nothing is asked for', () => {
  const known: ImageOrigin = { platform: 'linux/amd64', base: null, layers: [], context: null };

  test('where the origin is known', async () => {
    putTag('acme/baseline', store.putImage({ layers: [APP] }));
    putTag('acme/head', putProven([BASE, APP], [url('lib/small')]));
    expect((await find({ known: [known] })).head).toEqual([known]);
    expect(registry.lines()).toEqual([]);
  });

  test('where the layers are the same', async () => {
    putTag('acme/baseline', store.putImage({ layers: [BASE, APP] }));
    putTag('acme/head', putProven([BASE, APP], [url('lib/small')]));
    expect(await find()).toEqual({ baseline: [], head: [], notes: [] });
    expect(registry.lines()).toEqual([]);
  });
});
