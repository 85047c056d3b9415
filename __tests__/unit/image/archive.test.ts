import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openArchive } from '../../../src/image/archive.ts';
import { LIMITS } from '../../../src/image/limits.ts';
import { readImage } from '../../../src/image/read-image.ts';
import { makeTar, type Member } from '../tar/make-tar.ts';
import { makeImage, makeLayoutFiles, sha256 } from './make-layout.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-archive-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Each test of what an archive holds runs on the plain file and on the compressed one: they are read in two ways. */
const PACKED: [string, (bytes: Buffer) => Buffer][] = [
  ['plain', (bytes) => bytes],
  ['gzip', (bytes) => gzipSync(bytes)],
];

async function read(bytes: Uint8Array, form: 'oci' | 'docker' = 'docker', tag: string | null = null) {
  const file = join(folder, 'image.tar');
  await writeFile(file, bytes);
  return await readImage(openArchive({ name: 'archive', form, file, tag }));
}

const members = (files: ReadonlyMap<string, Uint8Array>, prefix = ''): Member[] =>
  [...files].map(([path, content]) => ({ path: `${prefix}${path}`, content }));

const api = makeImage('api', ['amd64', 'arm64']);
const web = makeImage('web');

const LAYER = 'application/vnd.docker.image.rootfs.diff.tar';
const layers = ['first', 'second'].map((text) => makeTar([{ path: text, content: text }]));
const config = Buffer.from(
  JSON.stringify({
    os: 'linux',
    architecture: 'amd64',
    rootfs: { type: 'layers', diff_ids: layers.map(sha256) },
    history: [{ created_by: 'ADD first' }, { created_by: 'ADD second' }],
  }),
);
const saved = (...images: object[]): Member => ({ path: 'manifest.json', content: JSON.stringify(images) });
const old = { Config: 'c.json', RepoTags: ['acme/api:1'], Layers: ['1/layer.tar', '2/layer.tar'] };
const oldMembers = layers.map((content, place) => ({ path: `${place + 1}/layer.tar`, content }));
const oldArchive = [{ path: '1/', flag: '5' }, ...oldMembers, { path: 'c.json', content: config }, saved(old)];

