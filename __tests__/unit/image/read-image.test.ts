import { describe as suite, expect, test } from '@jest/globals';
import { digestOf } from '../../../src/image/digest-of.ts';
import { downloadBytes } from '../../../src/image/image.ts';
import { LIMITS } from '../../../src/image/limits.ts';
import { readImage } from '../../../src/image/read-image.ts';
import { describe, DOCKER_LIST, DOCKER_MANIFEST, ImageStore, OCI_INDEX, OCI_MANIFEST } from './image-store.ts';

const AMD64 = { os: 'linux', architecture: 'amd64' };
const ARM64 = { os: 'linux', architecture: 'arm64', variant: 'v8' };
const UNKNOWN = { os: 'unknown', architecture: 'unknown' };

suite('readImage', () => {
  test('reads a manifest without an index, its platform from the config', async () => {
    const store = new ImageStore();
    const root = store.putImage({
      layers: [
        ['base', 1000],
        ['app', 200],
      ],
      config: { architecture: 'arm', config: { Labels: { a: 'b' }, User: 'x' } },
      manifest: { annotations: { c: 'd' } },
    });
    const image = await readImage(store.open(root));
    expect(image).toMatchObject({ name: 'test:image', digest: root.digest, annotations: { c: 'd' } });
    expect(image?.platforms).toEqual([
      {
        platform: 'linux/arm/v7',
        manifestDigest: root.digest,
        config: { digest: expect.stringMatching(/^sha256:/), size: expect.any(Number) },
        labels: { a: 'b' },
        settings: { USER: '"x"' },
        annotations: { c: 'd' },
        layers: [
          {
            digest: digestOf(Buffer.from('blob base')),
            diffID: digestOf(Buffer.from('diff base')),
            mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
            downloadBytes: 1000,
            createdBy: 'RUN base',
          },
          expect.objectContaining({ downloadBytes: 200, createdBy: 'RUN app' }),
        ],
      },
    ]);
  });

  test.each([
    ['OCI', OCI_INDEX, false],
    ['Docker', DOCKER_LIST, true],
  ])(
    'reads an index of the %s family in its order, without attestations, in as many requests as documents',
    async (_, type, docker) => {
      const store = new ImageStore();
      const [arm, amd] = [
        store.putImage({ docker, layers: [['arm', 1]] }),
        store.putImage({ docker, layers: [['amd', 2]] }),
      ];
      const attestation = store.putImage({ config: { architecture: 'unknown', os: 'unknown' } });
      const root = store.putIndex(
        [
          describe(arm, { platform: ARM64 }),
          describe(amd, { platform: AMD64 }),
          describe(attestation, { platform: UNKNOWN }),
          describe(attestation, {
            platform: AMD64,
            annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
          }),
        ],
        { annotations: { e: 'f' } },
        type,
      );
      const source = store.open(root);
      const image = await readImage(source);
      expect(image?.platforms.map(({ platform }) => platform)).toEqual(['linux/arm64', 'linux/amd64']);
      expect(image?.annotations).toEqual({ e: 'f' });
      expect(source.asked).toHaveLength(5);
    },
  );

  test('absence is no error', async () => {
    expect(await readImage(new ImageStore().open(null))).toBeNull();
  });

  test('the first of a platform counts, whatever its name is written like', async () => {
    const store = new ImageStore();
    const [gzip, zstd] = [store.putImage({ layers: [['gzip', 1]] }), store.putImage({ layers: [['zstd', 2]] })];
    const root = store.putIndex([
      describe(gzip, { platform: ARM64 }),
      describe(zstd, { platform: { os: 'linux', architecture: 'aarch64' } }),
    ]);
    const source = store.open(root);
    const image = await readImage(source);
    expect(image?.platforms.map(({ platform, manifestDigest }) => [platform, manifestDigest])).toEqual([
      ['linux/arm64', gzip.digest],
    ]);
    expect(source.asked).not.toContain(zstd.digest);
    expect(image?.repeated).toEqual(['linux/arm64']);
  });

  test('two Windows versions are one platform, and that is said', async () => {
    const store = new ImageStore();
    const [first, second] = [store.putImage({ layers: [['a', 1]] }), store.putImage({ layers: [['b', 1]] })];
    const windows = { os: 'windows', architecture: 'amd64' };
    const root = store.putIndex([
      describe(first, { platform: { ...windows, 'os.version': '10.0.17763.1' } }),
      describe(second, { platform: { ...windows, 'os.version': '10.0.20348.1' } }),
    ]);
    const image = await readImage(store.open(root));
    expect(image?.platforms.map(({ platform }) => platform)).toEqual(['windows/amd64']);
    expect(image?.repeated).toEqual(['windows/amd64']);
    const twice = await readImage(store.open(store.putIndex([describe(first), describe(first), describe(second)])));
    expect(twice?.repeated).toEqual(['linux/amd64']);
    expect((await readImage(store.open(store.putIndex([describe(first), describe(first)]))))?.repeated).toEqual([]);
  });

  test('a platform that the index does not name is read from the config', async () => {
    const store = new ImageStore();
    const [arm, amd] = [store.putImage({ config: { architecture: 'arm64', variant: 'v8' } }), store.putImage()];
    const root = store.putIndex([describe(arm), describe(amd, { platform: { os: '', architecture: '' } })]);
    const image = await readImage(store.open(root));
    expect(image?.platforms.map(({ platform }) => platform)).toEqual(['linux/arm64', 'linux/amd64']);
  });

  test('nested indexes count in the place where they stand', async () => {
    const store = new ImageStore();
    const [arm, amd, riscv] = [
      store.putImage({ layers: [['1', 1]] }),
      store.putImage({ layers: [['2', 1]] }),
      store.putImage({ layers: [['3', 1]] }),
    ];
    const inner = store.putIndex([describe(arm, { platform: ARM64 })]);
    const middle = store.putIndex([describe(inner), describe(amd, { platform: AMD64 })]);
    const root = store.putIndex([
      describe(middle),
      describe(riscv, { platform: { os: 'linux', architecture: 'riscv64' } }),
    ]);
    const image = await readImage(store.open(root));
    expect(image?.platforms.map(({ platform }) => platform)).toEqual(['linux/arm64', 'linux/amd64', 'linux/riscv64']);
  });

  test('what is no image in an index is passed over, asked for or not', async () => {
    const store = new ImageStore();
    const image = store.putImage();
    const helm = store.putImage({
      manifest: { config: { mediaType: 'application/vnd.cncf.helm.config.v1+json', digest: image.digest, size: 2 } },
    });
    const root = store.putIndex([
      describe(helm),
      describe(image, { platform: AMD64 }),
      describe(image, { mediaType: 'application/vnd.example.thing' }),
    ]);
    expect((await readImage(store.open(root)))?.platforms).toHaveLength(1);
  });

  test('only the platforms asked for are fetched; the others are named where it has none of them', async () => {
    const store = new ImageStore();
    const [arm, amd] = [store.putImage({ layers: [['arm', 1]] }), store.putImage({ layers: [['amd', 2]] })];
    const root = store.putIndex([describe(arm, { platform: ARM64 }), describe(amd, { platform: AMD64 })]);
    const source = store.open(root);
    const image = await readImage(source, { platforms: ['linux/amd64', 'linux/s390x'] });
    expect(image?.platforms.map(({ platform }) => platform)).toEqual(['linux/amd64']);
    expect(source.asked).toHaveLength(3);
    await expect(readImage(store.open(root), { platforms: ['linux/s390x'] })).rejects.toMatchObject({
      code: 'IMAGE_NOT_FOUND',
      hint: 'It has linux/arm64, linux/amd64.',
    });
    await expect(readImage(store.open(amd), { platforms: ['linux/s390x'] })).rejects.toMatchObject({
      code: 'IMAGE_NOT_FOUND',
      hint: 'It has linux/amd64.',
    });
  });

  test('a blob that stands twice is downloaded once', async () => {
    const store = new ImageStore();
    const root = store.putImage({
      layers: [
        ['a', 100],
        ['a', 100],
        ['b', 10],
      ],
    });
    const [platform] = (await readImage(store.open(root)))?.platforms ?? [];
    expect(platform?.layers).toHaveLength(3);
    expect(platform && downloadBytes(platform) - platform.config.size).toBe(110);
  });

  test('a history that does not fit the layers names none of them', async () => {
    const store = new ImageStore();
    const layers = [
      ['a', 1],
      ['b', 1],
    ] as const;
    const read = async (history: unknown) =>
      (await readImage(store.open(store.putImage({ layers, config: { history } }))))?.platforms[0]?.layers.map(
        ({ createdBy }) => createdBy,
      );
    expect(
      await read([
        { created_by: 'ENV A=1', empty_layer: true },
        { created_by: 'COPY a' },
        { created_by: 'CMD x', empty_layer: true },
        { created_by: 'RUN |1 T=secret value /bin/sh -c b # buildkit' },
      ]),
    ).toEqual(['COPY a', 'RUN /bin/sh -c b # buildkit']);
    expect(await read([{ created_by: 'squashed' }])).toEqual(['', '']);
    expect(await read(undefined)).toEqual(['', '']);
    expect(await read(null)).toEqual(['', '']);
    expect(await read([{}, {}])).toEqual(['', '']);
  });

  test('an image without layers is one', async () => {
    const store = new ImageStore();
    const root = store.putImage({ layers: [] });
    expect((await readImage(store.open(root)))?.platforms[0]?.layers).toEqual([]);
  });

  test.each<[string, (store: ImageStore) => ReturnType<ImageStore['put']>, string, string]>([
    [
      'a number of layers that the config does not have',
      (store) => store.putImage({ config: { rootfs: { type: 'layers', diff_ids: [] } } }),
      'IMAGE_INVALID',
      'names 0 layers, and the manifest 1',
    ],
    [
      'a config without a platform and no index to name one',
      (store) => store.putImage({ config: { architecture: '' } }),
      'IMAGE_INVALID',
      'for which platform',
    ],
    [
      'an attestation by its own digest',
      (store) => store.putImage({ config: { architecture: 'unknown', os: 'unknown' } }),
      'IMAGE_INVALID',
      'no container image, but an attestation',
    ],
    [
      'a Helm chart',
      (store) => {
        const config = store.put('application/vnd.cncf.helm.config.v1+json', {});
        return store.put(OCI_MANIFEST, { schemaVersion: 2, config: describe(config), layers: [] });
      },
      'IMAGE_INVALID',
      'no container image, but an artifact of type application/vnd.cncf.helm.config.v1+json',
    ],
    [
      "a signature of cosign's, which has the config of an image",
      (store) => {
        const signature = store.put('application/vnd.dev.cosign.simplesigning.v1+json', { critical: {} });
        return store.putImage({
          config: { architecture: '', os: '' },
          manifest: { layers: [describe(signature)] },
        });
      },
      'IMAGE_INVALID',
      'no container image, but an artifact of type application/vnd.dev.cosign.simplesigning.v1+json',
    ],
    ['an index of nothing', (store) => store.putIndex([]), 'IMAGE_INVALID', 'has no image of any platform'],
    [
      'an index of attestations alone',
      (store) => store.putIndex([describe(store.putImage(), { platform: UNKNOWN })]),
      'IMAGE_INVALID',
      'has no image of any platform',
    ],
    [
      'indexes inside one another without end',
      (store) => {
        let index = store.putIndex([describe(store.putImage())]);
        for (let depth = 0; depth <= LIMITS.nestingDepth; depth += 1) index = store.putIndex([describe(index)]);
        return index;
      },
      'LIMIT_EXCEEDED',
      'indexes inside one another',
    ],
    [
      'more entries than are read, in one index',
      (store) => {
        const entry = describe(store.putImage());
        return store.putIndex(Array.from({ length: LIMITS.indexEntries + 1 }, () => entry));
      },
      'LIMIT_EXCEEDED',
      `${LIMITS.indexEntries} are read`,
    ],
    [
      'more entries than are read, in many indexes',
      (store) => {
        const entry = describe(store.putImage());
        const nested = describe(store.putIndex(Array.from({ length: 100 }, () => entry)));
        return store.putIndex(Array.from({ length: 50 }, () => nested));
      },
      'LIMIT_EXCEEDED',
      `more than ${LIMITS.indexEntries} entries`,
    ],
    [
      'more layers than are read',
      (store) =>
        store.putImage({ layers: Array.from({ length: LIMITS.layers + 1 }, (_, place) => [String(place), 1]) }),
      'LIMIT_EXCEEDED',
      `${LIMITS.layers} are read`,
    ],
    [
      'a config larger than is read, before it is fetched',
      (store) => {
        const config = store.put('application/vnd.oci.image.config.v1+json', {});
        return store.put(OCI_MANIFEST, {
          schemaVersion: 2,
          config: { ...describe(config), size: LIMITS.configBytes + 1 },
          layers: [],
        });
      },
      'LIMIT_EXCEEDED',
      'bytes in its config',
    ],
    [
      'an entry that turns out to be an index',
      (store) => store.putIndex([describe(store.putIndex([]), { mediaType: OCI_MANIFEST })]),
      'IMAGE_INVALID',
      'is an index, and its entry says otherwise',
    ],
    [
      'a nested index that turns out to be a manifest',
      (store) =>
        store.putIndex([
          describe(store.put(DOCKER_MANIFEST, { schemaVersion: 2, config: describe(store.putImage()), layers: [] }), {
            mediaType: OCI_INDEX,
          }),
        ]),
      'IMAGE_INVALID',
      'is no index, and its entry says so',
    ],
  ])('refuses %s', async (_, make, code, message) => {
    const store = new ImageStore();
    await expect(readImage(store.open(make(store)))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});
