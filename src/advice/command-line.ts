import type { RunCommand } from '../dockerfile/run-commands.ts';
import type { ShellWord } from '../dockerfile/shell-command.ts';

/** The arguments that are no options; one behind an option that takes a value of its own is among them. */
export function listOperands({ arguments: words }: Pick<RunCommand, 'arguments'>): ShellWord[] {
  return words.filter(({ text }) => !text.startsWith('-'));
}

/** Whether an option stands there: as itself, as `--option=value`, as one letter of `-abc`. */
export function hasOption({ arguments: words }: Pick<RunCommand, 'arguments'>, ...names: readonly string[]): boolean {
  return words.some(({ text }) =>
    names.some(
      (name) =>
        text === name ||
        text.startsWith(`${name}=`) ||
        (/^-[A-Za-z]$/.test(name) && /^-[A-Za-z]{2,}$/.test(text) && text.includes(name.slice(1))),
    ),
  );
}

/** Operands that may stand before a subcommand: values of options. */
const MOST_BEFORE = 3;

/** `install` of `apt-get -o x=y install z`, where program and subcommand are among these. */
export function findSubcommand(
  command: RunCommand,
  programs: readonly string[],
  names: readonly string[],
): ShellWord | null {
  if (!programs.includes(command.program)) return null;
  const found = listOperands(command).slice(0, MOST_BEFORE + 1);
  return found.find(({ text }) => names.includes(text)) ?? null;
}