describe.each(PACKED)('%s', (_, pack) => {
  test('a layout, under either name, with ./ before its paths or not', async () => {
    const files = makeLayoutFiles({ image: api });
    for (const form of ['oci', 'docker'] as const) {
      for (const prefix of ['', './']) {
        const image = await read(pack(makeTar(members(files, prefix))), form);
        expect(image?.digest).toBe(api.entry.digest);
        expect(image?.platforms).toHaveLength(2);
      }
    }
  });

  test('a layout of several images, chosen by name', async () => {
    const files = makeLayoutFiles(
      { image: api, annotations: { 'io.containerd.image.name': 'docker.io/acme/api:1' } },
      { image: web, annotations: { 'io.containerd.image.name': 'docker.io/acme/web:1' } },
    );
    const bytes = pack(makeTar(members(files)));
    expect((await read(bytes, 'docker', 'acme/web:1'))?.digest).toBe(web.entry.digest);
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'IMAGE_NOT_FOUND',
      hint: expect.stringMatching(/acme\/web:1/),
    });
  });

  test('Docker’s old form beside an index of nothing, as "docker save" of a digest writes it', async () => {
    for (const manifests of [null, []]) {
      const index = { path: 'index.json', content: JSON.stringify({ schemaVersion: 2, manifests }) };
      expect((await read(pack(makeTar([...oldArchive, index]))))?.platforms).toMatchObject([
        { platform: 'linux/amd64' },
      ]);
    }
  });

  test('Docker’s old form: a manifest is made up, each layer’s bytes are its size', async () => {
    const image = await read(pack(makeTar(oldArchive)));
    expect(image?.platforms).toEqual([
      expect.objectContaining({
        platform: 'linux/amd64',
        config: { digest: sha256(config), size: config.length },
        layers: layers.map((bytes, place) => ({
          digest: sha256(bytes),
          diffID: sha256(bytes),
          mediaType: LAYER,
          downloadBytes: bytes.length,
          createdBy: place === 0 ? 'ADD first' : 'ADD second',
        })),
      }),
    ]);
  });

  test('the old form with compressed layers, as Kaniko and Bazel write it', async () => {
    const packed = layers.map((bytes) => gzipSync(bytes));
    const image = await read(
      pack(
        makeTar([
          ...packed.map((content, place) => ({ path: `${place}.tar.gz`, content })),
          { path: 'sha256:c', content: config },
          saved({ ...old, Config: 'sha256:c', Layers: ['0.tar.gz', '1.tar.gz'] }),
        ]),
      ),
    );
    const read1 = image?.platforms[0]?.layers.map(({ mediaType, digest, downloadBytes }) => [
      mediaType,
      digest,
      downloadBytes,
    ]);
    expect(read1).toEqual(packed.map((bytes) => [`${LAYER}.gzip`, sha256(bytes), bytes.length]));
  });

  test('the old form with a layer that is a link to another', async () => {
    for (const [flag, link] of [
      ['2', '../1/layer.tar'],
      ['1', '1/layer.tar'],
    ]) {
      const twice = Buffer.from(config.toString().replace(sha256(layers[1] ?? config), sha256(layers[0] ?? config)));
      const image = await read(
        pack(
          makeTar([
            oldMembers[0] ?? { path: '' },
            { path: '2/layer.tar', flag: flag ?? '', link: link ?? '' },
            { path: 'c.json', content: twice },
            saved(old),
          ]),
        ),
      );
      const sizes = image?.platforms[0]?.layers.map(({ downloadBytes }) => downloadBytes);
      expect(sizes).toEqual([layers[0]?.length, layers[0]?.length]);
    }
  });

  test('the old form with several images', async () => {
    const other = Buffer.from(config.toString().replace('amd64', 'arm64'));
    const bytes = pack(
      makeTar([
        ...oldMembers,
        { path: 'c.json', content: config },
        { path: 'd.json', content: other },
        saved(old, { ...old, Config: 'd.json', RepoTags: ['acme/api:2'] }),
      ]),
    );
    expect((await read(bytes, 'docker', 'acme/api:2'))?.platforms[0]?.platform).toBe('linux/arm64');
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'IMAGE_NOT_FOUND',
      hint: 'Name one of them after a colon: acme/api:1, acme/api:2.',
    });
  });

  test.each<[string, Member[], string]>([
    ['nothing', [], 'IMAGE_INVALID'],
    ['a path that is absolute', [{ path: '/etc/passwd' }, ...oldArchive], 'IMAGE_INVALID'],
    ['a path that leads up', [{ path: 'a/../../b' }, ...oldArchive], 'IMAGE_INVALID'],
    ['a path in manifest.json that leads up', [...oldArchive, saved({ ...old, Config: '../c.json' })], 'IMAGE_INVALID'],
    [
      'an absolute path in manifest.json',
      [...oldArchive, saved({ ...old, Layers: ['/etc/passwd', '/etc/group'] })],
      'IMAGE_INVALID',
    ],
    ['a link that leads up', [...oldArchive, { path: '2/layer.tar', flag: '2', link: '../../x' }], 'IMAGE_INVALID'],
    [
      'a link that is absolute',
      [...oldArchive, { path: '2/layer.tar', flag: '1', link: '/etc/passwd' }],
      'IMAGE_INVALID',
    ],
    ['a link to itself', [...oldArchive, { path: '2/layer.tar', flag: '2', link: 'layer.tar' }], 'IMAGE_INVALID'],
    ['a config that is missing', [...oldMembers, saved(old)], 'IMAGE_INVALID'],
    ['a layer that is missing', [{ path: 'c.json', content: config }, saved(old)], 'IMAGE_INVALID'],
    ['a layer that is not the config’s', [...oldArchive, { path: '2/layer.tar', content: 'other' }], 'IMAGE_INVALID'],
    ['a manifest.json without form', [{ path: 'manifest.json', content: '{"Config":1}' }], 'IMAGE_INVALID'],
    ['a manifest.json without images', [saved()], 'IMAGE_NOT_FOUND'],
    ['a header that is none', [{ path: 'x', size: Buffer.from('nonsense') }], 'IMAGE_INVALID'],
  ])('%s', async (name, list, code) => {
    expect(name).not.toBe('');
    await expect(read(pack(makeTar(list)))).rejects.toMatchObject({ code });
  });

  test('an archive that is cut off, anywhere', async () => {
    const bytes = makeTar(oldArchive, { end: false });
    const lastContent = bytes.length - 512;
    for (let length = 1; length < lastContent; length += 397) {
      await expect(read(pack(bytes.subarray(0, length)))).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
    }
  });

  test('an entry that says it is larger than the archive', async () => {
    const bytes = makeTar([{ path: 'a', size: 2 ** 32 }, ...oldArchive]);
    await expect(read(pack(bytes))).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
  });

  test('more entries than an image has', async () => {
    const bytes = makeTar(Array.from({ length: LIMITS.archiveEntries + 1 }, () => ({ path: 'x' })));
    await expect(read(pack(bytes))).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  test('a layout is asked for, and it is the old form', async () => {
    await expect(read(pack(makeTar(oldArchive)), 'oci')).rejects.toMatchObject({
      code: 'IMAGE_INVALID',
      hint: expect.stringMatching(/docker-archive:FILE/),
    });
  });
});

test('gzip that is cut off, or broken at its end', async () => {
  const bytes = gzipSync(makeTar(oldArchive));
  await expect(read(bytes.subarray(0, bytes.length - 20))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  bytes[bytes.length - 5] = 0x55;
  await expect(read(bytes)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});

test('no file, a folder, and what is no archive', async () => {
  const open = (file: string) => readImage(openArchive({ name: 'archive', form: 'docker', file, tag: null }));
  await expect(open(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  await expect(open(folder)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', hint: expect.stringMatching(/oci:DIR/) });
  await expect(read(Buffer.from('FROM scratch\n'.repeat(100)))).rejects.toMatchObject({
    code: 'IMAGE_INVALID',
    message: expect.stringMatching(/no tar archive/),
  });
});
