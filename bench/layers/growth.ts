import { join } from 'node:path';
import { packLayer, type Layer } from '../../lab/bases/layer.ts';
import { writeLayout } from '../../lab/bases/layout.ts';
import { median } from '../time-commands.ts';
import type { Row } from '../row.ts';
import { listByUs } from './contenders.ts';
import { writeNodeTree } from './node-tree.ts';
import { race, ratioOf } from './race.ts';
import type { World } from './world.ts';

const LAYERS = [10, 100, 127];

/** Of the image with the same bytes in fewer files. */
const JOINED = 10;

/** What more files take, and the same files in more layers; Docker takes 127. */
export async function measureGrowth(world: World): Promise<Row[]> {
  const files = world.isSmall ? 1270 : 12_700;
  const contenders = [];
  for (const layers of LAYERS) contenders.push(listByUs(`oci:${await writeLayers(world, { files, layers })}`));
  const joined = await writeLayers(world, { files, layers: LAYERS[0] ?? 0, joined: JOINED });
  // It has other files.
  contenders.push({ ...listByUs(`oci:${joined}`), read: null });
  const raced = await race(contenders, { ...world, rounds: world.rounds * 2 });
  const [few, ...many] = raced.slice(0, LAYERS.length);
  const fewer = raced.at(-1);
  if (few === undefined || fewer === undefined) return [];
  const whole = median(few.times);
  const more = median(few.times.map((time, round) => time - (fewer.times[round] ?? NaN)));
  const thousands = (files - files / JOINED) / 1000;
  return [
    {
      what: `list ${files} files in ${LAYERS[0] ?? 0} layers, beyond the same bytes in ${files / JOINED} files`,
      goal: '<= 6 ms a 1,000 files',
      measured: `${(more / thousands).toFixed(1)} ms a 1,000 files`,
      peer: `the whole process: ${whole.toFixed(0)} ms, ${((whole * 1000) / files).toFixed(1)} ms a 1,000 files`,
      ratio: '',
      isMissed: false,
    },
    ...many.map((other, place) => ({
      what: `the same files in ${LAYERS[place + 1] ?? 0} layers`,
      goal: '<= 1.6 of 10 layers',
      measured: `${median(other.times).toFixed(0)} ms`,
      peer: `10 layers: ${whole.toFixed(0)} ms`,
      ratio: ratioOf(other, few).toFixed(2),
      isMissed: false,
    })),
  ];
}

async function writeLayers(
  { folder }: World,
  { files, layers: count, joined = 1 }: { readonly files: number; readonly layers: number; readonly joined?: number },
): Promise<string> {
  const name = `layers-${count}-${joined}`;
  const layout = join(folder, name);
  const layers: Layer[] = [];
  for (let part = 0; part < count; part += 1) {
    const tree = join(folder, `tree-${name}-${part}`);
    await writeNodeTree(tree, { files, version: '1.0.0', part: { part, of: count }, joined });
    layers.push(await packLayer({ folder: tree, layout, createdBy: `COPY part-${part}` }));
  }
  await writeLayout(layout, `${name}:1`, [{ architecture: 'amd64', layers, defaults: {} }]);
  return layout;
}
