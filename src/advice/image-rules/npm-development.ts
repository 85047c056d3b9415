import { NPM_DEVELOPMENT } from '../../layer/packages/text-marks.ts';
import { findBytes } from './own-files.ts';
import type { ImageRule } from '../image-rule.ts';

const LEAST_BYTES = 100_000;

/** By the list that npm writes of what it installed: it says of each package whether production needs it. */
export const npmDevelopment: ImageRule = {
  id: 'npm-development',
  level: 'medium',
  title: 'npm packages for development are in the image',
  why: 'Compilers, bundlers and test runners are shipped beside the service, which never loads them.',
  instead: 'Install with npm ci --omit=dev in the stage that is shipped.',
  needsBase: true,
  readsBase: false,
  twins: ['dev-dependencies-shipped'],
  check: ({ own, textOf }) =>
    own.flatMap((list) => {
      const text = list.path.endsWith('/node_modules/.package-lock.json') ? textOf(list) : null;
      if (text?.startsWith(NPM_DEVELOPMENT) !== true) return [];
      const root = list.path.slice(0, -'node_modules/.package-lock.json'.length);
      const folders = new Map(
        text
          .slice(NPM_DEVELOPMENT.length)
          .split('\n')
          .map((folder) => [`${root}${folder}`, { bytes: 0, layer: list.layer }]),
      );
      for (const { path, tarBytes, layer } of own) {
        const found = findFolder(path, folders);
        if (found !== null) Object.assign(found, { bytes: found.bytes + tarBytes, layer });
      }
      const files = [...folders].flatMap(([path, found]) =>
        found.bytes === 0 ? [] : [{ path: `${path}/`, ...found }],
      );
      const count = files.length === 1 ? '1 package' : `${files.length} packages`;
      return findBytes(files, LEAST_BYTES, () => `${count} that npm installed for development alone.`);
    }),
};

/** The innermost one. */
function findFolder<Found>(path: string, folders: ReadonlyMap<string, Found>): Found | null {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const found = folders.get(path.slice(0, end));
    if (found !== undefined) return found;
    // A package's own folder ends the search: what is nested in it is told on its own.
    if (/\/node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path.slice(0, end))) return null;
  }
  return null;
}
