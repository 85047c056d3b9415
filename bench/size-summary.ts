import { startBaseImages } from '../lab/base-images.ts';
import { run } from '../lab/run.ts';
import { type Registry, startRegistry } from '../lab/registry.ts';
import type { Row } from './row.ts';
import { beyond, type Command, median, timeCommands } from './time-commands.ts';

const ROUNDS = 15;
const PLATFORMS = ['linux/amd64', 'linux/arm64'];

/** The size table of two images of two platforms in a real registry, beside what it takes with crane by hand. */
export async function measureSizeSummary(crane: string): Promise<Row[]> {
  const registry = await startRegistry();
  try {
    await startBaseImages({ registry, names: ['busybox:latest', 'gcr.io/distroless/static-debian11:nonroot'] });
    const images = ['library/busybox:latest', 'distroless/static-debian11:nonroot'].map(
      (name) => `${registry.host}/${name}`,
    );
    const ours: Command[] = [['node', 'dist/cli/index.js', 'compare', '--quiet', ...images]];
    const byHand = images.flatMap((image): Command[] => [
      [crane, 'manifest', '--insecure', image],
      ...PLATFORMS.flatMap((platform): Command[] => [
        [crane, 'manifest', '--insecure', '--platform', platform, image],
        [crane, 'config', '--insecure', '--platform', platform, image],
      ]),
    ]);
    const counted = await count(registry, ours);
    const peers = await count(registry, byHand);
    const [node = [], summary = [], hand = []] = await timeCommands([[['node', '-e', '0']], ours, byHand], ROUNDS);
    const ratios = hand.map((time, round) => time / (summary[round] ?? NaN));
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
        peer: `crane by hand: ${median(hand).toFixed(0)} ms in all, ours ${median(summary).toFixed(0)} ms`,
        ratio: median(ratios).toFixed(1),
        isMissed: false,
      },
    ];
  } finally {
    await registry.stop();
  }
}

/** Requests that commands make, and the bytes of layers among the answers: no config of these images comes near 64 kB. */
async function count(
  registry: Registry,
  commands: readonly Command[],
): Promise<{ requests: number; layerBytes: number }> {
  registry.forgetRequests();
  for (const [command, ...args] of commands) await run(command, args);
  const requests = registry.requests();
  const layers = requests.filter(({ path, bytesOut }) => path.includes('/blobs/') && bytesOut > 65_536);
  return { requests: requests.length, layerBytes: layers.reduce((sum, { bytesOut }) => sum + bytesOut, 0) };
}
