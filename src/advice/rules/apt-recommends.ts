import { APT, findAptInstall, listPackages } from '../apt.ts';
import { findSubcommand, hasOption, listOperands } from '../command-line.ts';
import { insertAt } from '../edit.ts';
import type { Rule } from '../rule.ts';
import type { RunCommand } from '../../dockerfile/run-commands.ts';

/** Options with which nothing is installed. */
const NOTHING = ['-d', '--download-only', '-s', '--simulate', '--dry-run', '--just-print', '--no-act', '--print-uris'];

/** Found in layers of the image itself. */
export const aptRecommends: Rule = {
  id: 'apt-recommends',
  level: 'low',
  title: 'apt-get installs recommended packages too',
  why: 'Debian and Ubuntu install what each package recommends unless they are told not to: often more than what was asked for.',
  instead: 'Install with --no-install-recommends, and name what is missing then: often ca-certificates.',
  check: ({ shipped, commandsOf, dockerfile: { lines } }) => {
    // A setting of apt's for all that follows.
    if (lines.some((line) => /Install-Recommends/i.test(line))) return [];
    return shipped.flatMap(({ instruction }) => {
      const commands = commandsOf(instruction) ?? [];
      const named = listNamed(commands);
      return commands.flatMap((command) => {
        const word = findAptInstall(command);
        if (word === null || hasOption(command, '--no-install-recommends', '--install-recommends', ...NOTHING))
          return [];
        // Options may be in a variable; and one file of one's own recommends what its author wants.
        if (command.arguments.some(({ text }) => text.startsWith('$') || text.endsWith('.deb'))) return [];
        if (listOperands(command).length < 2) return [];
        const { line } = command.place;
        return [
          {
            line,
            lastLine: line,
            message: `"${command.program} install" has no --no-install-recommends.`,
            patch:
              command.text === null
                ? null
                : { edits: [insertAt(command.text, word.end, ' --no-install-recommends')], isSafe: false },
            ...(named === null ? {} : { paid: { kind: 'recommended', line: instruction.line, named } as const }),
          },
        ];
      });
    });
  },
};

/** What brings packages that nobody named. */
const OTHERS = ['upgrade', 'dist-upgrade', 'full-upgrade', 'build-dep', 'dselect-upgrade', 'satisfy'];

/** All packages that a RUN asks for; `null` where that is not known, or it is more than one installation. */
function listNamed(commands: readonly RunCommand[]): string[] | null {
  const installs = commands.filter((command) => findAptInstall(command) !== null);
  const [install] = installs;
  if (install === undefined || installs.length > 1) return null;
  const isRead = install.arguments.every(({ text, isLiteral }) => isLiteral && !/[/~]|[+-]$/.test(text));
  const isAlone = commands.every(
    (command) => command.program !== 'dpkg' && findSubcommand(command, APT, OTHERS) === null,
  );
  return isRead && isAlone ? listPackages(install) : null;
}
