import { readStripBytes } from '../strip-bytes.ts';
import { DEPENDENCIES, findBytes } from './own-files.ts';
import type { ImageRule } from '../image-rule.ts';

const LEAST_BYTES = 100_000;

/** Libraries of packages are left alone: some were patched in a way that strip breaks. */
export const unstrippedProgram: ImageRule = {
  id: 'unstripped-program',
  level: 'low',
  title: 'A program is shipped with its symbols',
  why: 'Symbols and what debuggers read are never loaded when the program runs.',
  instead:
    'Strip it where it is built: go build -ldflags="-s -w", strip = true in Cargo\'s profile, gcc -s, or strip. Keep a copy if crashes are to be read with a debugger.',
  needsBase: true,
  readsBase: true,
  twins: ['go-flags'],
  check: ({ own, textOf, isPackaged }) =>
    findBytes(
      own.flatMap((file) => {
        if (DEPENDENCIES.test(file.path) || file.path.startsWith('/usr/lib/debug/') || isPackaged(file)) return [];
        const bytes = readStripBytes(textOf(file));
        return bytes === 0 ? [] : [{ path: file.path, bytes, layer: file.layer }];
      }),
      LEAST_BYTES,
      (count) => `strip would take these bytes out of ${count}.`,
    ),
};
