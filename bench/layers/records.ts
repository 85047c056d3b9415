import * as v from 'valibot';
import { run } from '../../lab/machine/run.ts';
import type { Row } from '../row.ts';
import { median } from '../time-commands.ts';
import { compareByUs, listByUs } from './contenders.ts';
import { makeNaive, makeNodeImage, type ImagePair } from './images.ts';
import { race, ratioOf, type Contender } from './race.ts';
import { pushImage, type World } from './world.ts';

const RECORDED = v.object({ indexBytes: v.number() });
const LAYERS = v.object({
  platforms: v.tuple([
    v.object({
      onDiskBytes: v.number(),
      layers: v.array(v.object({ downloadBytes: v.number(), entries: v.array(v.unknown()) })),
    }),
  ]),
});

/** The same with the record that a push leaves beside an image: its file indexes, of both sides of a comparison. */
export async function measureRecords(world: World): Promise<Row[]> {
  const naive = await pushBoth(world, 'naive', await makeNaive(world));
  const node = await pushBoth(world, 'nm', await makeNodeImage(world));
  return [
    await raceRow(world, `list the files of ${naive.name} with the record beside it`, 60, [
      listByUs(naive.recorded.before),
      listByUs(naive.plain.before),
    ]),
    await raceRow(world, `what differs in ${node.name}, with records`, 200, [
      compareByUs(node.recorded.before, node.recorded.after),
      compareByUs(node.plain.before, node.plain.after),
    ]),
    ...sizeRows(naive),
    ...sizeRows(node),
  ];
}

async function pushBoth(world: World, name: string, pair: ImagePair) {
  const push = async (repository: string) => ({
    before: await pushImage(world, pair.before, `${repository}:before`),
    after: await pushImage(world, pair.after, `${repository}:after`),
  });
  const recorded = await push(`recorded-${name}`);
  const indexBytes = await record(recorded.before);
  await record(recorded.after);
  return { recorded, plain: await push(name), indexBytes, ...(await weigh(recorded.before)) };
}

/** Bytes of the file indexes that it wrote. */
async function record(image: string): Promise<number> {
  const text = await run('node', ['dist/cli/index.js', 'record', '--json', '--quiet', image]);
  return v.parse(RECORDED, JSON.parse(text)).indexBytes;
}

async function raceRow(
  world: World,
  what: string,
  goalMs: number,
  [recorded, plain]: readonly [recorded: Contender, plain: Contender],
): Promise<Row> {
  const [ours, other] = await race([recorded, { ...plain, name: 'without' }], world);
  if (ours === undefined || other === undefined) throw new Error('nobody ran');
  return {
    what: `${what}: ${ours.answers} paths`,
    goal: `<= ${goalMs} ms`,
    measured: `${median(ours.times).toFixed(0)} ms`,
    peer: `without: ${median(other.times).toFixed(0)} ms`,
    ratio: ratioOf(other, ours).toFixed(2),
    isMissed: false,
  };
}

interface Weighed {
  readonly name: string;
  readonly indexBytes: number;
  readonly blobBytes: number;
  readonly entries: number;
}

async function weigh(image: string): Promise<Omit<Weighed, 'indexBytes'>> {
  const text = await run('node', ['dist/cli/index.js', 'inspect', '--files', '--layers', '--json', '--quiet', image]);
  const [{ onDiskBytes, layers }] = v.parse(LAYERS, JSON.parse(text)).platforms;
  return {
    name: `an image of ${(onDiskBytes / 1e6).toFixed(0)} MB`,
    blobBytes: layers.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0),
    entries: layers.reduce((sum, { entries }) => sum + entries.length, 0),
  };
}

function sizeRows({ name, indexBytes, blobBytes, entries }: Weighed): Row[] {
  const percent = (100 * indexBytes) / blobBytes;
  const bytesEach = indexBytes / entries;
  return [
    {
      what: `bytes of the file indexes of ${name}`,
      goal: '<= 1 % of the blobs',
      measured: `${(indexBytes / 1e3).toFixed(0)} kB, ${percent.toFixed(2)} %`,
      peer: `blobs: ${(blobBytes / 1e6).toFixed(0)} MB`,
      ratio: (blobBytes / indexBytes).toFixed(0),
      isMissed: percent > 1,
    },
    {
      what: `the same, each of ${entries} entries`,
      goal: '<= 16 B',
      measured: `${bytesEach.toFixed(1)} B`,
      peer: '',
      ratio: '',
      isMissed: bytesEach > 16,
    },
  ];
}
