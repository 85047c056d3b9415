/** A simple command of a shell text. */
export interface ShellCommand {
  /** Program and arguments; what sets variables before them and redirections are not among them. */
  readonly words: readonly ShellWord[];
  /** `NAME=value` before the program. */
  readonly assignments: readonly ShellWord[];
  readonly redirects: readonly Redirect[];
  /** What stands before it; `''` at the start of the text or of a group. */
  readonly operator: '' | '&&' | '||' | '|' | ';' | '&';
  /** What stands behind it; `''` at the end of the text or of a group. */
  readonly next: '' | '&&' | '||' | '|' | ';' | '&';
  /** Groups, conditions, loops and substitutions around it. */
  readonly depth: number;
  /** Whether it is in `$(…)`, `` `…` `` or `<(…)`. */
  readonly isSubstituted: boolean;
  /** In the text that was parsed. */
  readonly start: number;
  readonly end: number;
}

export interface ShellWord {
  /** Quotes and escapes off; `$NAME` and `$(…)` stay as they are written. */
  readonly text: string;
  /** Whether it is that text and no other: it has no variable, substitution or pattern in it. */
  readonly isLiteral: boolean;
  readonly start: number;
  readonly end: number;
}

export interface Redirect {
  /** `>`, `>>`, `<`, `<<`, `<<<`, `>&`, `<&`, `&>`, `>|`, `<>`. */
  readonly kind: string;
  readonly target: ShellWord;
}
