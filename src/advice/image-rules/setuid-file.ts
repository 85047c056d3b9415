import { foundFile } from './own-files.ts';
import type { ImageRule } from '../image-rule.ts';

const SETUID = 0o4000;
const RUNNABLE = 0o111;

/** A file that the base has too is the base's: an upgrade of its package writes it again. */
export const setuidFile: ImageRule = {
  id: 'setuid-file',
  level: 'medium',
  title: 'A program takes the rights of its owner',
  why: 'Whoever breaks into the service can run it to become its owner, often root.',
  instead: 'Leave out the package that brings it, or take the bit away in the same RUN: chmod u-s.',
  needsBase: true,
  readsBase: true,
  twins: [],
  check: ({ own, layers, baseLayers }) => {
    const ofBase = new Set(
      layers
        .slice(0, baseLayers ?? 0)
        .flatMap(({ entries }) =>
          entries.flatMap((entry) => (entry.kind === 'entry' && (entry.mode & SETUID) !== 0 ? [entry.path] : [])),
        ),
    );
    const files = own.filter(({ path, mode }) => (mode & SETUID) !== 0 && (mode & RUNNABLE) !== 0 && !ofBase.has(path));
    if (files.length === 0) return [];
    const message =
      files.length === 1
        ? 'A program has the setuid bit, and the base has it not.'
        : `${files.length} programs have the setuid bit, and the base has them not.`;
    return [{ message, bytes: null, files: files.map(foundFile) }];
  },
};
