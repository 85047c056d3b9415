import { createHash } from 'node:crypto';
import { MOUNT_LIMITS } from './limits.ts';
import type { Pack, PackPlace, StoredPack } from './mount-set.ts';

/** Contents of files that are put into packs, each content once. */
export class PackWriter {
  readonly #push: (contents: Uint8Array) => Promise<StoredPack>;
  readonly #places: Map<string, PackPlace>;
  readonly #packs: Promise<Pack>[];
  readonly #known: number;
  readonly #busy = new Set<Promise<unknown>>();
  /** Of packs that are stored: a new one is memory that has yet to be made. */
  readonly #free: Uint8Array<ArrayBuffer>[] = [];
  #open = new Uint8Array();
  #openBytes = 0;

  /** `known`: packs that are stored, and where in them contents (by `keyOfContent`) are that need not be packed. */
  constructor(
    known: { packs: readonly Pack[]; places: ReadonlyMap<string, PackPlace> },
    push: (contents: Uint8Array) => Promise<StoredPack>,
  ) {
    this.#push = push;
    this.#packs = known.packs.map(async (pack) => await Promise.resolve(pack));
    this.#known = known.packs.length;
    this.#places = new Map(known.places);
  }

  /** Where a content is, or will be; it is copied. Waits where too much is on its way. Throws what pushing throws. */
  async add(content: Uint8Array): Promise<{ sha256: string; place: PackPlace }> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (content.length === 0) return { sha256, place: { pack: 0, offset: 0 } };
    const key = keyOfContent(sha256, content.length);
    const known = this.#places.get(key);
    if (known !== undefined) return { sha256, place: known };
    if (this.#openBytes > 0 && this.#openBytes + content.length > MOUNT_LIMITS.packBytes) await this.#close();
    if (this.#openBytes === 0) this.#open = this.#makeRoom(content.length);
    const place = { pack: this.#packs.length, offset: this.#openBytes };
    this.#places.set(key, place);
    this.#open.set(content, this.#openBytes);
    this.#openBytes += content.length;
    return { sha256, place };
  }

  /** All packs, the known ones first, once the others are stored; `newBytes`: of those, as they are stored. */
  async end(): Promise<{ packs: readonly Pack[]; newBytes: number }> {
    if (this.#openBytes > 0) await this.#close();
    const packs = await Promise.all(this.#packs);
    return { packs, newBytes: packs.slice(this.#known).reduce((sum, { size }) => sum + size, 0) };
  }

  #makeRoom(bytes: number): Uint8Array<ArrayBuffer> {
    if (bytes > MOUNT_LIMITS.packBytes) return new Uint8Array(bytes);
    return this.#free.pop() ?? new Uint8Array(MOUNT_LIMITS.packBytes);
  }

  async #close(): Promise<void> {
    const room = this.#open;
    const contents = room.subarray(0, this.#openBytes);
    this.#open = new Uint8Array();
    this.#openBytes = 0;
    const pushed = this.#push(contents).then((blob) => ({ ...blob, contentBytes: contents.length }));
    this.#packs.push(pushed);
    this.#busy.add(pushed);
    void pushed.then(
      () => {
        this.#busy.delete(pushed);
        if (room.length === MOUNT_LIMITS.packBytes) this.#free.push(room);
      },
      () => undefined,
    );
    if (this.#busy.size >= MOUNT_LIMITS.parallelPacks) await Promise.race(this.#busy);
  }
}

export function keyOfContent(sha256: string, size: number): string {
  return `${sha256} ${size}`;
}
