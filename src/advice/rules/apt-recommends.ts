import { findAptInstall } from '../apt.ts';
import { hasOption, listOperands } from '../command-line.ts';
import { insertAt } from '../edit.ts';
import type { Rule } from '../rule.ts';

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
    return shipped.flatMap(({ instruction }) =>
      (commandsOf(instruction) ?? []).flatMap((command) => {
        const word = findAptInstall(command);
        if (word === null || hasOption(command, '--no-install-recommends', '--install-recommends')) return [];
        // Options may be in a variable; and one file of one's own recommends what its author wants.
        if (command.arguments.some(({ text }) => text.startsWith('$') || text.endsWith('.deb'))) return [];
        if (listOperands(command).length < 2) return [];
        const { line } = command.place;
        return [
          {
            line,
            lastLine: line,
            message: `"${command.program} install" in line ${line} has no --no-install-recommends.`,
            patch:
              command.text === null
                ? null
                : { edits: [insertAt(command.text, word.end, ' --no-install-recommends')], isSafe: false },
          },
        ];
      }),
    );
  },
};
