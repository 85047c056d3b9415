import type { Row } from '../row.ts';
import { fetchByCurl, listByCrane, listByDocker, listBySkopeo, listByUs } from './contenders.ts';
import { makeNaive } from './images.ts';
import { race } from './race.ts';
import { readLayers } from './read-layers.ts';
import { startThrottle } from './throttle.ts';
import { rowsOfRace } from './timing-rows.ts';
import { forgetImages, pushImage, type World } from './world.ts';

const LINK_BYTES_PER_SECOND = 100e6;

/** All files of an image that nothing is known of yet, out of a registry on the loopback; and at the speed of a link. */
export async function measureListing(world: World): Promise<Row[]> {
  const { before } = await makeNaive(world);
  const image = await pushImage(world, before, 'naive:before');
  const layers = await readLayers(image);
  const bytes = layers.reduce((sum, { onDiskBytes }) => sum + onDiskBytes, 0);
  const what = `list the files of an image of ${(bytes / 1e6).toFixed(0)} MB`;
  const near = [
    listByUs(image),
    listByCrane(image),
    listBySkopeo(image),
    listByDocker(image, async () => {
      await forgetImages(world, [image]);
    }),
  ];
  const rows = rowsOfRace(what, await race(near, world), {
    'crane export + tar': '>= 5',
    'skopeo copy + tar': '>= 5',
    'docker pull + save + tar': '>= 16',
  });
  const link = await startThrottle(Number(new URL(world.registry.url).port), LINK_BYTES_PER_SECOND);
  try {
    const far = image.replace(world.registry.host, link.host);
    const urls = layers.map(({ digest }) => `http://${link.host}/v2/naive/blobs/${digest}`);
    const raced = await race([listByUs(far), fetchByCurl(urls)], world);
    return [...rows, ...rowsOfRace(`${what} at 100 MB/s`, raced, { 'curl of the same blobs': '>= 0.98' })];
  } finally {
    await link.stop();
  }
}
