import { SECRET } from '../../layer/packages/text-marks.ts';
import { DEPENDENCIES } from './own-files.ts';
import type { FoundFile, ImageFinding } from '../image-rule.ts';
import type { ImageSubject } from '../image-subject.ts';

/** Keys that came with a package's tests or examples are everybody's already. */
const PUBLISHED =
  /\/(?:tests?|testdata|fixtures|__tests__|examples?|samples?|docs?)\/|^\/usr\/(?:lib|share)\/|^\/usr\/local\/(?:go|lib)\//;

/** Files with a secret of a kind, of any layer after the base: what a later one deletes is pulled with the rest, and can be read. */
export function findSecrets(
  { layers, baseLayers, isPackaged }: ImageSubject,
  kind: string,
  what: string,
): ImageFinding[] {
  const files = new Map<string, FoundFile>();
  for (const [layer, { entries, texts }] of layers.entries()) {
    if (layer < (baseLayers ?? 0)) continue;
    for (const entry of entries) {
      if (entry.kind !== 'entry' || entry.contentHash === null || texts.get(entry.contentHash) !== SECRET + kind)
        continue;
      const { path } = entry;
      if (PUBLISHED.test(path) || DEPENDENCIES.test(path) || isPackaged(entry)) continue;
      // What brought it, and not what wrote it again: that may be a chown.
      if (!files.has(path)) files.set(path, { path, bytes: entry.tarBytes, layer });
    }
  }
  if (files.size === 0) return [];
  const message =
    files.size === 1 ? `A file of the image holds ${what}.` : `${files.size} files of the image hold ${what}.`;
  return [{ message, bytes: null, files: [...files.values()] }];
}
