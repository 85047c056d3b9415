import { afterEach, describe, expect, test } from '@jest/globals';
import { findRoot, openBuild } from '../../../src/image/builder.ts';
import { LIMITS } from '../../../src/image/limits.ts';
import { readImage } from '../../../src/image/read-image.ts';
import { makeFakeDocker, type FakeAnswer, type FakeDocker } from './fake-docker.ts';
import { makeImage, type Entry, type MadeImage } from './make-layout.ts';

const ID = 'gi6d20x1xqjolddmuhxjj2lhv';
const docker: { fake: FakeDocker | null } = { fake: null };

afterEach(async () => {
  await docker.fake?.remove();
  docker.fake = null;
});

async function open(answers: readonly FakeAnswer[], builder: string | null = 'b') {
  docker.fake = await makeFakeDocker(answers, { PATH: '/usr/bin' });
  return openBuild(docker.fake, { builder, id: ID });
}

const record = (more: object): FakeAnswer => ({
  to: ['inspect', '--format', 'json', ID],
  stdout: JSON.stringify({ Ref: ID, Status: 'completed', ...more }),
});

const attachment = ({ mediaType, digest }: Entry, platform?: string) => ({
  Digest: digest,
  Type: mediaType,
  ...(platform === undefined ? {} : { Platform: platform }),
});

const provenance = {
  Digest: `sha256:${'0'.repeat(64)}`,
  Type: 'https://slsa.dev/provenance/v1',
  Platform: 'linux/amd64',
};

