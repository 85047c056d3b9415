import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianRelease } from '../lab/machine/debian-release.ts';
import { exampleFolder, findExample } from '../lab/examples/examples.ts';
import { type BuildResult, type FreshBuilds, type Size, startFreshBuilds } from './fresh-builds.ts';
import type { Row } from './row.ts';
import { median } from './time-commands.ts';

const NATIVE = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64';
const BOTH = ['linux/amd64', 'linux/arm64'];

/** The article's own numbers: 4 minutes to 35 seconds, 980 MB to 14 MB. */
const CLAIM = { speedup: 6.9, shrinkage: 70 };

/** What changes in a source file, so that the program is another one. */
const CHANGE = { file: 'cmd/server/main.go', from: '"listening"', to: '"listening now"' };

/** A Dockerfile and its times: from nothing, with nothing changed, and with a change of the source; each on a new builder. */
interface Story {
  readonly cold: BuildResult[];
  readonly warm: BuildResult[];
  readonly changed: BuildResult[];
  readonly size: Size;
}

/** The article's claims on its Go service: what the registry cache saves once the builder is gone, and what an image without its compiler weighs. */
export async function measureArticle(options: { readonly rounds: number }): Promise<Row[]> {
  const example = findExample('go-static');
  const log = (line: string): void => {
    console.error(`bench: ${line}`);
  };
  const builds = await startFreshBuilds(example.bases, log);
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-article-'));
  try {
    await cp(exampleFolder(example.name), folder, { recursive: true });
    await writeWithoutMounts(folder);
    const tell = async (file: string, platforms: readonly string[]): Promise<Story> =>
      await tellStory(builds, { folder, file, platforms, rounds: options.rounds, log });
    const after = await tell('Dockerfile', BOTH);
    const mountless = await tell('mountless.Dockerfile', BOTH);
    const before = await tell('before.Dockerfile', [NATIVE]);
    return [...timeRows(after, mountless, before), ...sizeRows(after.size, before.size, await describeBases())];
  } finally {
    await builds.stop();
    await rm(folder, { recursive: true });
  }
}

/** The article's file without its cache mounts: modules lie in a layer, which the registry cache carries. */
async function writeWithoutMounts(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'Dockerfile'), 'utf8');
  const mountless = text.replace(/--mount=type=cache,target=\S+ \\\n\s*/g, '');
  await writeFile(join(folder, 'mountless.Dockerfile'), mountless);
}

async function tellStory(
  builds: FreshBuilds,
  options: {
    readonly folder: string;
    readonly file: string;
    readonly platforms: readonly string[];
    readonly rounds: number;
    readonly log: (line: string) => void;
  },
): Promise<Story> {
  const { folder, file, platforms, rounds, log } = options;
  const source = join(folder, CHANGE.file);
  const original = await readFile(source, 'utf8');
  const times: Omit<Story, 'size'> = { cold: [], warm: [], changed: [] };
  let reference = '';
  for (let round = 0; round < rounds; round += 1) {
    // A cache of its own, so that each round begins with none.
    const repository = `article/${file.toLowerCase()}-${round}`;
    reference = `${builds.host}/${repository}:latest`;
    const build = async (into: BuildResult[], what: string): Promise<void> => {
      const result = await builds.build({ context: folder, file, platforms, repository });
      into.push(result);
      log(`${file}, ${what}: ${showSeconds([result])}, ${countRestored([result])} steps restored`);
    };
    await build(times.cold, 'cold');
    await build(times.warm, 'nothing changed');
    await writeFile(source, original.replace(CHANGE.from, CHANGE.to));
    await build(times.changed, 'source changed');
    await writeFile(source, original);
  }
  return { ...times, size: await builds.measure(reference, NATIVE) };
}

function timeRows(after: Story, mountless: Story, before: Story): Row[] {
  const naive = (results: readonly BuildResult[]): string =>
    `\`before.Dockerfile\`, for one platform: ${showSeconds(results)}`;
  const row = (what: string, story: Story, results: readonly BuildResult[], peer: string): Row => ({
    what,
    goal: '',
    measured: `${showSeconds(results)}, ${countRestored(results)} steps restored`,
    peer,
    ratio: showRatio(story.cold, results),
    isMissed: false,
  });
  return [
    row('`examples/go-static`, two platforms, cold', after, after.cold, naive(before.cold)),
    {
      ...row('the same on a new builder, from the registry cache: cold / this', after, after.warm, naive(before.warm)),
      goal: `>= ${CLAIM.speedup}, all steps restored`,
      // Time is not judged; what was restored is.
      isMissed: after.warm.some(({ steps }) => steps.some(({ status }) => status !== 'cached')),
    },
    row('the same, a source file changed: cold / this', after, after.changed, naive(before.changed)),
    row('without its cache mounts, cold', mountless, mountless.cold, ''),
    row('the same, a source file changed: cold / this', mountless, mountless.changed, ''),
    row('`before.Dockerfile`, a source file changed: cold / this', before, before.changed, ''),
  ];
}

function sizeRows(after: Size, before: Size, bases: string): Row[] {
  const row = (what: string, key: keyof Size): Row => ({
    what: `${what} of \`before.Dockerfile\` / of \`Dockerfile\` (bases: ${bases})`,
    goal: key === 'onDiskBytes' ? `>= ${CLAIM.shrinkage} (980 MB to 14 MB)` : '',
    measured: showMegabytes(after[key]),
    peer: showMegabytes(before[key]),
    ratio: (before[key] / after[key]).toFixed(0),
    isMissed: key === 'onDiskBytes' && before[key] / after[key] < CLAIM.shrinkage,
  });
  return [row('size on disk', 'onDiskBytes'), row('download', 'downloadBytes')];
}

/** What the bases are, for who reads the numbers. */
async function describeBases(): Promise<string> {
  return (await debianRelease()) === null ? "upstream's" : "built from Debian's packages";
}

function showSeconds(results: readonly BuildResult[]): string {
  return `${(median(results.map(({ durationMs }) => durationMs)) / 1000).toFixed(1)} s`;
}

/** Of the last of the rounds: they do not differ. */
function countRestored(results: readonly BuildResult[]): string {
  const steps = results.at(-1)?.steps ?? [];
  return `${steps.filter(({ status }) => status === 'cached').length} of ${steps.length}`;
}

function showRatio(cold: readonly BuildResult[], results: readonly BuildResult[]): string {
  if (cold === results) return '';
  const ratios = results.map(({ durationMs }, round) => (cold[round]?.durationMs ?? NaN) / durationMs);
  return median(ratios).toFixed(1);
}

function showMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
