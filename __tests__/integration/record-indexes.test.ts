import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { startBaseImages } from '../../lab/bases/base-images.ts';
import { startEngine, type Engine } from '../../lab/engine/engine.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import type { FaultHook } from '../../lab/registry/registry-request.ts';
import { run } from '../../lab/machine/run.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { parseArguments } from '../../src/command/arguments.ts';
import { runInspect } from '../../src/command/inspect.ts';
import { runRecord } from '../../src/command/record.ts';
import { runCompare } from '../../src/command/compare.ts';
import { readImage } from '../../src/image/read-image.ts';
import { parseReference } from '../../src/image/reference.ts';
import { fetchManifest } from '../../src/image/registry/fetch-manifest.ts';
import { RegistryClient } from '../../src/image/registry/registry-client.ts';
import { openRegistrySource } from '../../src/image/registry/registry-source.ts';
import { fetchRecord } from '../../src/record/fetch-record.ts';
import { makeLayerIndexes } from '../../src/record/make-layer-indexes.ts';
import { makeRecord } from '../../src/record/make-record.ts';
import { writeRecord } from '../../src/record/write-record.ts';
import { makeTerminal } from '../unit/command/fake-terminal.ts';
import type { ImageRecord } from '../../src/record/record.ts';
import type { Image } from '../../src/image/image.ts';

jest.setTimeout(600_000);

let engine: Engine;
let registry: Registry;
let client: RegistryClient;
let folder: string;
let fault: FaultHook = () => null;
let baseline: Image;

const named = (tag: string): string => `${registry.host}/acme/api:${tag}`;

/** Whiteouts, links, a base's file that is replaced, modes, and packages of npm. */
const DOCKERFILE = `ARG BASE
FROM $BASE
COPY app /app
RUN rm /etc/removed-later 2>/dev/null; rm -rf /app/old && ln -s main.js /app/link && ln /app/main.js /app/hard
RUN echo "$(cat /app/main.js)" > /etc/hostname-of-app && chmod 4755 /app/tool && chown 7:8 /app/tool
RUN echo replaced > /etc/profile
`;

beforeAll(async () => {
  engine = await startEngine();
  registry = await startRegistry({ fault: (request) => fault(request) });
  client = new RegistryClient({ env: {}, retry: { attempts: 2, firstRetryMs: 1 } });
  await startBaseImages({ registry, names: ['busybox:latest', 'alpine:3.15'] });
  folder = await makeWorkDir('indexes');
  await writeFile(join(folder, 'Dockerfile'), DOCKERFILE);
  await mkdir(join(folder, 'app/node_modules/left-pad'), { recursive: true });
  await mkdir(join(folder, 'app/old'));
  await writeFile(join(folder, 'app/old/x'), 'x');
  await writeFile(join(folder, 'app/tool'), 'tool');
  await build('one', 'main()', '1.0.0');
  await build('two', 'main(2)', '1.0.1');
  await build('moved', 'main()', '1.0.0', 'shell');
  const read = await readImage(openRegistrySource(client, parseReference(named('one'))));
  if (read === null) throw new Error('the baseline was not pushed');
  baseline = read;
});

afterAll(async () => {
  client.close();
  await registry.stop();
  await removeWorkDir(folder);
  await engine.stop();
});

beforeEach(async () => {
  await writeRecordOf(baseline, await makeIndexes(baseline));
  registry.forgetRequests();
});

afterEach(() => {
  fault = () => null;
});

/** With `base`, on another one than before. */
async function build(tag: string, main: string, version: string, base?: string): Promise<void> {
  await writeFile(join(folder, 'app/main.js'), main);
  await writeFile(join(folder, 'app/node_modules/left-pad/package.json'), JSON.stringify({ version }));
  let from = `${registry.host}/library/busybox:latest`;
  if (base !== undefined) {
    const other = join(folder, base);
    await mkdir(other, { recursive: true });
    await writeFile(join(other, 'Dockerfile'), `FROM ${from}\nRUN echo moved > /etc/moved && rm /etc/passwd\n`);
    from = `${registry.host}/library/${base}:moved`;
    await buildx('--output', `type=image,name=${from},push=true`, other);
  }
  await buildx('--build-arg', `BASE=${from}`, '--output', `type=image,name=${named(tag)},push=true`, folder);
}

async function buildx(...options: string[]): Promise<void> {
  const always = ['--builder', 'default', '--platform', 'linux/amd64', '--provenance', 'false', '--pull'];
  await run(engine.docker, ['buildx', 'build', ...always, ...options], { env: engine.env });
}

