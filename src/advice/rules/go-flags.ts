import { insertAt, type Edit } from '../edit.ts';
import { hasOption, listOperands } from '../command-line.ts';
import { listGoBuilds, mayBeSetElsewhere, outputOf, type GoBuild } from '../go-build.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { Step } from '../../dockerfile/walk-chain.ts';

const DEBUGGING = /(?:^|\/|-)(?:debug|dev|test|dlv)/i;

/** Found where a Go program is built with its debug information, and nothing says that it is wanted. */
export const goFlags: Rule = {
  id: 'go-flags',
  level: 'low',
  title: 'A Go program is shipped with its debug information',
  why: 'The symbol table and DWARF are about a quarter of a Go program. Stack traces of a panic do not need them, a debugger does. -trimpath leaves the folders of the build out, so that the same source gives the same bytes elsewhere.',
  instead: 'Build with -trimpath -ldflags="-s -w".',
  check: (subject) =>
    subject.needed
      .filter(({ name }) => !DEBUGGING.test(name ?? ''))
      .flatMap((stage) => {
        const steps = subject.stepsOf(stage);
        if (mayBeSetElsewhere(subject, steps) || isStripped(subject, steps)) return [];
        return listGoBuilds(subject, steps)
          .filter((build) => build.step.stage === stage && isPlain(build) && !isTakenAway(subject, build))
          .map(({ command }) => {
            const { line } = command.place;
            const edits = addFlags(command);
            const program = /[^/]+$/.exec(outputOf(command) ?? '')?.[0];
            return {
              line,
              lastLine: line,
              message: '"go build" keeps the symbol table and DWARF.',
              patch: edits === null ? null : { edits, isSafe: true },
              ...(program === undefined ? {} : { paid: { kind: 'symbols', program } as const }),
            };
          });
      }),
};

/** Go takes an option with two hyphens, too. */
const OTHERWISE = /^\$|^--?(?:ldflags|gcflags|race|cover|buildmode|msan|asan)(?:=|$)/;

/** By another program, behind the compiler. */
function isStripped({ commandsOf }: Subject, steps: readonly Step[]): boolean {
  return steps.some(({ instruction }) =>
    (commandsOf(instruction) ?? []).some(({ program }) => /^(?:.*-)?strip$|^upx/.test(program)),
  );
}

/** Not where flags are given by what is not read, or for debugging. */
function isPlain({ command, environment }: GoBuild): boolean {
  return (
    environment('GOFLAGS') === undefined &&
    command.arguments.every(({ text }) => !OTHERWISE.test(text) && !DEBUGGING.test(text))
  );
}

/** In the same RUN: a program that is built to be looked at, its symbols perhaps, is shipped nowhere. */
function isTakenAway({ commandsOf }: Subject, { step, command }: GoBuild): boolean {
  const output = outputOf(command);
  return (commandsOf(step.instruction) ?? []).some(
    ({ program, arguments: words }) => program === 'rm' && words.some(({ text }) => text === output),
  );
}

function addFlags(command: GoBuild['command']): Edit[] | null {
  const [build] = listOperands(command);
  if (build === undefined || command.text === null) return null;
  const path = hasOption(command, '-trimpath', '--trimpath') ? '' : ' -trimpath';
  return [insertAt(command.text, build.end, `${path} -ldflags="-s -w"`)];
}
