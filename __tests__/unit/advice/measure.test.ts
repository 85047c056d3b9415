import { describe, expect, test } from '@jest/globals';
import { putCosts } from '../../../src/advice/advise.ts';
import { openMeasure } from '../../../src/advice/measure.ts';
import { GO_BUILD_INFO, NPM_DEVELOPMENT } from '../../../src/layer/packages/text-marks.ts';
import { adviseOn, type Known } from './found.ts';
import { readFixtureBuild } from '../build/fixture.ts';
import { makeFile } from '../layer/make-entry.ts';
import type { Evidence, MeasuredImage, MeasuredLayer, MeasuredStep } from '../../../src/advice/evidence.ts';
import type { LayerEntry } from '../../../src/layer/layer-entry.ts';

const PIN = `@sha256:${'a'.repeat(64)}`;

const ran = (line: number, lastRanMs: number | null, more: Partial<MeasuredStep> = {}): MeasuredStep => ({
  name: `RUN ${line}`,
  stage: null,
  platform: null,
  status: 'ran',
  lastRanMs,
  isEmulated: false,
  source: { file: 'Dockerfile', line },
  ...more,
});

const layer = (line: number | null, entries: LayerEntry[], texts: [string, string][] = []): MeasuredLayer => ({
  line,
  diskBytes: entries.reduce((sum, { tarBytes }) => sum + tarBytes, 1024),
  content: { entries, texts: new Map(texts) },
});
const gone = (path: string): LayerEntry => ({ kind: 'whiteout', path, tarBytes: 512 });
const BASE = layer(null, [makeFile('/bin/sh', 100_000), makeFile('/var/lib/apt/lists/old_Packages', 5_000_000)]);
const made = (...own: MeasuredLayer[]): MeasuredImage => ({ layers: [BASE, ...own], baseLayers: 1, settings: {} });

/** `rule: time or bytes` of each finding that costs something, in the order in which they are told. */
function costs(text: string, evidence: Partial<Evidence>, known?: Known): string[] {
  const measure = openMeasure({ steps: [], image: null, isOnFreshBuilder: false, ...evidence });
  return putCosts(adviseOn(text, known), measure).flatMap(({ rule, cost }) =>
    cost === null ? [] : [`${rule.id}: ${cost.durationMs ?? cost.bytes ?? NaN} ${cost.when}`],
  );
}

