import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';

/** Stands before the table in examples/README.md, which is the rest of that file. */
const MARK = '<!-- npm run bench -- examples --write -->\n';

/** Keeps a run's table: of the examples in their own document, else in a file of the bench that is named for what is not measured each time. */
export async function writeResults(
  words: readonly string[],
  longRows: readonly string[],
  table: string,
): Promise<void> {
  const measured = `${table}\n\n${describeMachine()}\n`;
  if (longRows.join() === 'examples') {
    const document = new URL('../examples/README.md', import.meta.url);
    const text = await readFile(document, 'utf8');
    await writeFile(document, `${text.slice(0, text.indexOf(MARK))}${MARK}\n${measured}`);
    return;
  }
  const file = longRows.length === 0 ? 'RESULTS.md' : `RESULTS-${longRows.join('-')}.md`;
  const title = `# Results\n\n\`npm run bench -- ${words.join(' ')}\``;
  await writeFile(new URL(file, import.meta.url), `${title}\n\n${measured}`);
}

/** Times of a machine that does other work are worth what this says. */
function describeMachine(): string {
  const [, , load = 0] = loadavg();
  return `On ${availableParallelism()} processors, with a load of ${load.toFixed(0)} over the last quarter of an hour.`;
}
