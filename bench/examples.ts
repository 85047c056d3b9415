import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BaseName } from '../lab/bases/base-images.ts';
import { basePlace } from '../lab/bases/base-place.ts';
import { debianRelease } from '../lab/machine/debian-release.ts';
import { type Example, EXAMPLES, exampleFolder } from '../lab/examples/examples.ts';
import { type FreshBuilds, type Size, startFreshBuilds } from './fresh-builds.ts';
import type { Row } from './row.ts';

const NATIVE = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64';

/** What the article says of each, in its own numbers. */
const CLAIMS: Readonly<Record<string, string>> = {
  'go-static': '980 MB to 14 MB, 70x; 4 min to 35 s by the cache, 6.9x; a pull of 30 to 90 s to one of 1 to 2 s',
  'go-scratch-tls': 'scratch needs the CA bundle, else x509 errors',
  'go-cgo-sqlite': 'distroless/base: about 25 MB, 40x',
  java: 'distroless/java',
  node: 'multi-stage; on Alpine in the article',
  php: 'fpm-alpine',
  python: 'slim, not Alpine: 40 MB more and no compiling',
};

/** What it says of base images. */
const BASE_CLAIMS: readonly { readonly base: BaseName; readonly claim: string }[] = [
  { base: 'golang:1.26', claim: '940 MB before a line of yours' },
  { base: 'gcr.io/distroless/static-debian12:nonroot', claim: 'about 2 MB' },
];

/** Bits a second of the pulls that the article's are set beside. */
const SPEED = 100e6;

/** Sizes, build times and pulls of every example, before and after, for this machine's platform, and the article's other numbers. */
export async function measureExamples(): Promise<Row[]> {
  const bases = [...new Set(EXAMPLES.flatMap((example) => example.bases))];
  const log = (line: string): void => {
    console.error(`bench: ${line}`);
  };
  const builds = await startFreshBuilds(bases, log);
  const on = (await debianRelease()) === null ? "upstream's" : "built from Debian's packages";
  try {
    const rows: Row[] = [];
    for (const example of EXAMPLES) {
      log(example.name);
      rows.push(await measureExample(builds, example, on));
    }
    for (const { base, claim } of BASE_CLAIMS) rows.push(await measureBase(builds, base, claim, on));
    log('go-static without flags of the linker');
    rows.push(await measureFlags(builds));
    return rows;
  } finally {
    await builds.stop();
  }
}

async function measureExample(builds: FreshBuilds, { name, bases }: Example, on: string): Promise<Row> {
  const measure = async (file: string) => {
    const repository = `examples/${name}-${file.toLowerCase()}`;
    const wanted = { context: exampleFolder(name), file, platforms: [NATIVE], repository };
    const cold = await builds.build(wanted);
    const warm = await builds.build(wanted);
    const size = await builds.measure(`${builds.host}/${repository}:latest`, NATIVE);
    const times = `cold ${seconds(cold.durationMs)}, warm ${seconds(warm.durationMs)}, pulled in ${pullTime(size)}`;
    return { size, text: `${megabytes(size.onDiskBytes)}, ${times}` };
  };
  const before = await measure('before.Dockerfile');
  const after = await measure('Dockerfile');
  const images = bases.filter((base) => !base.startsWith('docker/dockerfile')).map((base) => `\`${base}\``);
  return {
    what: `[${name}](${name}) on ${images.join(', ')}, ${on}`,
    goal: CLAIMS[name] ?? '',
    measured: after.text,
    peer: before.text,
    ratio: (before.size.onDiskBytes / after.size.onDiskBytes).toFixed(1),
    isMissed: false,
  };
}

async function measureBase(builds: FreshBuilds, base: BaseName, claim: string, on: string): Promise<Row> {
  const { repository, tag } = basePlace(base);
  const size = await builds.measure(`${builds.host}/${repository}:${tag}`, NATIVE);
  return {
    what: `\`${base}\` alone, ${on}`,
    goal: claim,
    measured: `${megabytes(size.onDiskBytes)}, pulled in ${pullTime(size)}`,
    peer: '',
    ratio: '',
    isMissed: false,
  };
}

/** What `-ldflags="-s -w"` takes away: the image without it, less that with it, is the program's. */
async function measureFlags(builds: FreshBuilds): Promise<Row> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-flags-'));
  try {
    await cp(exampleFolder('go-static'), folder, { recursive: true });
    const text = await readFile(join(folder, 'Dockerfile'), 'utf8');
    await writeFile(join(folder, 'Dockerfile'), text.replace(/^\s+-ldflags=.*\n/m, ''));
    const sizeOf = async (repository: string): Promise<Size> =>
      await builds.measure(`${builds.host}/${repository}:latest`, NATIVE);
    const repository = 'examples/go-static-unstripped';
    await builds.build({ context: folder, file: 'Dockerfile', platforms: [NATIVE], repository });
    const { repository: baseRepository, tag } = basePlace('gcr.io/distroless/static-debian12:nonroot');
    const base = await builds.measure(`${builds.host}/${baseRepository}:${tag}`, NATIVE);
    const stripped = (await sizeOf('examples/go-static-dockerfile')).onDiskBytes - base.onDiskBytes;
    const whole = (await sizeOf(repository)).onDiskBytes - base.onDiskBytes;
    return {
      what: 'the program of [go-static](go-static) with `-ldflags="-s -w"`, beside that without',
      goal: 'about 25 % smaller',
      measured: `${megabytes(stripped)}: ${((1 - stripped / whole) * 100).toFixed(0)} % smaller`,
      peer: megabytes(whole),
      ratio: (whole / stripped).toFixed(1),
      isMissed: false,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function pullTime({ downloadBytes }: Size): string {
  return seconds(((downloadBytes * 8) / SPEED) * 1000);
}
