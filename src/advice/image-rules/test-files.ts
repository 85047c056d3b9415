import { DEPENDENCIES, findBytes, foundFile } from './own-files.ts';
import type { ImageRule } from '../image-rule.ts';

const LEAST_BYTES = 100_000;
/** Names that tests alone have; a folder named `test` may be anything, and a program of that name too. */
const TEST =
  /\/(?:testdata|__tests__|__fixtures__|__snapshots__)\/|\/[^/]+(?:_test\.go|\.(?:test|spec)\.[cm]?[jt]sx?|_spec\.rb)$/;

function isTest(path: string): boolean {
  return TEST.test(path) && !DEPENDENCIES.test(path) && !path.startsWith('/usr/');
}

export const testFiles: ImageRule = {
  id: 'test-files',
  level: 'low',
  title: 'Tests and their data are in the image',
  why: 'Nothing runs them there.',
  instead: 'Name them in .dockerignore, or copy into the last stage what the service reads.',
  needsBase: true,
  readsBase: true,
  twins: ['context-too-wide', 'build-directory-shipped'],
  check: ({ own, isPackaged }) =>
    findBytes(
      own.filter((file) => isTest(file.path) && !isPackaged(file)).map(foundFile),
      LEAST_BYTES,
      (count) => `${count} of tests.`,
    ),
};
