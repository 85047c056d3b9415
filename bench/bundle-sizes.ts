import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Row } from './row.ts';

const GOAL_BYTES = 1_500_000;

/** Bytes of each entry of dist/, all its files together. */
export async function measureSizes(): Promise<Row[]> {
  return await Promise.all(
    ['main', 'cli'].map(async (entry): Promise<Row> => {
      const folder = join('dist', entry);
      const sizes = await Promise.all(
        (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
      );
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      return {
        what: `size of \`${folder}\``,
        goal: '< 1.5 MB',
        measured: `${(bytes / 1e6).toFixed(2)} MB`,
        peer: '',
        ratio: '',
        isMissed: bytes >= GOAL_BYTES,
      };
    }),
  );
}
