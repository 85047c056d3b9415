import { findAptInstall, isAptUpdate } from '../apt.ts';
import { deleteLines, insertAt } from '../edit.ts';
import { listKeptApart } from '../mounts.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { Stage } from '../../dockerfile/dockerfile.ts';
import type { Step } from '../../dockerfile/walk-chain.ts';

/** Found where packages are installed by a RUN that leaves fetching their lists to one before it. */
export const aptUpdateAlone: Rule = {
  id: 'apt-update-alone',
  level: 'medium',
  title: 'apt-get update has a layer of its own',
  why: 'That layer stays in the cache while the archive moves on: a later install then asks for versions that are gone, and fails. And where the image is built on that layer, it has the lists, 20 MB or more, for good.',
  instead: 'Run update and install in one RUN, and end it with "&& rm -rf /var/lib/apt/lists/*".',
  check: (subject) => subject.needed.flatMap((stage) => checkStage(subject, stage)),
};

function checkStage(subject: Subject, stage: Stage): Finding[] {
  const runs = subject.stepsOf(stage).filter(({ instruction }) => instruction.keyword === 'RUN');
  return runs.flatMap((step, place): Finding[] => {
    const commands = subject.commandsOf(step.instruction);
    const update = commands?.find(isAptUpdate);
    if (commands === null || update === undefined || step.stage !== stage) return [];
    if (
      commands.some(
        (command) => findAptInstall(command) !== null || (command.arguments[0]?.text ?? '').includes('upgrade'),
      )
    )
      return [];
    if (listKeptApart(step.instruction).length > 0) return [];
    const later = runs.slice(place + 1).find(({ instruction }) => installsFromLists(subject, instruction));
    if (later === undefined) return [];
    const { line } = update.place;
    return [
      {
        line,
        lastLine: line,
        message: `Line ${later.instruction.line} installs from lists that are fetched here, in a layer of their own.`,
        patch: join(subject, step, later),
        // Of a stage that is not shipped no layer has that line.
        paid: { kind: 'files', line: step.instruction.line, folders: ['/var/lib/apt/lists'] },
      },
    ];
  });
}

function installsFromLists({ commandsOf }: Subject, instruction: Step['instruction']): boolean {
  const commands = commandsOf(instruction) ?? [];
  return commands.some((command) => findAptInstall(command) !== null) && !commands.some(isAptUpdate);
}

/** Only where nothing else is in the first, and the second follows it. */
function join({ commandsOf }: Subject, first: Step, second: Step): Finding['patch'] {
  const commands = commandsOf(first.instruction) ?? [];
  const { instructions } = first.stage;
  const isNext = instructions.indexOf(second.instruction) === instructions.indexOf(first.instruction) + 1;
  const [command] = commands;
  if (!isNext || commands.length !== 1 || command === undefined || command.text === null) return null;
  if (second.instruction.exec !== null || second.instruction.heredocs.length > 0 || first.instruction.flags.length > 0)
    return null;
  const text = command.text.text.slice(command.start, command.end);
  const { line, lastLine } = first.instruction;
  const start = second.instruction.argument.text.search(/\S/);
  return {
    edits: [deleteLines(line, lastLine), insertAt(second.instruction.argument, start, `${text} && `)],
    isSafe: true,
  };
}
