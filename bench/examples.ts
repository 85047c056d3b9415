import { debianRelease } from '../lab/debian-release.ts';
import { type Example, EXAMPLES, exampleFolder } from '../lab/examples.ts';
import { type FreshBuilds, startFreshBuilds } from './fresh-builds.ts';
import type { Row } from './row.ts';

const NATIVE = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64';

/** What the article says of each, in its own numbers. */
const CLAIMS: Readonly<Record<string, string>> = {
  'go-static': '980 MB to 14 MB, 70x; 4 min to 35 s by the cache, 6.9x',
  'go-scratch-tls': 'scratch needs the CA bundle, else x509 errors',
  'go-cgo-sqlite': 'distroless/base: about 25 MB, 40x',
  node: 'multi-stage; on Alpine in the article',
  java: 'distroless/java',
  python: 'slim, not Alpine: 40 MB more and no compiling',
};

/** Sizes on disk and build times of every example, before and after, for this machine's platform. */
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
    return {
      size,
      text: `${megabytes(size.onDiskBytes)}, cold ${seconds(cold.durationMs)}, warm ${seconds(warm.durationMs)}`,
    };
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

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
