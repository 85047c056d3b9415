import { findBytes, foundFile } from './own-files.ts';
import type { ImageRule } from '../image-rule.ts';

const LEAST_BYTES = 500_000;
const MAP = /\.(?:js|cjs|mjs|css)\.map$/;
const USED = /enable-source-maps|source-map-support/;

/** Where Node is told to read them, they are of use. */
export const sourceMaps: ImageRule = {
  id: 'source-maps',
  level: 'low',
  title: 'Source maps are in the image',
  why: 'Only a debugger reads them, unless Node is started with --enable-source-maps.',
  instead: 'Build without them, or delete them where they are built and send them to whoever reads your errors.',
  needsBase: true,
  readsBase: true,
  twins: [],
  check: ({ own, files, settings }) => {
    if (USED.test(Object.values(settings).join('\n'))) return [];
    const paths = new Set(files.map(({ path }) => path));
    if ([...paths].some((path) => path.endsWith('/node_modules/source-map-support/package.json'))) return [];
    return findBytes(
      own.filter(({ path }) => MAP.test(path) && paths.has(path.slice(0, -'.map'.length))).map(foundFile),
      LEAST_BYTES,
      (count) => `${count} that map${count === '1 file' ? 's' : ''} scripts to their source.`,
    );
  },
};
