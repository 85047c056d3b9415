import { findBytes, foundFile } from './own-files.ts';
import type { ImageRule } from '../image-rule.ts';

const LEAST_BYTES = 5_000_000;
const BYTECODE = /^(.*)\/__pycache__\/([^/]+?)\.[a-z]+-?\d+(?:\.opt-\d)?\.pyc$/;

/** Bytecode whose source is not there is the program itself. */
export const pythonBytecode: ImageRule = {
  id: 'python-bytecode',
  level: 'low',
  title: "Python's bytecode is in the image beside its source",
  why: 'Python makes it anew where it is missing: without it the image is smaller, and the first start a little slower.',
  instead: 'Where the size counts for more: pip install --no-compile and ENV PYTHONDONTWRITEBYTECODE=1.',
  needsBase: true,
  readsBase: true,
  twins: [],
  check: ({ own, files }) => {
    const paths = new Set(files.map(({ path }) => path));
    const bytecode = own.filter(({ path }) => {
      const [, folder = '', name = ''] = BYTECODE.exec(path) ?? [];
      return name !== '' && paths.has(`${folder}/${name}.py`);
    });
    return findBytes(bytecode.map(foundFile), LEAST_BYTES, (count) => `${count} of bytecode.`);
  },
};
