/** Takes pieces of a text, one behind the other; lengths are in UTF-16 units. `fail` makes the error where there is less. */
export class TextCursor {
  readonly #text: string;
  readonly #fail: (why: string) => Error;
  #place = 0;

  constructor(text: string, fail: (why: string) => Error) {
    this.#text = text;
    this.#fail = fail;
  }

  take(length: number): string {
    if (length > this.#text.length - this.#place) throw this.#fail('ends too early');
    this.#place += length;
    if (isInside(this.#text, this.#place)) throw this.#fail('ends within a character');
    return this.#text.slice(this.#place - length, this.#place);
  }

  /** Throws where something is left. */
  end(): void {
    if (this.#place < this.#text.length) throw this.#fail('goes on after its end');
  }
}

/** Whether a place in a text is between the two UTF-16 units of one character. */
export function isInside(text: string, place: number): boolean {
  const after = text.charCodeAt(place);
  // Nearly all end here.
  if (!(after >= 0xdc00 && after < 0xe000)) return false;
  const before = text.charCodeAt(place - 1);
  return before >= 0xd800 && before < 0xdc00;
}