describe('time', () => {
  const EARLY = `FROM node:22.1${PIN}\nUSER 1\nCOPY . .\nRUN npm ci\n`;
  const cost = ['source-before-dependencies: 11240 edit'];

  test('of the step that fetches, of the slowest platform', () => {
    expect(costs(EARLY, { steps: [ran(3, 40), ran(4, 11_240)] })).toEqual(cost);
    const steps = [ran(4, 11_240, { platform: 'linux/arm64' }), ran(4, 9000, { platform: 'linux/amd64' })];
    expect(costs(EARLY, { steps })).toEqual(cost);
  });

  test('of a step that was cached, as it last ran', () => {
    expect(costs(EARLY, { steps: [ran(4, 11_240, { status: 'cached' })] })).toEqual(cost);
  });

  test.each([
    ['nobody knows', [ran(4, null, { status: 'cached' })]],
    ['it failed', [ran(4, 11_240, { status: 'failed' })]],
    ['there is no such step', [ran(3, 11_240)]],
    ['a trigger of the base has the line too', [ran(4, 11_240), ran(4, 100)]],
    ['there is no build', []],
  ])('none where %s', (_, steps) => {
    expect(costs(EARLY, { steps })).toEqual([]);
  });

  test('none of a step that does more than that: it would run again all the same', () => {
    expect(costs(EARLY.replace('npm ci', 'npm ci && npm run build'), { steps: [ran(4, 11_240)] })).toEqual([]);
    expect(costs(EARLY.replace('npm ci', 'cd /x && npm ci'), { steps: [ran(4, 11_240)] })).toEqual(cost);
  });

  test('of all the steps that a commit runs again', () => {
    const text = `FROM debian:12.1${PIN}\nUSER 1\nARG GIT_SHA\nRUN apt-get install -y --no-install-recommends x\nRUN npm ci\nCOPY . .\nRUN make $GIT_SHA`;
    expect(costs(text, { steps: [ran(4, 2000), ran(5, 3000), ran(7, 9000)] })).toEqual([
      'changing-argument-early: 5000 commit',
    ]);
  });

  const GO = `FROM golang:1.26.1${PIN} AS build\nARG TARGETARCH\nRUN CGO_ENABLED=0 go build -trimpath -ldflags=-s -o /s\nFROM scratch\nCOPY --from=build /s /s\nUSER 1\n`;

  const MOUNTS = `FROM node:22.1${PIN} AS a\nRUN --mount=type=cache,target=/root/.npm npm ci\nRUN --mount=type=cache,target=/c make\n`;
  const OWN = { freshBuilder: { kind: 'own' } } as const;

  test('of what ran with empty cache mounts, on the platform that waits longest', () => {
    const on = (platform: string) => ({ platform });
    const steps = [
      ...[ran(2, 31_000, on('linux/amd64')), ran(2, 40_000, on('linux/arm64'))],
      ...[ran(3, 9600, on('linux/amd64')), ran(3, 90_000, { ...on('linux/arm64'), status: 'cached' })],
    ];
    expect(costs(MOUNTS, { steps, isOnFreshBuilder: true }, OWN)).toEqual(['cache-mount-not-kept: 40600 run']);
    // Seconds nobody feels; and of a builder that was used before, nobody knows what its mounts held.
    expect(costs(MOUNTS, { steps: [ran(2, 9900)], isOnFreshBuilder: true }, OWN)).toEqual([]);
    expect(costs(MOUNTS, { steps, isOnFreshBuilder: false }, OWN)).toEqual([]);
  });

  test('of pip on Alpine: what the step took', () => {
    const text = `FROM python:3.12.1-alpine3.20${PIN}\nUSER 1\nRUN apk add --no-cache gcc\nRUN pip install --no-cache-dir pandas\n`;
    expect(costs(text, { steps: [ran(3, 4000), ran(4, 312_000)] })).toEqual(['alpine-python: 312000 run']);
    expect(costs(text, { steps: [ran(3, 4000)] })).toEqual([]);
  });

  test('of emulation: what it takes more than the builder’s own platform', () => {
    const [foreign, own] = ['linux/arm64', 'linux/amd64'].map((platform) => ({ platform }));
    const steps = [ran(3, 58_000, { ...foreign, isEmulated: true }), ran(3, 6000, { ...own })];
    const known = { platforms: ['linux/amd64', 'linux/arm64'] };
    expect(costs(GO, { steps }, known)).toEqual(['emulated-go-build: 52000 emulation']);
    expect(costs(GO, { steps: steps.slice(0, 1) }, known)).toEqual([]);
    expect(costs(GO, { steps: steps.map((step) => ({ ...step, isEmulated: null })) }, known)).toEqual([]);
  });

  test('of real builds, as they were recorded', async () => {
    const { steps } = await readFixtureBuild('cold', 'cold.provenance.json');
    const measure = openMeasure({ steps, image: null, isOnFreshBuilder: false });
    const slept = measure({ kind: 'steps', when: 'edit', lines: [6] })?.durationMs ?? 0;
    expect(slept).toBeGreaterThan(1000);
    expect(slept).toBeLessThan(2000);
    const both = measure({ kind: 'steps', when: 'edit', lines: [6, 8] })?.durationMs ?? 0;
    expect(both - slept).toBeGreaterThan(500);
  });
});

