import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { cached } from '../machine/cache.ts';

const SOURCES = import.meta.dirname;
const LOCK = path.join(SOURCES, '../../package-lock.json');

/** Packages that are CommonJS call `require`, which an ES module has to be given. */
const BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/**
 * Packs each stand-in into a folder of its own in the lab's cache, its dependencies with it, as the runner copies an
 * action's folder and nothing around it. Packed anew when a source or a dependency changed (0.5 s).
 *
 * @returns the folder that has one folder an action, named as the action's repository is.
 */
export async function bundleActions(): Promise<string> {
  const names = await listActions();
  return await cached(`actions-${await hashSources(names)}`, async (folder) => {
    // Not needed where they are packed already.
    const esbuild = await import('esbuild');
    await esbuild.build({
      entryPoints: names.map((name) => path.join(SOURCES, name, 'main.ts')),
      outbase: SOURCES,
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      banner: { js: BANNER },
      logLevel: 'error',
    });
    for (const name of names) {
      await mkdir(path.join(folder, name), { recursive: true });
      await copyFile(path.join(SOURCES, name, 'action.yml'), path.join(folder, name, 'action.yml'));
    }
  });
}

async function listActions(): Promise<string[]> {
  const entries = await readdir(SOURCES, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

async function hashSources(names: string[]): Promise<string> {
  const files = names.flatMap((name) => [path.join(SOURCES, name, 'main.ts'), path.join(SOURCES, name, 'action.yml')]);
  const hash = createHash('sha256').update(await readFile(import.meta.filename));
  for (const file of [...files, LOCK]) hash.update(file.slice(SOURCES.length)).update(await readFile(file));
  return hash.digest('hex').slice(0, 12);
}
