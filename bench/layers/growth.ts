import { join } from 'node:path';
import { packLayer, type Layer } from '../../lab/layer.ts';
import { writeLayout } from '../../lab/layout.ts';
import { median } from '../time-commands.ts';
import type { Row } from '../row.ts';
import { listByUs } from './contenders.ts';
import { writeNodeTree } from './node-tree.ts';
import { race, ratioOf } from './race.ts';
import type { World } from './world.ts';

const LAYERS = [10, 100, 127];

/** The same files in few and in many layers; Docker takes 127. */
export async function measureGrowth(world: World): Promise<Row[]> {
  const files = world.isSmall ? 1270 : 12_700;
  const contenders = [];
  for (const count of LAYERS) contenders.push(listByUs(`oci:${await writeLayers(world, files, count)}`));
  const [few, ...many] = await race(contenders, { ...world, rounds: world.rounds * 2 });
  if (few === undefined) return [];
  const perThousand = median(few.times) / (files / 1000);
  return [
    {
      what: `list ${files} files in ${LAYERS[0] ?? 0} layers, the whole process`,
      goal: '<= 6 ms a 1,000 files',
      measured: `${perThousand.toFixed(1)} ms a 1,000 files`,
      peer: '',
      ratio: '',
      isMissed: false,
    },
    ...many.map((raced, place) => ({
      what: `the same files in ${LAYERS[place + 1] ?? 0} layers`,
      goal: '<= 1.6 of 10 layers',
      measured: `${median(raced.times).toFixed(0)} ms`,
      peer: `10 layers: ${median(few.times).toFixed(0)} ms`,
      ratio: ratioOf(raced, few).toFixed(2),
      isMissed: false,
    })),
  ];
}

async function writeLayers({ folder }: World, files: number, count: number): Promise<string> {
  const layout = join(folder, `layers-${count}`);
  const layers: Layer[] = [];
  for (let part = 0; part < count; part += 1) {
    const tree = join(folder, `tree-${count}-${part}`);
    await writeNodeTree(tree, { files, version: '1.0.0', part: { part, of: count } });
    layers.push(await packLayer({ folder: tree, layout, createdBy: `COPY part-${part}` }));
  }
  await writeLayout(layout, `layers:${count}`, [{ architecture: 'amd64', layers, defaults: {} }]);
  return layout;
}
