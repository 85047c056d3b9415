import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzz, type Find } from './fuzz.ts';
import { minimise } from './minimise.ts';
import { FUZZED_READERS, type FuzzedReader } from './readers.ts';
import { watchInputs } from './watch.ts';

/**
 * `npm run fuzz -- [READER…] [--inputs N] [--seed S] [--keep DIR]`: changed inputs for the readers of what comes from outside,
 * all of them by default. Prints a row a reader; finds are written to DIR, minimised, and make it fail.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
  },
});
const inputs = Number(values.inputs);
const seed = Number(values.seed);
const names = positionals.length > 0 ? positionals : Object.keys(FUZZED_READERS);

process.stdout.write('| reader | inputs | ends | slowest | growth | finds |\n| --- | --- | --- | --- | --- | --- |\n');
for (const name of names) {
  const reader = FUZZED_READERS[name];
  if (reader === undefined) throw new Error(`there is no reader ${name}: ${Object.keys(FUZZED_READERS).join(', ')}`);
  const watch = watchInputs(name, 30);
  const { ends, finds, slowestMs, growthBytes, ...report } = await fuzz(reader, { inputs, seed, follow: watch.follow });
  await watch.end();
  const counts = Object.entries(ends)
    .filter(([end]) => !end.startsWith('find: '))
    .map(([end, count]) => `${end} ${count}`);
  const columns = [
    name,
    report.inputs,
    counts.join(', '),
    `${Math.round(slowestMs)} ms`,
    `${Math.round(growthBytes / 1e6)} MB`,
    finds.length,
  ];
  process.stdout.write(`| ${columns.join(' | ')} |\n`);
  for (const find of finds) await keep(find, reader, name);
}

async function keep({ why, input }: Find, reader: FuzzedReader, name: string): Promise<void> {
  process.exitCode = 1;
  process.stderr.write(`fuzz: ${name}: ${why}\n`);
  if (values.keep === undefined) return;
  await mkdir(values.keep, { recursive: true });
  const [kind] = why.split('\n');
  // What is slow or large is not told from what is neither by reading it once more.
  const smallest = why.startsWith('find: ')
    ? await minimise(input, async (bytes) => {
        const { finds } = await fuzz({ ...reader, seeds: [bytes] }, { inputs: 0, seed });
        return finds[0]?.why.split('\n')[0] === kind;
      })
    : input;
  await writeFile(join(values.keep, `${name}-${smallest.length}-${Date.now()}`), smallest);
}