const contents = ({ files }: MadeImage): FakeAnswer[] =>
  [...files].map(([path, stdout]) => ({ to: ['attachment', ID, path.replace(/^blobs\/(.*)\//, '$1:')], stdout }));

const image = makeImage('layer', ['amd64', 'arm64']);
const [amd64, arm64] = image.manifests;
if (amd64 === undefined || arm64 === undefined) throw new Error('two platforms were made');

test('several platforms: the index, its manifests and their configs by digest', async () => {
  const attachments = [
    attachment(amd64, 'linux/amd64'),
    provenance,
    attachment(arm64, 'linux/arm64'),
    attachment(image.entry),
  ];
  const source = await open([record({ Attachments: attachments }), ...contents(image)]);
  const read = await readImage(source);
  expect(source.name).toBe(`build:b/${ID}`);
  expect(read?.digest).toBe(image.entry.digest);
  expect(read?.platforms.map(({ platform, manifestDigest }) => [platform, manifestDigest])).toEqual([
    ['linux/amd64', amd64.digest],
    ['linux/arm64', arm64.digest],
  ]);
  const calls = (await docker.fake?.calls()) ?? [];
  expect(calls).toHaveLength(6);
  expect(calls[0]?.args).toEqual(['buildx', 'history', 'inspect', '--builder', 'b', '--format', 'json', ID]);
});

test('a record that was read already is not asked for again', async () => {
  docker.fake = await makeFakeDocker(contents(image), { PATH: '/usr/bin' });
  const root = findRoot([{ Digest: image.entry.digest, Type: image.entry.mediaType, Platform: '' }]);
  expect(root).not.toBeNull();
  const source = openBuild(docker.fake, { builder: 'b', id: ID }, undefined, root);
  expect((await readImage(source))?.digest).toBe(image.entry.digest);
  expect(await docker.fake.calls()).toHaveLength(5);
});

test('one platform without attestations: the manifest; the current builder goes unnamed', async () => {
  const one = makeImage('layer');
  const [manifest] = one.manifests;
  if (manifest === undefined) throw new Error('a platform was made');
  const source = await open([record({ Attachments: [provenance, attachment(manifest)] }), ...contents(one)], null);
  expect((await readImage(source))?.digest).toBe(manifest.digest);
  expect((await docker.fake?.calls())?.[0]?.args).toEqual(['buildx', 'history', 'inspect', '--format', 'json', ID]);
});

describe('several outputs, an index each, which Buildx lists in any order', () => {
  const other = makeImage('the same, packed otherwise');
  const listed = [attachment(image.entry), attachment(other.entry), attachment(amd64, 'linux/amd64')];
  const openTwo = async (attachments: readonly object[], digest?: string) => {
    docker.fake = await makeFakeDocker([record({ Attachments: attachments }), ...contents(image), ...contents(other)]);
    return openBuild(docker.fake, { builder: 'b', id: ID, ...(digest === undefined ? {} : { digest }) });
  };

  test('are always read as the same one', async () => {
    const { digest } = (await (await openTwo(listed)).fetchRoot()) ?? {};
    await docker.fake?.remove();
    expect(await (await openTwo(listed.toReversed())).fetchRoot()).toMatchObject({ digest });
  });

  test.each([image.entry.digest, other.entry.digest])('are read as the one that is asked for: %s', async (digest) => {
    expect(await (await openTwo(listed, digest)).fetchRoot()).toMatchObject({ digest });
  });
});

describe('one node of several', () => {
  const one = makeImage('layer');
  const answers = [
    {
      ...record({ Attachments: one.manifests.map((manifest) => attachment(manifest)) }),
      to: ['inspect', '--format', 'json', '^1'],
    },
    ...contents(one).map(({ to, ...rest }) => ({ ...rest, to: to.map((word) => (word === ID ? '^1' : word)) })),
  ];

  test('is read by its place in the history', async () => {
    docker.fake = await makeFakeDocker(answers, { PATH: '/usr/bin' });
    const read = await readImage(openBuild(docker.fake, { builder: 'b', id: ID, place: '^1' }));
    expect(read?.platforms).toHaveLength(1);
    const calls = await docker.fake.calls();
    expect(calls.every(({ args }) => args.includes('^1') && !args.includes(ID))).toBe(true);
  });

  test('is not taken for another build that has its place now', async () => {
    docker.fake = await makeFakeDocker(answers, { PATH: '/usr/bin' });
    const source = openBuild(docker.fake, { builder: 'b', id: 'another', place: '^1' });
    await expect(source.fetchRoot()).rejects.toMatchObject({ code: 'BUILD_NOT_FOUND' });
  });
});

describe('no image', () => {
  test.each<[string, FakeAnswer, string, RegExp]>([
    [
      'a build without output',
      record({ Attachments: [provenance] }),
      'IMAGE_NOT_FOUND',
      /--output type=image,name=x,push=false.*build-push-action "outputs: type=image"/,
    ],
    ['an older Buildx', record({}), 'IMAGE_NOT_FOUND', /Buildx before 0\.21/],
    [
      'a build that failed',
      record({ Status: 'failed', Error: { Message: 'exit code: 2' } }),
      'BUILD_FAILED',
      /history ls/,
    ],
    ['a build that runs', record({ Status: 'running' }), 'BUILD_NOT_FOUND', /when it has/],
    [
      'an ID nobody knows',
      { to: ['inspect'], stderr: `ERROR: no record found for ref "${ID}"\n` },
      'BUILD_NOT_FOUND',
      /buildx ls/,
    ],
    [
      'a builder nobody knows',
      { to: ['inspect'], stderr: 'ERROR: no builder "b" found\n' },
      'BUILD_NOT_FOUND',
      /buildx ls/,
    ],
    [
      'Buildx before 0.20',
      { to: ['inspect'], stderr: 'ERROR: unknown command: docker buildx history' },
      'DOCKER_FAILED',
      /buildx 0\.21/,
    ],
    [
      'an engine that is off',
      { to: ['inspect'], stderr: 'ERROR: Cannot connect to the Docker daemon at x' },
      'DOCKER_FAILED',
      /Start Docker/,
    ],
    ['an answer that is none', { to: ['inspect'], stdout: 'hello' }, 'IMAGE_INVALID', /^$/],
  ])('%s', async (_, answer, code, hint) => {
    const source = await open([answer]);
    await expect(source.fetchRoot()).rejects.toMatchObject({ code, hint: expect.stringMatching(hint) });
  });

  test('the build’s own error is in the message, within bounds', async () => {
    const source = await open([record({ Status: 'failed', Error: { Message: 'x'.repeat(9000) } })]);
    await expect(source.fetchRoot()).rejects.toMatchObject({ message: expect.stringMatching(/^build:b\/.{0,700}$/) });
  });
});

describe('what a builder must not get through', () => {
  const given = record({ Attachments: [attachment(image.entry)] });
  const [path = ''] = [...image.files.keys()].slice(-1);
  const digest = path.replace(/^blobs\/(.*)\//, '$1:');

  test('other bytes than the digest says', async () => {
    const source = await open([given, { to: [digest], stdout: '{}' }]);
    await expect(source.fetchRoot()).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
  });

  test('more bytes than a manifest has', async () => {
    const source = await open([given, { to: [digest], stdout: Buffer.alloc(LIMITS.manifestBytes + 1) }]);
    await expect(source.fetchRoot()).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });

  test('another size than announced, and a size beyond the limit', async () => {
    const source = await open([given, ...contents(image)]);
    const root = await source.fetchRoot();
    if (root === null) throw new Error('there is a root');
    const descriptor = { mediaType: root.mediaType, digest: root.digest, size: 1, annotations: {}, platform: null };
    await expect(source.fetchManifest(descriptor)).rejects.toMatchObject({ code: 'IMAGE_INVALID' });
    const huge = { ...descriptor, size: LIMITS.configBytes + 1 };
    await expect(source.fetchBlob(huge)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
  });
});

test('docker is not handed secrets', async () => {
  const fake = await makeFakeDocker([record({ Attachments: [] })], {
    PATH: '/usr/bin',
    HOME: '/h',
    GITHUB_TOKEN: 's',
    INPUT_SECRETS: 's',
    ACTIONS_RUNTIME_TOKEN: 's',
    PLIMSOLL_PASSWORD: 's',
  });
  docker.fake = fake;
  await expect(openBuild(fake, { builder: 'b', id: ID }).fetchRoot()).rejects.toMatchObject({
    code: 'IMAGE_NOT_FOUND',
  });
  const [call] = await fake.calls();
  expect(call?.env).toMatchObject({ PATH: '/usr/bin', HOME: '/h' });
  expect(Object.values(call?.env ?? {})).not.toContain('s');
});

test('a docker that is not there', async () => {
  const source = openBuild({ path: '/nowhere/docker', env: {} }, { builder: null, id: ID });
  await expect(source.fetchRoot()).rejects.toMatchObject({
    code: 'DOCKER_FAILED',
    hint: expect.stringMatching(/PATH/),
  });
});
