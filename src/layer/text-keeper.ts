import { isPackageData, MOST_PACKAGE_BYTES } from './package-data.ts';
import type { FileSink } from './file-content.ts';
import type { LayerEntry } from './layer-entry.ts';
import type { PassingFile } from './layer-parser.ts';

/** Keeps the files that tell of packages, as their layer passes by. */
export class TextKeeper {
  readonly #kept = new Map<string, string>();

  readonly onFile = ({ path, size }: PassingFile): FileSink | null => {
    if (!isPackageData(path) || size > MOST_PACKAGE_BYTES) return null;
    const parts: Uint8Array[] = [];
    return {
      write: (bytes) => void parts.push(Uint8Array.from(bytes)),
      end: () => void this.#kept.set(path, Buffer.concat(parts).toString('utf8')),
    };
  };

  /** A path that an archive has twice has been kept as it was last. */
  byHash(entries: readonly LayerEntry[]): Map<string, string> {
    const texts = new Map<string, string>();
    for (const entry of entries) {
      const text = this.#kept.get(entry.path);
      if (text !== undefined && entry.kind === 'entry' && entry.contentHash !== null)
        texts.set(entry.contentHash, text);
    }
    return texts;
  }
}
