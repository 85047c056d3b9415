import { PlimsollError } from '../errors.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { fetchPack, type StoredSet } from './stored-set.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

/** The packs of a stored set, each of which is fetched once. */
export class PackReader {
  readonly #client: RegistryClient;
  readonly #set: StoredSet;
  readonly #ahead = new Map<number, Promise<Uint8Array>>();

  constructor(client: RegistryClient, set: StoredSet) {
    this.#client = client;
    this.#set = set;
  }

  /** Begins with the first of some packs. */
  fetchAhead(packs: Iterable<number>): void {
    for (const pack of [...packs].slice(0, MOUNT_LIMITS.packsAhead)) {
      const contents = this.#fetch(pack);
      // Its error is told where it is waited for.
      contents.catch(() => undefined);
      this.#ahead.set(pack, contents);
    }
  }

  /** Throws `IMAGE_INVALID`, `LIMIT_EXCEEDED`, `REGISTRY_*`. */
  async fetch(pack: number): Promise<Uint8Array> {
    const ahead = this.#ahead.get(pack);
    this.#ahead.delete(pack);
    return await (ahead ?? this.#fetch(pack));
  }

  async #fetch(place: number): Promise<Uint8Array> {
    const pack = this.#set.packs[place];
    if (pack === undefined) throw new PlimsollError('IMAGE_INVALID', `${this.#set.reference} has no pack ${place}`);
    return await fetchPack(this.#client, this.#set, pack);
  }
}
