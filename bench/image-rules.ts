import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packLayer } from '../lab/bases/layer.ts';
import { writeLayout } from '../lab/bases/layout.ts';
import { makeWorkDir, removeWorkDir } from '../lab/machine/work-dir.ts';
import { findInChange } from '../src/advice/find-in-change.ts';
import { openOciLayout } from '../src/image/oci-layout.ts';
import { readFirstImage } from '../src/image/read-first-image.ts';
import { readDifferingLayers } from '../src/layer/read-layers.ts';
import { writeNodeTree } from './layers/node-tree.ts';
import { median } from './time-commands.ts';
import type { Row } from './row.ts';

const FILES = 12_700;
const ROUNDS = 5;

/**
 * What the rules on images add to a comparison, in the processor's time: both sides have small files and a program of
 * 100 MB, as images of Node have, and one package changed.
 */
export async function measureImageRules(): Promise<Row[]> {
  const folder = await makeWorkDir('bench-rules');
  try {
    const [baseline, head] = [await makeSide(folder, '1.0.0'), await makeSide(folder, '2.0.0')];
    const [reading, rules]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      const begin = process.cpuUsage();
      const { contents } = await readDifferingLayers(baseline, head, { details: 'full', maxBytes: Infinity });
      reading.push(spent(begin));
      const read = process.cpuUsage();
      const base = null;
      const trace = ({ image }: typeof head) =>
        image.platforms.map(({ platform }) => ({ platform, base, layers: [], context: null }));
      const origins = { baseline: trace(baseline), head: trace(head) };
      findInChange({ baseline: baseline.image, head: head.image, origins, contents, isComparable: true });
      rules.push(spent(read));
    }
    return [
      {
        what: `rules on both sides of an image of ${FILES} files and a program`,
        goal: '<= 10 % of reading its layers',
        measured: `${median(rules).toFixed(0)} ms of processor`,
        peer: `reading: ${median(reading).toFixed(0)} ms`,
        ratio: `${((median(rules) / median(reading)) * 100).toFixed(1)} %`,
        isMissed: false,
      },
    ];
  } finally {
    await removeWorkDir(folder);
  }
}

async function makeSide(folder: string, version: string) {
  const [tree, program, directory] = ['tree', 'program', 'layout'].map((name) => join(folder, `${name}-${version}`));
  if (tree === undefined || program === undefined || directory === undefined) throw new Error('three names');
  await writeNodeTree(tree, { files: FILES, version });
  await mkdir(join(program, 'usr/local/bin'), { recursive: true });
  await copyFile(process.execPath, join(program, 'usr/local/bin/node'));
  const layers = [
    await packLayer({ folder: program, layout: directory, createdBy: 'COPY program', level: 1 }),
    await packLayer({ folder: tree, layout: directory, createdBy: 'COPY tree' }),
  ];
  await writeLayout(directory, `rules:${version}`, [{ architecture: 'amd64', layers, defaults: {} }]);
  const source = openOciLayout({ name: directory, directory, tag: null });
  return { image: await readFirstImage([source], new Error('it was written just now')), sources: [source] };
}

/** Milliseconds of all threads. */
function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
