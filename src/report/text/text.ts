/**
 * A sentence of ours with words of others in it. It knows which is which, so that each output can make the foreign
 * ones inert in its own way: `markdown.ts` for GitHub, `plain.ts` for terminals and logs.
 */
export interface Text {
  readonly pieces: readonly Piece[];
}

export interface Piece {
  /** `ours` is written in this repository and free of Markdown; `foreign` is untrusted; `code` is untrusted and shown as code. */
  readonly kind: 'ours' | 'foreign' | 'code';
  readonly text: string;
  /** Characters to show at most, where the output's own bound does not fit. */
  readonly most?: number;
}

/** Template tag: what is written in the source is ours, every string put in is foreign. */
export function say(ours: TemplateStringsArray, ...values: readonly (string | number | Text)[]): Text {
  return {
    pieces: ours.flatMap((text, index): readonly Piece[] => {
      const value = values[index];
      const piece: Piece = { kind: 'ours', text };
      if (value === undefined) return [piece];
      if (typeof value === 'object') return [piece, ...value.pieces];
      return [piece, { kind: 'foreign', text: String(value) }];
    }),
  };
}

/** Untrusted text that is shown as code: a name, a path, an instruction, a digest; at most `most` characters of it. */
export function code(untrusted: string, most?: number): Text {
  return { pieces: [{ kind: 'code', text: untrusted, ...(most === undefined ? {} : { most }) }] };
}

/** Untrusted text that is no code, and no message: a version; at most `most` characters of it. */
export function foreign(untrusted: string, most: number): Text {
  return { pieces: [{ kind: 'foreign', text: untrusted, most }] };
}

/** Texts one after the other, with `separator` between them. */
export function joinTexts(texts: readonly Text[], separator: string): Text {
  return {
    pieces: texts.flatMap((text, index): readonly Piece[] =>
      index === 0 ? text.pieces : [{ kind: 'ours', text: separator }, ...text.pieces],
    ),
  };
}
