import { PlimsollError } from '../errors.ts';
import { MOUNT_LIMITS } from './limits.ts';
import { fetchPack, type FetchedPack, type StoredSet } from './stored-set.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

/** The packs of a stored set, each of which is fetched once, into memory that is used again: the system has yet to make new one. */
export class PackReader {
  readonly #client: RegistryClient;
  readonly #set: StoredSet;
  readonly #ahead = new Map<number, Promise<FetchedPack>>();
  readonly #free: SharedArrayBuffer[] = [];
  readonly #usualBytes: number;

  constructor(client: RegistryClient, set: StoredSet) {
    this.#client = client;
    this.#set = set;
    this.#usualBytes = Math.min(MOUNT_LIMITS.packBytes, Math.max(...set.packs.map(({ size }) => size)));
  }

  /** Begins with the first of some packs. */
  fetchAhead(packs: Iterable<number>): void {
    for (const pack of [...packs].slice(0, MOUNT_LIMITS.packsAhead)) {
      const fetched = this.#fetch(pack);
      // Its error is told where it is waited for.
      fetched.catch(() => undefined);
      this.#ahead.set(pack, fetched);
    }
  }

  /** Until it is given back. Throws `IMAGE_INVALID`, `LIMIT_EXCEEDED`, `REGISTRY_*`. */
  async fetch(pack: number): Promise<FetchedPack> {
    const ahead = this.#ahead.get(pack);
    this.#ahead.delete(pack);
    return await (ahead ?? this.#fetch(pack));
  }

  giveBack({ packed: { buffer } }: FetchedPack): void {
    this.#free.push(buffer);
  }

  async #fetch(place: number): Promise<FetchedPack> {
    const pack = this.#set.packs[place];
    if (pack === undefined) throw new PlimsollError('IMAGE_INVALID', `${this.#set.reference} has no pack ${place}`);
    return await fetchPack(this.#client, this.#set, pack, (bytes) => this.#makeRoom(bytes));
  }

  #makeRoom(bytes: number): Uint8Array<SharedArrayBuffer> {
    const place = this.#free.findIndex(({ byteLength }) => byteLength >= bytes);
    const [room = new SharedArrayBuffer(Math.max(bytes, this.#usualBytes))] =
      place < 0 ? [] : this.#free.splice(place, 1);
    return new Uint8Array(room, 0, bytes);
  }
}
