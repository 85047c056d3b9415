import { nameBaseline } from '../against.ts';
import type { Block } from '../text/block.ts';
import type { ReportContext } from '../report-context.ts';
import { listRuntime } from './runtime-changes.ts';
import { code, joinTexts, say, type Text } from '../text/text.ts';
import type { PlatformComparison } from '../../compare/comparison.ts';

/** What is around the program on both sides, a table for platforms that are alike; none where it is the same on both. */
export function formatRuntimeBlocks(platforms: readonly PlatformComparison[], context: ReportContext): Block[] {
  const tables = new Map<string, { names: string[]; rows: Text[][] }>();
  for (const { platform, status, runtime } of platforms) {
    if (status !== 'compared') continue;
    const rows = makeRows(runtime);
    if (rows.every(([, before, after]) => JSON.stringify(before) === JSON.stringify(after))) continue;
    const key = JSON.stringify(rows);
    const table = tables.get(key) ?? { names: [], rows };
    table.names.push(platform);
    if (rows.length > 1) tables.set(key, table);
  }
  const head = [say``, nameBaseline(context), say`this ${context.subject}`];
  return [...tables.values()].flatMap(({ names, rows }): Block[] => [
    ...(tables.size === 1
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: joinTexts(
              names.map((name) => code(name)),
              ', ',
            ),
          },
        ]),
    { kind: 'table', head, rows, words: 3 },
  ]);
}

function makeRows({ baseline, head }: PlatformComparison['runtime']): Text[][] {
  const [before, after] = [baseline, head].map((side) => new Map(side === null ? [] : listRuntime(side)));
  const names = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  return [...names].map((name) => [say`${name}`, before?.get(name) ?? say`–`, after?.get(name) ?? say`–`]);
}
