import { copyFile, link, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeLayout } from '../../lab/bases/layout.ts';
import type { Row } from '../row.ts';
import { listByUs, unpackBy } from './contenders.ts';
import { makeNaive } from './images.ts';
import { race } from './race.ts';
import { readLayers } from './read-layers.ts';
import { rowsOfRace } from './timing-rows.ts';
import type { World } from './world.ts';

/** One layer, gzipped by BuildKit, from the disk: inflated, checked, hashed and listed by us; inflated and listed by others. */
export async function measureInflating(world: World): Promise<Row[]> {
  const { before } = await makeNaive(world);
  const layers = await readLayers(`oci:${before}`);
  const [largest] = layers.toSorted((a, b) => b.onDiskBytes - a.onDiskBytes);
  if (largest === undefined) return [];
  const { digest, diffID, downloadBytes, onDiskBytes } = largest;
  const layout = join(world.folder, 'one-layer');
  const blob = join('blobs/sha256', digest.replace('sha256:', ''));
  await mkdir(join(layout, 'blobs/sha256'), { recursive: true });
  await link(join(before, blob), join(layout, blob)).catch(async () => {
    await copyFile(join(before, blob), join(layout, blob));
  });
  const layer = { digest, diffID, size: downloadBytes, createdBy: 'COPY' };
  await writeLayout(layout, 'one:layer', [{ architecture: 'amd64', layers: [layer], defaults: {} }]);
  const file = join(layout, blob);
  const raced = await race(
    [listByUs(`oci:${layout}`), unpackBy('igzip', `$IGZIP -dc ${file}`), unpackBy('gzip', `gzip -dc < ${file}`)],
    world,
  );
  return rowsOfRace(`inflate and list a layer of ${(onDiskBytes / 1e6).toFixed(0)} MB`, raced, {
    'igzip + tar': '>= 1.11',
    'gzip + tar': '>= 4',
  });
}
