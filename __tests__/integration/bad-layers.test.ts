import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import type { Fault, FaultHook } from '../../lab/registry/registry-request.ts';
import { openRepository } from '../../lab/registry/repository.ts';
import { parseArguments } from '../../src/command/arguments.ts';
import { runCompare } from '../../src/command/compare.ts';
import { runInspect } from '../../src/command/inspect.ts';
import { digestOf } from '../../src/image/digest-of.ts';
import { OCI_MANIFEST } from '../../src/image/media-type.ts';
import { LayerParser } from '../../src/layer/layer-parser.ts';
import { LAYER_LIMITS } from '../../src/layer/limits.ts';
import { makeTerminal } from '../unit/command/fake-terminal.ts';
import { makeTar } from '../unit/tar/make-tar.ts';

jest.setTimeout(300_000);

const GZIP = 'application/vnd.oci.image.layer.v1.tar+gzip';

let registry: Registry;
let fault: FaultHook = () => null;

beforeAll(async () => {
  registry = await startRegistry({ fault: (request) => fault(request) });
});

afterAll(async () => {
  await registry.stop();
});

interface Pushed {
  readonly blob: Buffer;
  readonly tar: Buffer;
  readonly mediaType: string;
}

const pack = (tar: Buffer): Pushed => ({ blob: gzipSync(tar), tar, mediaType: GZIP });
const under = pack(makeTar([{ path: 'etc/', flag: '5' }]));
const good = pack(makeTar([{ path: 'app', content: 'one' }]));
const next = pack(makeTar([{ path: 'app', content: 'another one' }]));

/** An image of one platform, with a tag; gives its reference. */
async function push(tag: string, layers: readonly Pushed[]): Promise<string> {
  const api = openRepository({ url: registry.url, repository: 'acme/api' });
  const diffIDs = layers.map(({ tar }) => digestOf(tar));
  const config = Buffer.from(
    JSON.stringify({ os: 'linux', architecture: 'amd64', rootfs: { type: 'layers', diff_ids: diffIDs } }),
  );
  const describe = (mediaType: string, bytes: Buffer) => ({ mediaType, digest: digestOf(bytes), size: bytes.length });
  for (const bytes of [config, ...layers.map(({ blob }) => blob)]) {
    await api.putBlob(digestOf(bytes), () => Promise.resolve(bytes));
  }
  const manifest = {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: describe('application/vnd.oci.image.config.v1+json', config),
    layers: layers.map(({ mediaType, blob }) => describe(mediaType, blob)),
  };
  await api.putManifest(OCI_MANIFEST, Buffer.from(JSON.stringify(manifest)), tag);
  return `${registry.host}/acme/api:${tag}`;
}

const onBlob =
  (blob: Buffer, played: Fault): FaultHook =>
  ({ method, path }) =>
    method === 'GET' && path.endsWith(`/blobs/${digestOf(blob)}`) ? played : null;

const BAD: [string, Pushed, string, FaultHook | null][] = [
  [
    'other-bytes',
    next,
    'came with other bytes than those of its digest',
    onBlob(next.blob, { kind: 'lie', body: (real) => Buffer.from(real).fill(0x41, 20, 30) }),
  ],
  ['another-archive', { ...next, tar: Buffer.from('none') }, 'holds another tar archive than sha256:', null],
  ['cut-off', pack(next.tar.subarray(0, 515)), 'is cut off in "/app"', null],
  ['cut-off-gzip', { ...next, blob: next.blob.subarray(0, 60) }, '', null],
  ['no-tar', pack(Buffer.alloc(2000, 'x')), 'is no tar archive', null],
  ['encrypted', { ...next, mediaType: `${GZIP}+encrypted` }, 'is encrypted', null],
  ['unknown', { ...next, mediaType: 'application/x-layer' }, 'has a media type that is no layer', null],
  [
    'kept-elsewhere',
    { ...next, mediaType: 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip' },
    '',
    onBlob(next.blob, { kind: 'answer', status: 404 }),
  ],
];

test.each(BAD)('a layer that is bad (%s): sizes stand, what it did is unknown', async (name, layer, why, played) => {
  fault = played ?? (() => null);
  const [baseline, head] = [await push('main', [under, good]), await push(name, [under, layer])];
  const terminal = makeTerminal();
  const asked = parseArguments(['compare', baseline, head, '--json']);
  if (asked.kind !== 'compare') throw new Error(asked.kind);
  expect(await runCompare(asked, terminal)).toBe(0);
  const compared: unknown = JSON.parse(terminal.out());
  expect(compared).toMatchObject({
    notes: expect.arrayContaining([
      expect.objectContaining({ code: 'layer-unreadable', message: expect.stringContaining(why) }),
    ]),
    platforms: [
      {
        download: { head: expect.any(Number), change: expect.any(Number) },
        onDisk: { head: null, change: null },
        files: null,
        causes: expect.arrayContaining([expect.objectContaining({ kind: 'unknown', layer: digestOf(layer.blob) })]),
      },
    ],
  });

  const look = parseArguments(['inspect', head, '--files']);
  if (look.kind !== 'inspect') throw new Error(look.kind);
  await expect(runInspect(look, makeTerminal())).rejects.toMatchObject({
    name: 'PlimsollError',
    message: expect.stringContaining(why),
  });
  expect(await runInspect({ ...look, files: false }, makeTerminal())).toBe(0);
});

test('inspect --files of it ends with 3, and says why', async () => {
  fault = () => null;
  const reference = await push('three', [under, { ...next, mediaType: `${GZIP}+encrypted` }]);
  await expect(
    promisify(execFile)('npx', ['tsx', 'src/cli.ts', 'inspect', reference, '--files']),
  ).rejects.toMatchObject({
    code: 3,
    stdout: '',
    stderr: expect.stringMatching(/^plimsoll: .*, layer [0-9a-f]{12} is encrypted/m),
  });
});

test('a layer has a million entries at most, and they fit', () => {
  const parser = new LayerParser('the layer');
  const thousand = makeTar(
    Array.from({ length: 1000 }, () => ({ path: 'f' })),
    { end: false },
  );
  for (let place = 0; place < LAYER_LIMITS.entries / 1000; place++) parser.push(thousand);
  expect(parser.entries).toHaveLength(LAYER_LIMITS.entries);
  expect(() => {
    parser.push(thousand);
  }).toThrow('the layer has more than 1000000 entries');
});
