import { findCrane } from '../lab/machine/crane.ts';
import { measureArticle } from './article.ts';
import { measureCacheMounts } from './cache-mounts.ts';
import { measureSizes } from './bundle-sizes.ts';
import { measureExamples } from './examples.ts';
import { measureImageRules } from './image-rules.ts';
import { measureLayers } from './layers/measure-layers.ts';
import { measureOverhead } from './overhead.ts';
import { measureSizeSummary } from './size-summary.ts';
import { measureStart } from './start.ts';
import type { Row } from './row.ts';
import { writeResults } from './write-results.ts';

/**
 * `npm run bench [-- NAME…] [-- --write]`: each goal measured, a peer beside it in the same run; fails for what is counted,
 * never for time. What takes minutes has a run of its own; `layers --small` tries that one out.
 */
const ROWS: Readonly<Record<string, () => Promise<Row[]>>> = {
  'size-summary': async () => await measureSizeSummary(await findCrane()),
  start: measureStart,
  'bundle-sizes': measureSizes,
};

/** Only by name; each keeps its results in a file of its own. */
const LONG_ROWS: Readonly<Record<string, () => Promise<Row[]>>> = {
  layers: async () => await measureLayers({ isSmall: words.includes('--small'), rounds: readRounds(words, 5) }),
  'image-rules': measureImageRules,
  examples: measureExamples,
  article: async () => await measureArticle({ rounds: readRounds(words, 1) }),
  'cache-mounts': measureCacheMounts,
  overhead: async () => await measureOverhead({ rounds: readRounds(words, 3) }),
};

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith('--'));
const longRows = wanted.filter((word) => word in LONG_ROWS);
const rows: Row[] = [];
for (const [name, measure] of Object.entries({ ...ROWS, ...LONG_ROWS })) {
  if (wanted.length > 0 ? !wanted.includes(name) : name in LONG_ROWS) continue;
  console.error(`bench: ${name}`);
  rows.push(...(await measure()));
}
const table = [
  '| what | goal | measured | peer | ratio |',
  '| --- | --- | --- | --- | --- |',
  ...rows.map(({ what, goal, measured, peer, ratio }) => `| ${what} | ${goal} | ${measured} | ${peer} | ${ratio} |`),
].join('\n');
console.log(table);
if (words.includes('--write')) await writeResults(words, longRows, table);
const broken = rows.filter(({ isMissed }) => isMissed);
for (const { what, goal, measured } of broken) console.error(`bench: ${what} is ${measured}, and the goal is ${goal}`);
if (broken.length > 0) process.exitCode = 1;

/** `--rounds=N`; of `layers`, at most so many of each race. */
function readRounds(given: readonly string[], byDefault: number): number {
  const rounds = given.find((word) => word.startsWith('--rounds='))?.slice('--rounds='.length);
  return rounds === undefined ? byDefault : Number(rounds);
}
