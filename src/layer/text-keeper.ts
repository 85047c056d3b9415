import { PlimsollError } from '../errors.ts';
import { LAYER_LIMITS } from './limits.ts';
import { openPackageReader, type PackageReader } from './packages/package-reader.ts';
import type { FileSink } from './file-content.ts';
import type { LayerEntry } from './layer-entry.ts';
import type { PassingFile } from './layer-parser.ts';

/** Keeps what a layer's files tell of packages and of the system, as the layer passes by. */
export class TextKeeper {
  readonly #what: string;
  readonly #open: (file: PassingFile) => PackageReader | null;
  readonly #kept = new Map<string, string>();
  #characters = 0;

  /** `what` is the layer in messages; `open` says who reads a file. */
  constructor(what: string, open = openPackageReader) {
    this.#what = what;
    this.#open = open;
  }

  /** The sinks throw `LIMIT_EXCEEDED`. */
  readonly onFile = (file: PassingFile): FileSink | null => {
    const reader = this.#open(file);
    if (reader === null) return null;
    return {
      write: (bytes) => {
        reader.write(bytes);
      },
      end: () => {
        this.#keep(file.path, reader.end());
      },
    };
  };

  /** A path that an archive has twice has been kept as it was last. */
  byHash(entries: readonly LayerEntry[]): Map<string, string> {
    const texts = new Map<string, string>();
    for (const entry of this.#kept.size === 0 ? [] : entries) {
      const text = this.#kept.get(entry.path);
      if (text !== undefined && entry.kind === 'entry' && entry.contentHash !== null)
        texts.set(entry.contentHash, text);
    }
    return texts;
  }

  #keep(path: string, text: string | null): void {
    if (text === null) {
      this.#kept.delete(path);
      return;
    }
    this.#characters += text.length;
    if (this.#characters > LAYER_LIMITS.packageCharacters) {
      throw new PlimsollError(
        'LIMIT_EXCEEDED',
        `${this.#what} has lists of packages of more than ${LAYER_LIMITS.packageCharacters} characters`,
      );
    }
    this.#kept.set(path, text);
  }
}
