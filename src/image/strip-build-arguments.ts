/** `RUN |2 A=1 B=2 `: BuildKit's; the older builder leaves `RUN` out. */
const PREFIX = /^(RUN )?\|(\d{1,4}) /;

const SHELLS = new Set('sh bash ash dash zsh ksh fish busybox cmd powershell pwsh'.split(' '));

/**
 * An instruction of an image's history without the values of build arguments that were in force
 * (`RUN |1 TOKEN=a b /bin/sh -c make` -> `RUN /bin/sh -c make`). The count does not tell where they end, since values
 * have blanks; the shell does. Where there is none (`RUN ["make"]`), nothing after the prefix can be told from a value,
 * and `RUN …` is left.
 */
export function stripBuildArguments(createdBy: string, shell: readonly string[]): string {
  const prefix = PREFIX.exec(createdBy);
  if (prefix === null) return createdBy;
  const [whole, keyword = '', count = '0'] = prefix;
  const start = skipNames(createdBy, whole.length, Number(count));
  const found = [findExact(createdBy, start, shell), findShell(createdBy, start)].filter((index) => index !== -1);
  return keyword + (found.length === 0 ? '…' : createdBy.slice(Math.min(...found)));
}

/** Behind the name of the last argument: a shell that stands before it belongs to a value. */
function skipNames(text: string, start: number, count: number): number {
  const names = /(?:^|(?<=\s))[^\s=]+=/g;
  names.lastIndex = start;
  for (let left = count; left > 0; left -= 1) {
    if (names.exec(text) === null) return text.length;
    start = names.lastIndex;
  }
  return start;
}

/** The shell that the image's own `SHELL` instruction set. */
function findExact(text: string, start: number, shell: readonly string[]): number {
  if (shell.length === 0) return -1;
  const index = text.indexOf(` ${shell.join(' ')} `, Math.max(start - 1, 0));
  return index === -1 ? -1 : index + 1;
}

/** The first word that is a shell's name and is followed by options up to the one that takes a command. */
function findShell(text: string, start: number): number {
  const words = /\S+/g;
  words.lastIndex = start;
  let candidate = -1;
  let isOptionsValue = false;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    const [word] = match;
    if (candidate !== -1 && /^(?:-\w*c|\/c|-command)$/i.test(word)) return candidate;
    if (isShell(word) && /(?:^|\s)$/.test(text.slice(Math.max(match.index - 1, 0), match.index))) {
      // `/bin/busybox sh -c`: the first of both.
      if (candidate === -1) candidate = match.index;
    } else if (!isOptionsValue && !/^[-/]/.test(word)) {
      candidate = -1;
    }
    isOptionsValue = /^-\w*o$/.test(word);
  }
  return -1;
}

function isShell(word: string): boolean {
  const name = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).toLowerCase();
  return SHELLS.has(name.endsWith('.exe') ? name.slice(0, -4) : name);
}
