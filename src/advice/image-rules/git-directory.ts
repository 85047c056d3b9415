import { findBytes } from './own-files.ts';
import type { ImageRule } from '../image-rule.ts';

export const gitDirectory: ImageRule = {
  id: 'git-directory',
  level: 'medium',
  title: 'The history of the source is in the image',
  why: '.git has every version of every file, what was deleted for being secret among them, and changes with every commit.',
  instead: 'Name .git in .dockerignore.',
  needsBase: true,
  readsBase: false,
  twins: ['context-too-wide', 'build-directory-shipped'],
  check: ({ own }) => {
    const repositories = own.flatMap(({ path }) =>
      path.endsWith('/.git/HEAD') ? [path.slice(0, -'HEAD'.length)] : [],
    );
    return repositories.flatMap((folder) => {
      const files = own.filter(({ path }) => path.startsWith(folder));
      if (!files.some(({ path }) => path.startsWith(`${folder}objects/`))) return [];
      const [first] = files;
      const bytes = files.reduce((sum, { tarBytes }) => sum + tarBytes, 0);
      return findBytes(
        [{ path: folder, bytes, layer: first?.layer ?? 0 }],
        0,
        () => 'A whole repository of Git is in the image.',
      );
    });
  },
};
