import { writeFile } from 'node:fs/promises';
import { findCrane } from '../lab/crane.ts';
import { measureSizes } from './bundle-sizes.ts';
import { measureLayers } from './layers/measure-layers.ts';
import { measureSizeSummary } from './size-summary.ts';
import { measureStart } from './start.ts';
import type { Row } from './row.ts';

/**
 * `npm run bench [-- NAME…] [-- --write]`: each goal measured, a peer beside it in the same run; fails for what is counted,
 * never for time. `layers` takes ten minutes, so it has a run of its own; `--small` tries it out.
 */
const ROWS: Readonly<Record<string, () => Promise<Row[]>>> = {
  'size-summary': async () => await measureSizeSummary(await findCrane()),
  start: measureStart,
  'bundle-sizes': measureSizes,
};

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
const isOfLayers = wanted.includes('layers');
const rows: Row[] = [];
if (isOfLayers) rows.push(...(await measureLayers({ isSmall: words.includes('--small'), rounds: readRounds(words) })));
for (const [name, measure] of Object.entries(ROWS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`bench: ${name}`);
  rows.push(...(await measure()));
}
const table = [
  '| what | goal | measured | peer | ratio |',
  '| --- | --- | --- | --- | --- |',
  ...rows.map(({ what, goal, measured, peer, ratio }) => `| ${what} | ${goal} | ${measured} | ${peer} | ${ratio} |`),
].join('\n');
console.log(table);
if (words.includes('--write')) {
  const file = isOfLayers ? 'RESULTS-layers.md' : 'RESULTS.md';
  const title = `# Results\n\n\`npm run bench -- ${words.join(' ')}\``;
  await writeFile(new URL(file, import.meta.url), `${title}\n\n${table}\n`);
}
const broken = rows.filter(({ isMissed }) => isMissed);
for (const { what, goal, measured } of broken) console.error(`bench: ${what} is ${measured}, and the goal is ${goal}`);
if (broken.length > 0) process.exitCode = 1;

/** `--rounds=N`, for `layers`: at most so many of each race. */
function readRounds(given: readonly string[]): number {
  const rounds = given.find((word) => word.startsWith('--rounds='))?.slice('--rounds='.length);
  return rounds === undefined ? 5 : Number(rounds);
}
