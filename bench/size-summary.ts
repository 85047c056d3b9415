import * as v from 'valibot';
import { startBaseImages } from '../lab/bases/base-images.ts';
import { run } from '../lab/machine/run.ts';
import { type Registry, startRegistry } from '../lab/registry/registry.ts';
import type { Row } from './row.ts';
import { beyond, type Command, median, timeCommands } from './time-commands.ts';

const ROUNDS = 15;
const PLATFORMS = ['linux/amd64', 'linux/arm64'];

const ManifestSchema = v.object({ layers: v.array(v.object({ digest: v.string() })) });

/** The size table of two images of two platforms in a real registry, beside what it takes with crane by hand. */
export async function measureSizeSummary(crane: string): Promise<Row[]> {
  const registry = await startRegistry();
  try {
    await startBaseImages({ registry, names: ['busybox:latest', 'gcr.io/distroless/static-debian12:nonroot'] });
    const images = ['library/busybox:latest', 'distroless/static-debian12:nonroot'].map(
      (name) => `${registry.host}/${name}`,
    );
    const ours: Command[] = [['node', 'dist/cli/index.js', 'compare', '--details', 'sizes', '--quiet', ...images]];
    const byHand = images.flatMap((image): Command[] => [
      [crane, 'manifest', '--insecure', image],
      ...PLATFORMS.flatMap((platform): Command[] => [
        [crane, 'manifest', '--insecure', '--platform', platform, image],
        [crane, 'config', '--insecure', '--platform', platform, image],
      ]),
    ]);
    const bare: Command[] = [['node', 'bench/bare-requests.cjs', ...images]];
    const layers = new Set((await Promise.all(images.map((image) => listLayers(crane, image)))).flat());
    const counted = await count(registry, ours, layers);
    const peers = await count(registry, byHand, layers);
    const nothing: Command[] = [['node', '-e', '0']];
    const jobs = [nothing, ours, bare, byHand];
    const [node = [], summary = [], script = [], hand = []] = await timeCommands(jobs, ROUNDS);
    const none = { ratio: '', peer: '' };
    return [
      {
        what: 'size summary of two multi-arch images: requests',
        goal: '<= 10',
        measured: String(counted.requests),
        peer: `crane by hand: ${peers.requests}`,
        ratio: (peers.requests / counted.requests).toFixed(1),
        isMissed: counted.requests > 10,
      },
      {
        what: 'the same: bytes of layers',
        goal: '0',
        measured: String(counted.layerBytes),
        ...none,
        isMissed: counted.layerBytes > 0,
      },
      {
        what: 'the same: time beyond `node -e 0`',
        goal: '<= 30 ms',
        measured: `${beyond(summary, node).toFixed(0)} ms`,
        peer: `a bare script that asks the same: ${beyond(script, node).toFixed(0)} ms`,
        ratio: median(script.map((time, round) => time / (summary[round] ?? NaN))).toFixed(1),
        isMissed: false,
      },
      {
        what: 'the same: time in all',
        goal: '',
        measured: `${median(summary).toFixed(0)} ms`,
        peer: `crane by hand: ${median(hand).toFixed(0)} ms`,
        ratio: median(hand.map((time, round) => time / (summary[round] ?? NaN))).toFixed(1),
        isMissed: false,
      },
    ];
  } finally {
    await registry.stop();
  }
}

/** Digests of the layers of an image on every platform, as crane has them. */
async function listLayers(crane: string, image: string): Promise<string[]> {
  const manifests = await Promise.all(
    PLATFORMS.map((platform) => run(crane, ['manifest', '--insecure', '--platform', platform, image])),
  );
  return manifests.flatMap((text) => v.parse(ManifestSchema, JSON.parse(text)).layers.map(({ digest }) => digest));
}

/** Requests that commands make, and the bytes of layers among the answers, by the registry's access log. */
async function count(
  registry: Registry,
  commands: readonly Command[],
  layers: ReadonlySet<string>,
): Promise<{ requests: number; layerBytes: number }> {
  registry.forgetRequests();
  for (const [command, ...args] of commands) await run(command, args);
  const requests = registry.requests();
  const ofLayers = requests.filter(({ path }) => layers.has(path.slice(path.lastIndexOf('/') + 1)));
  return { requests: requests.length, layerBytes: ofLayers.reduce((sum, { bytesOut }) => sum + bytesOut, 0) };
}