async function makeIndexes(image: Image) {
  const sources = [openRegistrySource(client, parseReference(image.name))];
  const read = { contents: new Map(), knownDiskBytes: new Map() };
  const { indexes, notes } = await makeLayerIndexes({ image, sources, stored: [], read, maxBytes: Infinity });
  expect(notes).toEqual([]);
  return indexes;
}

async function writeRecordOf(image: Image, indexes: Parameters<typeof writeRecord>[4], told?: ImageRecord) {
  const repository = parseReference(image.name);
  const manifest = await fetchManifest(client, repository, { digest: image.digest });
  const subject = { mediaType: manifest?.mediaType ?? '', digest: image.digest, size: manifest?.bytes.length ?? 0 };
  const record = makeRecord({
    version: '0.1.0',
    name: 'api',
    image,
    commit: null,
    build: null,
    origins: [],
    advice: null,
    nowMs: Date.now(),
  });
  return await writeRecord(client, repository, subject, told ?? record, indexes);
}

/** What `plimsoll compare --json` prints, and the notes that it tells. */
async function compare(head: string, details: 'auto' | 'full'): Promise<{ printed: string; notes: string[] }> {
  const terminal = makeTerminal();
  await runCompare(
    {
      kind: 'compare',
      baseline: named('one'),
      head: named(head),
      limits: [],
      html: null,
      bases: { baseline: null, head: null },
      worth: null,
      vulnerabilities: null,
      details,
      output: 'json',
      platforms: [],
      color: 'never',
      quiet: false,
      verbose: false,
    },
    terminal,
  );
  return { printed: terminal.out(), notes: terminal.told() };
}

const CausesSchema = v.object({ platforms: v.array(v.object({ causes: v.unknown() })) });
const readCauses = (printed: string) => v.parse(CausesSchema, JSON.parse(printed));

const blobsAsked = (): string[] =>
  registry
    .requests()
    .filter(({ path, status }) => path.includes('/blobs/') && status < 300)
    .map(({ path }) => path.split('/').at(-1) ?? '');

const layersOf = (image: Image): string[] =>
  image.platforms.flatMap(({ layers }) => layers.map(({ digest }) => digest));

describe('file indexes beside a baseline', () => {
  test.each(['two', 'moved'])(
    'say of it what its layers say, and none of these is asked for: against %s',
    async (head) => {
      const { printed, notes } = await compare(head, 'auto');
      const asked = blobsAsked();
      expect(asked.filter((digest) => layersOf(baseline).includes(digest))).toEqual([]);
      const after = await readImage(openRegistrySource(client, parseReference(named(head))));
      const changed = new Set(layersOf(after ?? baseline).filter((digest) => !layersOf(baseline).includes(digest)));
      expect(asked.filter((digest) => changed.has(digest)).sort()).toEqual([...changed].sort());
      registry.forgetRequests();
      const read = await compare(head, 'full');
      expect(blobsAsked()).toEqual(expect.arrayContaining(layersOf(baseline)));
      expect(JSON.parse(printed)).toEqual(JSON.parse(read.printed));
      expect(notes).toEqual(read.notes);
      expect(printed).toContain('/app/main.js');
    },
  );

  test('of both images in one repository are all that is asked for', async () => {
    const read = await compare('two', 'auto');
    const head = await readImage(openRegistrySource(client, parseReference(named('two'))));
    if (head === null) throw new Error('no head');
    await writeRecordOf(head, await makeIndexes(head));
    registry.forgetRequests();
    expect((await compare('two', 'auto')).printed).toBe(read.printed);
    expect(blobsAsked().filter((digest) => layersOf(head).includes(digest))).toEqual([]);
  });

  test('list the files of an image without a layer of it, as its layers do', async () => {
    const inspect = async (): Promise<unknown> => {
      const terminal = makeTerminal();
      const asked = parseArguments(['inspect', named('one'), '--files', '--layers', '--json']);
      if (asked.kind !== 'inspect') throw new Error('it is no inspect');
      await runInspect(asked, terminal);
      return JSON.parse(terminal.out());
    };
    const listed = await inspect();
    expect(blobsAsked().filter((digest) => layersOf(baseline).includes(digest))).toEqual([]);
    fault = ({ path }) =>
      path.includes('/manifests/plimsoll-') ? { kind: 'answer', status: 404, headers: {}, body: '' } : null;
    registry.forgetRequests();
    expect(await inspect()).toEqual(listed);
    expect(blobsAsked()).toEqual(expect.arrayContaining(layersOf(baseline)));
  });

  test('are not asked for where nothing differs', async () => {
    await compare('one', 'auto');
    expect(registry.requests().filter(({ path }) => path.includes('plimsoll-'))).toEqual([]);
  });

  test('that cannot be had, or lie, cost a note: the layers are read', async () => {
    const { printed } = await compare('two', 'full');
    const known = await fetchRecord(client, parseReference(named('one')), baseline.digest);
    const indexes = known.kind === 'found' ? known.indexes.map(({ blob }) => blob.digest) : [];
    expect(indexes).toHaveLength(new Set(layersOf(baseline)).size);
    const isIndex = (path: string): boolean => indexes.some((digest) => path.endsWith(digest));
    fault = ({ path }) => (isIndex(path) ? { kind: 'answer', status: 404 } : null);
    const gone = await compare('two', 'auto');
    expect(gone.notes.join('\n')).toMatch(/^note: \d+ file indexes could not be used, so layers are read: /);
    fault = ({ path }) => (isIndex(path) ? { kind: 'lie', body: (real) => real.map((byte) => byte ^ 1) } : null);
    const lied = await compare('two', 'auto');
    expect(lied.notes.join('\n')).toContain('other bytes');
    // What does not depend on the layers that both sides share.
    for (const read of [gone, lied]) expect(readCauses(read.printed)).toEqual(readCauses(printed));
  });

  test('of another layer are not believed', async () => {
    const indexes = await makeIndexes(baseline);
    const [first] = indexes;
    if (first === undefined) throw new Error('no index');
    // As somebody would write them who mixes them up: by diffID they are right, by digest of no layer here.
    const digest = first.blob.digest;
    await writeRecordOf(
      baseline,
      indexes.map((index) => ({ ...index, layer: { ...index.layer, digest } })),
    );
    registry.forgetRequests();
    await compare('two', 'auto');
    expect(blobsAsked().filter((asked) => layersOf(baseline).includes(asked)).length).toBeGreaterThan(0);
  });
});

