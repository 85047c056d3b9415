/** A word of an instruction, quotes and escapes as they are written. `start` is its place in the text. */
export interface WrittenWord {
  readonly text: string;
  readonly start: number;
}

/** Text at its blanks, but for those in quotes and behind an escape (BuildKit's parseWords). Quotes may stay open. */
export function splitWords(text: string, escape: string): WrittenWord[] {
  const words: WrittenWord[] = [];
  let start = -1;
  let quote = '';
  for (let place = 0; place < text.length; place++) {
    const character = text.charAt(place);
    if (quote === '' && /\s/.test(character)) {
      if (start !== -1) words.push({ text: text.slice(start, place), start });
      start = -1;
      continue;
    }
    if (start === -1) start = place;
    if (character === escape && quote !== "'") place += 1;
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = '';
  }
  if (start !== -1) words.push({ text: text.slice(start), start });
  return words;
}