describe('bytes', () => {
  const APT = `FROM debian:12.1${PIN}\nUSER 1\nRUN apt-get update && apt-get install -y --no-install-recommends x\n`;
  const LISTS = makeFile('/var/lib/apt/lists/deb_Packages', 20_000_000);

  test('of the cache that the layer keeps, and no other layer', () => {
    const image = made(layer(3, [LISTS, makeFile('/usr/bin/x', 900_000), makeFile('/var/lib/apt/lists/lock', 0)]));
    expect(costs(APT, { image })).toEqual([`package-cache-left: ${LISTS.tarBytes} pull`]);
  });

  test('of a compiler that is installed for a later step: its own folder and the headers', () => {
    const text = `FROM python:3.12.1-slim${PIN}\nRUN apk add gcc\nRUN pip install --no-cache-dir x\nUSER 1\nCMD ["uvicorn", "x:y"]\n`;
    const own = [makeFile('/usr/lib/gcc/x/12/cc1', 30_000_000), makeFile('/usr/include/stdio.h', 9000)];
    const image = made(
      layer(2, [...own, makeFile('/usr/bin/make', 200_000)]),
      layer(3, [makeFile('/usr/include/x.h', 1)]),
    );
    const bytes = own.reduce((sum, { tarBytes }) => sum + tarBytes, 0);
    expect(costs(text, { image })).toContain(`compiler-installed: ${bytes} pull`);
  });

  test('none where the cache is not there, or the layer was not read', () => {
    expect(costs(APT, { image: made(layer(3, [makeFile('/usr/bin/x', 900_000)])) })).toEqual([]);
    expect(costs(APT, { image: made({ ...layer(3, [LISTS]), content: null }) })).toEqual([]);
  });

  test('of what a layer hides or writes again, of the paths that are meant', () => {
    const text = `FROM debian:12.1${PIN}\nUSER 1\nCOPY app /app/\nCOPY data.tar.gz /tmp/data.tar.gz\nRUN chown -R 1000 /app\nRUN rm /tmp/data.tar.gz\n`;
    const [app, data] = [makeFile('/app/server', 8_000_000), makeFile('/tmp/data.tar.gz', 30_000_000)];
    const layers = [layer(3, [app]), layer(4, [data]), layer(5, [app]), layer(6, [gone('/tmp/data.tar.gz')])];
    expect(costs(text, { image: made(...layers) })).toEqual([
      `deleted-too-late: ${data.tarBytes} pull`,
      `rewritten-in-later-layer: ${app.tarBytes} pull`,
    ]);
    // The layer between could have written the file, too.
    const unread = layers.map((one) => (one.line === 5 ? { ...one, content: null } : one));
    expect(costs(text, { image: made(...unread) })).toEqual([]);
  });

  test('of the folders of the context that no image needs, where the build had them', () => {
    const text = `FROM debian:12.1${PIN}\nUSER 1\nWORKDIR /app\nCOPY . src/\n`;
    const known = { files: {}, needless: [{ path: '.git', bytes: 3_000_000, isMore: false }] };
    const pack = makeFile('/app/src/.git/objects/pack', 2_000_000);
    const copied = (...more: LayerEntry[]) => made(layer(4, [makeFile('/app/src/main.py', 9000), ...more]));
    expect(costs(text, { image: copied(pack) }, known)).toEqual([`context-too-wide: ${pack.tarBytes} pull`]);
    // A clean checkout has none, and of another stage the image has no layer.
    expect(costs(text, { image: copied() }, known)).toEqual([]);
    expect(costs(`${text}FROM scratch\nUSER 1\nCOPY --from=0 /app/src/main.py /\n`, { image: made() }, known)).toEqual(
      [],
    );
  });

  describe('of packages that are only recommended', () => {
    const RUN = 'apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*';
    const dockerfile = (run: string): string => `FROM debian:12.1${PIN}\nUSER 1\nRUN ${run}\n`;
    const SAYS: Record<string, string> = {
      curl: 'Depends: libcurl4 (= 7), zlib1g',
      libcurl4: 'Provides: libcurl\nPre-Depends: a | b:any\nRecommends: ca-certificates, psl',
      b: '',
      psl: 'Depends: psl-data',
      'psl-data': '',
      'ca-certificates': 'Depends: openssl, virtual',
      openssl: '',
      other: 'Provides: virtual (= 1)',
      old: 'Recommends: psl',
    };
    const status = (says: Record<string, string>): string =>
      Object.entries(says)
        .map(([name, fields]) =>
          [`Package: ${name}`, 'Status: install ok installed', 'Version: 1', fields]
            .filter((line) => line !== '')
            .join('\n'),
        )
        .join('\n\n');
    const BYTES = 50_000;
    /** Of a layer that these packages came with. */
    const install = (names: readonly string[], says = SAYS): MeasuredImage => {
      const list = makeFile('/var/lib/dpkg/status', 900, { contentHash: 'status' });
      const files = names.flatMap((name) => [
        makeFile(`/var/lib/dpkg/info/${name}.list`, 100, { contentHash: name }),
        makeFile(`/usr/share/${name}`, BYTES),
      ]);
      files.push(
        makeFile('/var/cache/apt/archives/psl_1%3a2_all.deb', 9000),
        makeFile('/usr/share', 0, { type: 'directory' }),
      );
      const lists = names.map((name): [string, string] => [name, `/.\n/usr/share\n/usr/share/${name}`]);
      return made(layer(3, [list, ...files], [['status', status(says)], ...lists]));
    };
    const cost = (run: string, image: MeasuredImage): string[] =>
      costs(dockerfile(run), { image }).filter((one) => one.startsWith('apt-recommends'));
    const ONE = makeFile('/usr/share/x', BYTES).tarBytes + makeFile('/var/lib/dpkg/info/x.list', 100).tarBytes;
    const DEB = makeFile('/x.deb', 9000).tarBytes;
    const ALL = ['curl', 'libcurl4', 'b', 'psl', 'psl-data', 'ca-certificates', 'openssl', 'other'];

    test('and of what these need; not of what was asked for or is needed, whoever provides it', () => {
      expect(cost(RUN, install(ALL))).toEqual([`apt-recommends: ${5 * ONE + DEB} pull`]);
      expect(cost(RUN.replace('curl', 'curl openssl psl'), install(ALL))).toEqual([`apt-recommends: ${2 * ONE} pull`]);
      expect(cost(RUN.replace('curl', 'curl psl ca-certificates'), install(ALL))).toEqual([]);
      // What the base had already is in no layer of the image's own.
      expect(cost(RUN, install(['curl', 'libcurl4', 'b', 'psl-data']))).toEqual([]);
    });

    test.each([
      ['something else brings packages', `${RUN} && dpkg -i x.deb`, install(ALL)],
      ['all of the system is brought up to date', RUN.replace('update', 'update && apt-get -y upgrade'), install(ALL)],
      ['there are two installations', `${RUN} && apt-get install -y psl`, install(ALL)],
      ['names are not all known', RUN.replace('curl', 'curl $MORE'), install(ALL)],
      ['a name is a pattern', RUN.replace('curl', "'curl.*'"), install(ALL)],
      ['a package was not installed by this layer', RUN.replace('curl', 'curl gnupg'), install(ALL)],
      ['no relations were kept', RUN, install(ALL, Object.fromEntries(ALL.map((name) => [name, ''])))],
    ])('none where %s', (_, run, image) => {
      expect(cost(run, image)).toEqual([]);
    });
  });

  test('of sources and what is between them and the program, in a build directory that is shipped', () => {
    const text = (base: string, run: string) =>
      `FROM ${base}${PIN} AS b\nWORKDIR /src\nCOPY . .\nRUN ${run}\nFROM debian:12.1${PIN}\nCOPY --from=b /src /app\nUSER 1\n`;
    const sum = (files: LayerEntry[]): number => files.reduce((bytes, { tarBytes }) => bytes + tarBytes, 0);
    const go = [
      makeFile('/app/main.go', 9000),
      makeFile('/app/.git/objects/pack', 400_000),
      makeFile('/app/go.sum', 5),
    ];
    const kept = [makeFile('/app/server', 5_000_000), makeFile('/app/templates/a.html', 700)];
    expect(
      costs(text('golang:1.26.1', 'CGO_ENABLED=0 go build -trimpath -ldflags=-s -o /src/server'), {
        image: made(layer(6, [...go, ...kept])),
      }),
    ).toEqual([`build-directory-shipped: ${sum(go)} pull`]);
    const rust = [
      makeFile('/app/target/release/deps/libserde.rlib', 2_000_000),
      makeFile('/app/target/debug/incremental/x/y.bin', 3_000_000),
      makeFile('/app/src/main.rs', 100),
    ];
    const program = makeFile('/app/target/release/server', 4_000_000);
    expect(costs(text('rust:1.82', 'cargo build --release'), { image: made(layer(6, [...rust, program])) })).toEqual([
      `build-directory-shipped: ${sum(rust)} pull`,
    ]);
    expect(costs(text('rust:1.82', 'cargo build --release'), { image: made(layer(6, [program])) })).toEqual([]);
  });

  test('of packages for development', () => {
    const text = `FROM node:22.1${PIN}\nUSER 1\nWORKDIR /a\nCOPY package.json package-lock.json ./\nRUN npm ci && npm cache clean --force\nCMD ["node", "x.js"]\n`;
    const list = makeFile('/a/node_modules/.package-lock.json', 400);
    const tsc = makeFile('/a/node_modules/tsc/lib.js', 4_000_000);
    const image = made(layer(5, [list, tsc], [[list.contentHash ?? '', `${NPM_DEVELOPMENT}node_modules/tsc`]]));
    const files = { 'package.json': '{"devDependencies":{"tsc":"1"}}', 'package-lock.json': '{}' };
    expect(costs(text, { image }, { files })).toEqual([`dev-dependencies-shipped: ${tsc.tarBytes} pull`]);
  });

  test('of the base that is shipped with its toolchain, where all of it is known', () => {
    const text = `FROM golang:1.26.1${PIN}\nUSER 1\nRUN go build -trimpath -ldflags="-s -w" -o /s\nCMD ["/s"]\n`;
    expect(costs(text, { image: made() })).toEqual([`toolchain-shipped: ${BASE.diskBytes ?? NaN} pull`]);
    expect(costs(text, { image: { ...made(), layers: [{ ...BASE, diskBytes: null }] } })).toEqual([]);
  });

  test('of the symbols of that very program', () => {
    const text = `FROM golang:1.26.1${PIN} AS b\nRUN CGO_ENABLED=0 go build -o /out/server\nFROM scratch\nCOPY --from=b /out/server /\nUSER 1\n`;
    const [server, other] = [makeFile('/server', 9_000_000), makeFile('/other', 7_000_000)];
    const texts = [server, other].map(({ contentHash }): [string, string] => [
      contentHash ?? '',
      `${GO_BUILD_INFO}go1.26\nstrip\t2500000`,
    ]);
    expect(costs(text, { image: made(layer(4, [server, other], texts)) })).toEqual(['go-flags: 2500000 pull']);
  });

  test('what costs most is told first, of one level', () => {
    const text = `${APT}RUN rm -rf /opt/x.tgz\n`.replace('USER 1\n', 'ADD x.tgz /opt/x.tgz\n');
    const order = (more: LayerEntry[]): string[] =>
      costs(text, {
        image: made(layer(2, [makeFile('/opt/x.tgz', 9_000_000)]), layer(3, more), layer(4, [gone('/opt/x.tgz')])),
      }).map((one) => one.replace(/:.*/, ''));
    expect(order([LISTS])).toEqual(['package-cache-left', 'deleted-too-late']);
    expect(order([makeFile('/var/lib/apt/lists/deb_Packages', 5000)])).toEqual([
      'deleted-too-late',
      'package-cache-left',
    ]);
  });
});
