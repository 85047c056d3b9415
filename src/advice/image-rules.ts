import { accessToken } from './image-rules/access-token.ts';
import { compilerLeft } from './image-rules/compiler-left.ts';
import { documentationShipped } from './image-rules/documentation-shipped.ts';
import { duplicateFiles } from './image-rules/duplicate-files.ts';
import { gitDirectory } from './image-rules/git-directory.ts';
import { hiddenFiles } from './image-rules/hidden-files.ts';
import { npmDevelopment } from './image-rules/npm-development.ts';
import { packageCacheShipped } from './image-rules/package-cache-shipped.ts';
import { privateKey } from './image-rules/private-key.ts';
import { pythonBytecode } from './image-rules/python-bytecode.ts';
import { setuidFile } from './image-rules/setuid-file.ts';
import { sourceMaps } from './image-rules/source-maps.ts';
import { testFiles } from './image-rules/test-files.ts';
import { unstrippedProgram } from './image-rules/unstripped-program.ts';
import type { ImageRule } from './image-rule.ts';

/** In the order in which findings of one level and size are told. */
export const IMAGE_RULES: readonly ImageRule[] = [
  privateKey,
  accessToken,
  compilerLeft,
  gitDirectory,
  hiddenFiles,
  npmDevelopment,
  packageCacheShipped,
  setuidFile,
  unstrippedProgram,
  duplicateFiles,
  sourceMaps,
  testFiles,
  documentationShipped,
  pythonBytecode,
];