describe('a record', () => {
  test('takes over what the repository has: nothing is read and nothing sent twice', async () => {
    const known = await fetchRecord(client, parseReference(named('one')), baseline.digest);
    if (known.kind !== 'found') throw new Error('no record');
    const head = await readImage(openRegistrySource(client, parseReference(named('two'))));
    if (head === null) throw new Error('no head');
    registry.forgetRequests();
    const { indexes } = await makeLayerIndexes({
      image: head,
      sources: [openRegistrySource(client, parseReference(head.name))],
      stored: known.indexes,
      read: { contents: new Map(), knownDiskBytes: new Map() },
      maxBytes: Infinity,
    });
    const shared = layersOf(head).filter((digest) => layersOf(baseline).includes(digest));
    expect(shared.length).toBeGreaterThan(0);
    expect(indexes.filter(({ bytes }) => bytes === null).map(({ layer }) => layer.digest)).toEqual(shared);
    expect(blobsAsked().filter((digest) => shared.includes(digest))).toEqual([]);
    expect(await writeRecordOf(head, indexes)).toMatchObject({ kind: 'written', indexes: layersOf(head).length });
    const written = await fetchRecord(client, parseReference(named('two')), head.digest);
    expect(written).toMatchObject({ kind: 'found', notes: [] });
    expect(written.kind === 'found' ? written.indexes.map(({ layer }) => layer.digest).sort() : []).toEqual(
      layersOf(head).sort(),
    );
  });

  test('leaves out what was taken over and is not there any more, without a word', async () => {
    const indexes = await makeIndexes(baseline);
    const gone = indexes.map((index, place) =>
      place === 0 ? { ...index, blob: { ...index.blob, digest: baseline.digest }, bytes: null } : index,
    );
    expect(await writeRecordOf(baseline, gone)).toMatchObject({ indexes: indexes.length - 1, notes: [] });
    expect(await fetchRecord(client, parseReference(named('one')), baseline.digest)).toMatchObject({
      kind: 'found',
      indexes: gone.slice(1).map(({ layer, blob }) => ({ layer, blob })),
      notes: [],
    });
  });

  test('is written without indexes where the registry takes none', async () => {
    const indexes = await makeIndexes(baseline);
    fault = ({ method, path }) =>
      method === 'HEAD' && indexes.some(({ blob }) => path.includes(blob.digest))
        ? { kind: 'answer', status: 403 }
        : null;
    expect(await writeRecordOf(baseline, indexes)).toMatchObject({
      kind: 'written',
      indexes: 0,
      notes: [{ code: 'indexes-not-written' }],
    });
    expect(await fetchRecord(client, parseReference(named('one')), baseline.digest)).toMatchObject({
      kind: 'found',
      indexes: [],
    });
  });
});

