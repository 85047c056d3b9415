import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packLayer } from '../../lab/bases/layer.ts';
import { writeLayout } from '../../lab/bases/layout.ts';
import { run } from '../../lab/machine/run.ts';
import type { Row } from '../row.ts';
import type { World } from './world.ts';

const GOAL_BYTES = 80e6;

/** The most memory that reading a layer takes, beside what Node takes for nothing. */
export async function measureMemory(world: World): Promise<Row[]> {
  const megabytes = world.isSmall ? 430 : 4300;
  const tree = join(world.folder, 'large');
  await mkdir(tree);
  // Text that packs as programs do, and zeros, which come out of their blob a thousandfold.
  const half = `${megabytes / 2}M`;
  const write = `(od -An -v -tx8 -N 40000000 /dev/urandom > text; while cat text 2> /dev/null; do :; done) | head -c ${half} > text.bin; rm text; truncate -s ${half} zeros.bin`;
  await run('bash', ['-c', write], { cwd: tree });
  const layout = join(world.folder, 'large-layout');
  const layer = await packLayer({ folder: tree, layout, createdBy: 'COPY', level: 1 });
  await writeLayout(layout, 'large:1', [{ architecture: 'amd64', layers: [layer], defaults: {} }]);
  const bytes = await measureMost(world, ['inspect', '--files', '--quiet', `oci:${layout}`]);
  const nothing = await measureMost(world, ['--version']);
  return [
    {
      what: `most memory (RSS) while a layer of ${(megabytes / 1000).toFixed(1)} GB is listed`,
      goal: '<= 80 MB',
      measured: `${(bytes / 1e6).toFixed(0)} MB`,
      peer: `our --version: ${(nothing / 1e6).toFixed(0)} MB`,
      ratio: '',
      isMissed: bytes > GOAL_BYTES,
    },
  ];
}

/** In bytes, as the process itself says at its end. */
async function measureMost({ folder }: World, args: readonly string[]): Promise<number> {
  const file = join(folder, 'rss');
  const program = ['--require', './bench/layers/tell-memory.cjs', 'dist/cli/index.js', ...args];
  await run('node', program, { env: { PLIMSOLL_BENCH_MEMORY: file } });
  return Number(await readFile(file, 'utf8'));
}
