import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of one package. */
const PACKAGE_FILES = 50;

/** In bytes; with header and padding an entry of a tar archive then takes 4.4 kB, as 58,000 in 256 MB do. */
const MEAN_FILE_BYTES = 3660;

const WORDS =
  'const let return function export import default async await this null true false if else for of new throw require module exports string number object promise value key index length map filter reduce error message options callback stream buffer'.split(
    ' ',
  );

export interface TreeOptions {
  readonly files: number;
  /** Of the one package that differs. */
  readonly version: string;
  /** Only each `of`th file from `part` on is written: the same tree in so many layers. */
  readonly part?: { readonly part: number; readonly of: number };
  /** So many of them are one file: the same bytes. At most as many as are in a package. */
  readonly joined?: number;
}

/** Writes a tree as `node_modules` is one: many small files of text, the same for the same options. */
export async function writeNodeTree(folder: string, { files, version, part, joined = 1 }: TreeOptions): Promise<void> {
  for (let file = 0; file < files; file += joined) {
    if (part !== undefined && (file / joined) % part.of !== part.part) continue;
    const place = Math.floor(file / PACKAGE_FILES);
    const path = join(folder, `node_modules/package-${place}/lib`);
    if (part !== undefined || file % PACKAGE_FILES === 0) await mkdir(path, { recursive: true });
    const isChanged = place === Math.floor(files / PACKAGE_FILES / 2);
    const texts = Array.from({ length: joined }, (_, next) => makeText(file + next, isChanged ? version : ''));
    await writeFile(join(path, `module-${file % PACKAGE_FILES}.js`), texts.join(''));
  }
}

function makeText(seed: number, version: string): string {
  let state = seed * 2654435761 + 1;
  const next = (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  const bytes = next(2 * MEAN_FILE_BYTES);
  let text = `// ${seed} ${version}\n`;
  while (text.length < bytes) text += `${WORDS[next(WORDS.length)] ?? ''}${next(8) === 0 ? ` = ${next(1e6)};\n` : ' '}`;
  return text;
}
