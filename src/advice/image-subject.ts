import type { FileEntry, LayerEntry } from '../layer/layer-entry.ts';
import type { MergedFile, MergedLayers } from '../layer/merge-layers.ts';
import type { Settings } from '../image/settings.ts';

/** What is in one layer, and what is kept of its files, by `contentHash`; untrusted. */
export interface SubjectLayer {
  readonly entries: readonly LayerEntry[];
  readonly texts: ReadonlyMap<string, string>;
}

/** What rules on an image look at. */
export interface ImageSubject {
  readonly layers: readonly SubjectLayer[];
  /** How many of them are the base's; `null`: nobody tells. */
  readonly baseLayers: number | null;
  /** The root file system that a container sees. */
  readonly files: readonly MergedFile[];
  /** Files of it that layers after the base brought. */
  readonly own: readonly MergedFile[];
  readonly wasted: MergedLayers['wasted'];
  readonly settings: Settings;
  /** What is kept of a file; `null`: nothing. */
  readonly textOf: (file: FileEntry) => string | null;
  /** Whether a file is of a package of the distribution. */
  readonly isPackaged: (file: FileEntry) => boolean;
}

export interface ReadContents extends Pick<ImageSubject, 'layers' | 'baseLayers' | 'settings' | 'isPackaged'> {
  readonly merged: MergedLayers;
}

export function makeImageSubject({ merged, ...read }: ReadContents): ImageSubject {
  const texts = new Map<string, string>();
  for (const layer of read.layers) for (const [hash, text] of layer.texts) texts.set(hash, text);
  const first = read.baseLayers ?? 0;
  return {
    ...read,
    files: merged.files,
    own: merged.files.filter(({ layer, type }) => layer >= first && type === 'file'),
    wasted: merged.wasted,
    textOf: ({ contentHash }) => (contentHash === null ? null : (texts.get(contentHash) ?? null)),
  };
}
