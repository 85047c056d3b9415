import type { LayerEntry } from './layer-entry.ts';

/** Entries of file indexes that were read, and what each path has in common with the one before it, in UTF-16 units. */
interface ReadIndex {
  readonly entries: readonly LayerEntry[];
  readonly shared: Uint32Array;
}

/**
 * What file indexes read so far have in them. Two versions of a layer have nearly all in common: of the second only that is
 * made which is new, and what is the same entry is equal without a look at it.
 */
export class KnownEntries {
  readonly #indexes: ReadIndex[] = [];

  add(index: ReadIndex): void {
    this.#indexes.push(index);
  }

  /** Those of the index that is most like one of `count` entries in its length; `null`: none is like it. */
  open(count: number): KnownPaths | null {
    const distance = ({ entries }: ReadIndex): number => Math.abs(entries.length - count);
    const [nearest] = this.#indexes.toSorted((one, other) => distance(one) - distance(other));
    return nearest === undefined || distance(nearest) > count / 2 ? null : new KnownPaths(nearest);
  }
}

/** Finds paths among the known, which come in the same order mostly. */
export class KnownPaths {
  readonly #entries: readonly LayerEntry[];
  readonly #shared: Uint32Array;
  #next = 0;
  /** Whether the last path was that of the entry before the next, or neither has one. */
  #isInStep = true;
  #places: Map<string, number> | null = null;

  constructor({ entries, shared }: ReadIndex) {
    this.#entries = entries;
    this.#shared = shared;
  }

  /** The next entry, if its path is the last one's first `common` characters and then those of `bytes`, ASCII. */
  step(common: number, bytes: Uint8Array, from: number, length: number): LayerEntry | null {
    const entry = this.#entries[this.#next];
    const isLike = this.#isInStep && this.#shared[this.#next] === common && entry?.path.length === common + length;
    if (entry === undefined || !isLike) return null;
    const { path } = entry;
    for (let place = 0; place < length; place += 1) {
      if (path.charCodeAt(common + place) !== bytes[from + place]) return null;
    }
    this.#next += 1;
    return entry;
  }

  /** Wherever it is. */
  find(path: string): LayerEntry | null {
    this.#places ??= new Map(this.#entries.map((entry, place) => [entry.path, place]));
    const place = this.#places.get(path);
    this.#isInStep = place !== undefined;
    if (place === undefined) return null;
    this.#next = place + 1;
    return this.#entries[place] ?? null;
  }
}
