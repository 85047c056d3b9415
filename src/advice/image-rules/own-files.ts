import type { FoundFile, ImageFinding } from '../image-rule.ts';
import type { MergedFile } from '../../layer/merge-layers.ts';

/** Folders of dependencies: what lies in them came as it is, and is not the project's to change. */
export const DEPENDENCIES = /\/(?:node_modules|site-packages|dist-packages|vendor|gems|pkg\/mod)\//;

export function foundFile({ path, tarBytes, layer }: Pick<MergedFile, 'path' | 'tarBytes' | 'layer'>): FoundFile {
  return { path, bytes: tarBytes, layer };
}

/** A finding that is about bytes; none below `leastBytes`. `tell` makes the sentence of their number. */
export function findBytes(
  files: readonly FoundFile[],
  leastBytes: number,
  tell: (count: string) => string,
): ImageFinding[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  if (files.length === 0 || bytes < leastBytes) return [];
  return [{ message: tell(files.length === 1 ? '1 file' : `${files.length} files`), bytes, files }];
}
