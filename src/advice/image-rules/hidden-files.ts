import { findBytes, foundFile } from './own-files.ts';
import type { ImageRule } from '../image-rule.ts';

const LEAST_BYTES = 1_000_000;

/** A file of the base that is hidden is the base's matter. */
export const hiddenFiles: ImageRule = {
  id: 'hidden-files',
  level: 'medium',
  title: 'Layers carry files that no container sees',
  why: 'A later layer deletes or replaces them. They are pulled by everyone all the same.',
  instead:
    'Delete in the RUN that writes them, and write or copy each file once, with its final owner, mode and place.',
  needsBase: true,
  readsBase: false,
  twins: ['deleted-too-late', 'rewritten-in-later-layer'],
  check: ({ wasted, baseLayers }) =>
    findBytes(
      wasted.filter(({ layer, by }) => layer >= (baseLayers ?? 0) && by !== layer).map(foundFile),
      LEAST_BYTES,
      (count) => `${count} of one layer ${count === '1 file' ? 'is' : 'are'} deleted or replaced by a later one.`,
    ),
};
