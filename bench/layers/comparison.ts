import type { Row } from '../row.ts';
import { compareBlobs, compareByCrane, compareByDocker, compareBySkopeo, compareByUs } from './contenders.ts';
import { makeNaive, makeNodeImage, type ImagePair } from './images.ts';
import { race, type Raced } from './race.ts';
import { readLayers } from './read-layers.ts';
import { rowsOfRace } from './timing-rows.ts';
import { forgetImages, pushImage, type World } from './world.ts';

/** Which files differ in content between two images in a registry. */
export async function measureComparison(world: World): Promise<Row[]> {
  const naive = await compareAll(world, 'naive', await makeNaive(world));
  const node = await makeNodeImage(world);
  const nm = await compareAll(world, 'nm', node);
  return [
    ...rowsOfRace('what differs, one layer of 20 MB out of that image changed', naive, {
      'crane export + mtree': '>= 75',
      'skopeo copy + mtree': '>= 45',
      'docker pull + save + mtree': '>= 130',
      'crane blob of the two layers + mtree': '>= 1',
    }),
    ...rowsOfRace(`what differs, one layer of ${node.files} files changed`, nm, {
      'crane export + mtree': '>= 7',
      'skopeo copy + mtree': '>= 4',
    }),
  ];
}

async function compareAll(world: World, name: string, pair: ImagePair): Promise<Raced[]> {
  const before = await pushImage(world, pair.before, `${name}:before`);
  const after = await pushImage(world, pair.after, `${name}:after`);
  const repository = `${world.registry.host}/${name}`;
  const changed = await Promise.all(
    [before, after].map(async (image) => `${repository}@${(await readLayers(image)).at(-1)?.digest ?? ''}`),
  );
  return await race(
    [
      compareByUs(before, after),
      compareByCrane(before, after),
      compareBySkopeo(before, after),
      compareByDocker(before, after, async () => {
        await forgetImages(world, [before, after]);
      }),
      compareBlobs(changed[0] ?? '', changed[1] ?? ''),
    ],
    world,
  );
}
