import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { startEngine } from '../../lab/engine/engine.ts';
import { startRegistry } from '../../lab/registry/registry.ts';
import type { Row } from '../row.ts';
import { findPeers } from './peers.ts';
import { measureComparison } from './comparison.ts';
import { measureGrowth } from './growth.ts';
import { measureInflating } from './inflating.ts';
import { measureListing } from './listing.ts';
import { measureMemory } from './memory.ts';
import { measureRecords } from './records.ts';
import type { World } from './world.ts';

/** The goals inside of layers: images of 985 MB and of 58,000 files, peers beside us. Ten minutes, and 5 GB of disk. */
export async function measureLayers({ isSmall, rounds }: Pick<World, 'isSmall' | 'rounds'>): Promise<Row[]> {
  const log = (line: string): void => {
    console.error(`bench: ${line}`);
  };
  const engine = await startEngine({ log });
  const registry = await startRegistry({ log });
  const folder = await makeWorkDir('bench');
  try {
    const peers = await findPeers(log);
    const world: World = {
      engine,
      registry,
      folder,
      isSmall,
      log,
      env: { ...engine.env, ...peers },
      rounds,
    };
    const rows: Row[] = [];
    const all = [measureListing, measureInflating, measureComparison, measureRecords, measureGrowth, measureMemory];
    for (const measure of all) {
      log(measure.name);
      rows.push(...(await measure(world)));
    }
    return rows;
  } finally {
    await removeWorkDir(folder);
    await registry.stop();
    await engine.stop();
  }
}
