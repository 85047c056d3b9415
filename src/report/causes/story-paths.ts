import { formatByteChange } from '../text/bytes.ts';
import { shortenPath } from '../text/shorten-path.ts';
import { code, joinTexts, say, type Text } from '../text/text.ts';
import type { Cause } from '../../compare/comparison.ts';

/** Characters of a path in a row that says more than it. */
const MOST_OF_A_PATH = 80;

/** A path that is this much of a cause is all of it to a reader: directories and an archive's end are the rest. */
const ALL = 0.99;

/** Paths smaller than this share of the largest are left to the details. */
const WORTH_NAMING = 0.2;

/** Which files make a layer's change, as the end of a sentence; on disk, for that is what is known of files. */
export function describePaths({ paths, onDiskBytes }: Pick<Cause, 'paths' | 'onDiskBytes'>): Text {
  const [first] = paths;
  if (first === undefined || onDiskBytes === null || onDiskBytes === 0) return say``;
  const share = first.onDiskBytes / onDiskBytes;
  const name = code(shortenPath(first.path, MOST_OF_A_PATH));
  if (share >= ALL && share <= 2 - ALL) return say`, all of it in ${name}`;
  if (share >= 0.5 && share <= 1) return say`, on disk mostly ${name} (${formatByteChange(first.onDiskBytes)})`;
  const shown = paths.filter(
    (path) => Math.abs(path.onDiskBytes) >= WORTH_NAMING * Math.abs(first.onDiskBytes) && path.onDiskBytes !== 0,
  );
  const texts = shown.map(
    (path) => say`${code(shortenPath(path.path, MOST_OF_A_PATH))} (${formatByteChange(path.onDiskBytes)})`,
  );
  return texts.length === 0 ? say`` : say`, largest on disk ${joinTexts(texts, ', ')}`;
}
