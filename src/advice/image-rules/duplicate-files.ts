import { cutHash } from '../../layer/file-index.ts';
import { findBytes, foundFile } from './own-files.ts';
import type { ImageRule } from '../image-rule.ts';
import type { MergedFile } from '../../layer/merge-layers.ts';

const LEAST_FILE_BYTES = 500_000;

/** Hard links are one file, and so no entries of type `file` but the first. */
export const duplicateFiles: ImageRule = {
  id: 'duplicate-files',
  level: 'low',
  title: 'The same file is in the image more than once',
  why: 'Each copy is stored, and pulled, again where it is in another layer.',
  instead: 'Keep one of them, and link to it where the other is needed.',
  needsBase: true,
  readsBase: true,
  twins: [],
  check: ({ files, baseLayers }) => {
    const groups = new Map<string, MergedFile[]>();
    for (const file of files) {
      if (file.type !== 'file' || file.size < LEAST_FILE_BYTES || file.contentHash === null) continue;
      const key = `${file.size} ${cutHash(file.contentHash)}`;
      groups.set(key, [...(groups.get(key) ?? []), file]);
    }
    const copies = [...groups.values()].flatMap((group) =>
      group.toSorted((one, other) => one.layer - other.layer).slice(1),
    );
    return findBytes(
      copies.filter(({ layer }) => layer >= (baseLayers ?? 0)).map(foundFile),
      0,
      (count) => `${count} ${count === '1 file' ? 'has' : 'have'} the content of another one.`,
    );
  },
};
