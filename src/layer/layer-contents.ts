import type { Digest } from '../image/digest.ts';
import type { LayerEntry } from './layer-entry.ts';

/** What is in a layer, or why that is not known. */
export type LayerContent =
  | {
      readonly kind: 'read';
      /** In archive order. */
      readonly entries: readonly LayerEntry[];
      /** What files tell of packages, as `PackageReader` gives it, by `contentHash`. Untrusted text. */
      readonly texts: ReadonlyMap<string, string>;
    }
  /** It was to be read and could not be; a note says why. */
  | { readonly kind: 'failed' };

/** The layers that were asked for, by diffID. */
export type LayerContents = ReadonlyMap<Digest, LayerContent>;

/** The entries of a layer, in archive order; `null` where it was not read. */
export function entriesOf(contents: LayerContents, diffID: Digest): readonly LayerEntry[] | null {
  const content = contents.get(diffID);
  return content?.kind === 'read' ? content.entries : null;
}