describe('plimsoll record', () => {
  const record = async (reference: string, ...words: string[]) => {
    const terminal = makeTerminal();
    const asked = parseArguments(['record', reference, ...words]);
    if (asked.kind !== 'record') throw new Error(asked.kind);
    await runRecord(asked, terminal);
    return { printed: terminal.out(), told: terminal.told() };
  };

  test('writes it beside an image that something else pushed, and the next comparison reads none of its layers', async () => {
    await writeRecordOf(baseline, []);
    const { printed, told } = await record(named('one'), '--json');
    expect(told).toEqual([]);
    const layers = new Set(layersOf(baseline));
    expect(JSON.parse(printed)).toEqual({
      reference: named('one'),
      digest: baseline.digest,
      record: named(`plimsoll-${baseline.digest.slice(7, 39)}`),
      indexes: layers.size,
      indexBytes: expect.any(Number),
    });
    registry.forgetRequests();
    await compare('two', 'auto');
    expect(blobsAsked().filter((digest) => layers.has(digest))).toEqual([]);
    // The second time there is nothing to read.
    registry.forgetRequests();
    expect((await record(named('one'))).printed).toContain(`with the file indexes of ${layers.size} layers`);
    expect(blobsAsked().filter((digest) => layers.has(digest))).toEqual([]);
  });

  test('keeps what a build wrote there of itself', async () => {
    const repository = parseReference(named('one'));
    const before = await fetchRecord(client, repository, baseline.digest);
    if (before.kind !== 'found') throw new Error('no record');
    const build = { durationMs: 1, steps: [], cache: { importMs: 0, exportMs: 0, manifests: [] } };
    await writeRecordOf(baseline, [], { ...before.record, build, commit: 'c'.repeat(40), name: 'mine' });
    await record(named('one'));
    const after = await fetchRecord(client, repository, baseline.digest);
    expect(after).toMatchObject({ kind: 'found', record: { build, commit: 'c'.repeat(40), name: 'mine' } });
  });

  test('says what it cannot do', async () => {
    await expect(record('oci:out')).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: '"oci:out" is in no registry; a record lies beside an image that is',
    });
    await expect(record(named('nosuch'))).rejects.toMatchObject({ code: 'IMAGE_NOT_FOUND' });
    fault = ({ method }) => (method === 'GET' || method === 'HEAD' ? null : { kind: 'answer', status: 403 });
    await expect(record(named('two'))).rejects.toMatchObject({
      code: 'REGISTRY_FAILED',
      message: expect.stringContaining('could not be kept'),
    });
  });

  test('says which layers it could not read, and goes on', async () => {
    await writeRecordOf(baseline, []);
    const [layer = ''] = layersOf(baseline);
    fault = ({ path }) => (path.endsWith(layer) ? { kind: 'lie', body: (real) => real.map((byte) => byte ^ 1) } : null);
    const { printed, told } = await record(named('one'));
    expect(told.join('\n')).toMatch(/^note: a layer was not read: .*other bytes/);
    expect(printed).toContain(`of ${new Set(layersOf(baseline)).size - 1} layers`);
  });
});

test('a layer whose download is cut goes on where it was', async () => {
  const [layer] = baseline.platforms.flatMap(({ layers }) => layers);
  if (layer === undefined) throw new Error('no layer');
  let cuts = 1;
  fault = ({ path }) => (path.endsWith(layer.digest) && cuts-- > 0 ? { kind: 'cut', afterBytes: 400_000 } : null);
  const { indexes, notes } = await makeLayerIndexes({
    image: { ...baseline, platforms: baseline.platforms.map((platform) => ({ ...platform, layers: [layer] })) },
    sources: [openRegistrySource(client, parseReference(named('one')))],
    stored: [],
    read: { contents: new Map(), knownDiskBytes: new Map() },
    maxBytes: Infinity,
  });
  // Its digest is right at the end.
  expect({ notes, indexes: indexes.length }).toEqual({ notes: [], indexes: 1 });
  const sent = registry.requests().filter(({ path }) => path.endsWith(layer.digest));
  expect(sent.map(({ status }) => status)).toEqual([200, 206]);
  // What was under way when it was cut comes again, and no more.
  expect(sent.reduce((sum, { bytesOut }) => sum + bytesOut, 0)).toBeLessThan(layer.downloadBytes + 300_000);
});
