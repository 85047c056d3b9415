import type { Redirect, ShellCommand, ShellWord } from './shell-command.ts';

export type Operator = ShellCommand['operator'];

/** What a text stands in: the whole, or a substitution in another. */
export interface Around {
  readonly commands: ShellCommand[];
  readonly depth: number;
  readonly isSubstituted: boolean;
  /** Where the text stands in the whole. */
  readonly base: number;
}

/** How far a text is read. */
export interface Reading {
  readonly text: string;
  readonly around: Around;
  place: number;
  /** Words and brackets that are to be closed, the outermost first. */
  readonly open: string[];
  /** The command that is being read. */
  draft: Draft;
  /** What stands before it. */
  operator: Operator;
  /** Place of the command before it among all; -1: there is none in this text, or it is one of a group's. */
  last: number;
}

interface Draft {
  readonly words: ShellWord[];
  readonly assignments: ShellWord[];
  readonly redirects: Redirect[];
}

/** In `open`: where a pattern of a `case` is read, up to its bracket. */
export const PATTERN = 'pattern';

export function startReading(text: string, around: Around): Reading {
  return { text, around, place: 0, open: [], draft: makeDraft(), operator: '', last: -1 };
}

/** Whether nothing of the next command is read yet. */
export function isBetween({ draft }: Reading): boolean {
  return draft.words.length + draft.assignments.length + draft.redirects.length === 0;
}

/** The command ends at this operator, if there is any. */
export function endCommand(reading: Reading, next: Operator): void {
  const { around, open, operator } = reading;
  // A pattern of a case is no command.
  const draft = open.at(-1) === PATTERN ? makeDraft() : reading.draft;
  const all = [...draft.assignments, ...draft.words, ...draft.redirects.map(({ target }) => target)];
  if (all.length > 0) {
    reading.last = around.commands.length;
    around.commands.push({
      ...draft,
      operator,
      next,
      depth: around.depth + open.length,
      isSubstituted: around.isSubstituted,
      start: Math.min(...all.map(({ start }) => start)),
      end: Math.max(...all.map(({ end }) => end)),
    });
  } else {
    // `) && next`: the group's last command does not know what follows the group.
    reading.last = -1;
  }
  reading.operator = next;
  reading.draft = makeDraft();
}

/** At its end nothing follows the last command. `false`: something stays open. */
export function endReading(reading: Reading): boolean {
  endCommand(reading, '');
  const { around, last, open } = reading;
  const command = around.commands[last];
  if (command !== undefined) around.commands[last] = { ...command, next: '' };
  return open.length === 0;
}

function makeDraft(): Draft {
  return { words: [], assignments: [], redirects: [] };
}
