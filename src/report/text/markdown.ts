import type { Gantt } from '../timing/gantt.ts';
import type { Piece, Text } from './text.ts';
import { makeVisible } from './visible.ts';

/** What a line of the comment bears, in characters: of a message, and of a name, path or instruction. */
const MOST_CHARACTERS = { foreign: 500, code: 120 };

/** Markdown as GitHub renders it, made by `mark` and nothing else: what came from outside is inert in it. */
export class Markdown {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }

  static of(ours: TemplateStringsArray, values: readonly (Markdown | Text | number)[]): Markdown {
    const pieces = ours.map((piece, index) => {
      const value = values[index];
      if (value === undefined) return piece;
      if (typeof value === 'number') return `${piece}${value}`;
      return piece + (value instanceof Markdown ? value.#text : value.pieces.map(encodePiece).join(''));
    });
    return new Markdown(pieces.join(''));
  }

  /** No name in it has a backtick: the fence holds. */
  static chart(chart: Gantt): Markdown {
    return new Markdown(`\`\`\`mermaid\n${chart.toString()}\n\`\`\``);
  }

  static join(parts: readonly Markdown[], separator: '' | ' ' | '\n' | '\n\n'): Markdown {
    return new Markdown(parts.map((part) => part.#text).join(separator));
  }
}

/** Template tag: what is written in the source is Markdown, a `Text` that is put in is encoded. */
export function mark(ours: TemplateStringsArray, ...values: readonly (Markdown | Text | number)[]): Markdown {
  return Markdown.of(ours, values);
}

function encodePiece(piece: Piece): string {
  if (piece.kind === 'ours') return piece.text;
  const encoded = encode(makeVisible(piece.text, piece.most ?? MOST_CHARACTERS[piece.kind]));
  return piece.kind === 'code' ? `<code>${encoded}</code>` : encoded;
}

/**
 * The only way from untrusted text to Markdown. ASCII that means something to Markdown, HTML or math becomes an
 * entity; what GitHub looks for after entities are resolved (a mention, an issue, an address) is broken by `<wbr>`,
 * which shows nothing and splits the text for every later filter (facts/github.md).
 */
function encode(visible: string): string {
  const entity = (character: string): string => `&#${character.charCodeAt(0)};`;
  return visible
    .replace(/[#$&*<>@[\\\]^_`{|}~]/g, entity)
    .replace(/&#(?:64|35);/g, '$&<wbr>')
    .replace(/:(?=\/\/)/g, ':<wbr>')
    .replace(/\b(www|gh)(?=[.-])/gi, '$1<wbr>')
    .replace(/^[-+=](?=[-+=\s]|$)/, entity)
    .replace(/^(\d+)([.)])(?=\s|$)/, (_, digits: string, mark: string) => digits + entity(mark));
}
