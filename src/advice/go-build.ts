import { expand } from '../dockerfile/expand.ts';
import { hasOption, listOperands } from './command-line.ts';
import type { Subject } from './subject.ts';
import type { RunCommand } from '../dockerfile/run-commands.ts';
import type { Step } from '../dockerfile/walk-chain.ts';

/** A `go build` of a step. */
export interface GoBuild {
  readonly step: Step;
  readonly command: RunCommand;
  /** What the command is given by its line, the lines before it in the same RUN, ENV and ARG. `null`: set, not known. */
  readonly environment: (name: string) => string | null | undefined;
}

/** Every `go build` of these steps. */
export function listGoBuilds({ commandsOf, dockerfile }: Subject, steps: readonly Step[]): GoBuild[] {
  return steps.flatMap((step) => {
    const read = commandsOf(step.instruction);
    const exported = new Map<string, string>();
    return (read ?? []).flatMap((command) => {
      const set = command.program === 'export' ? command.arguments : command.program === '' ? command.assignments : [];
      for (const { text } of set) {
        const equals = text.indexOf('=');
        if (equals !== -1) exported.set(text.slice(0, equals), text.slice(equals + 1));
      }
      if (command.program !== 'go' || listOperands(command)[0]?.text !== 'build') return [];
      const environment = (name: string): string | null | undefined => {
        const own = command.own.get(name) ?? exported.get(name);
        if (own !== undefined) return expand(own, step.variables, dockerfile.escape);
        return step.variables.has(name) ? step.variables.get(name) : undefined;
      };
      return [{ step, command, environment }];
    });
  });
}

/** Where `go env -w` or a file that is not read may set it, nothing is known. */
export function mayBeSetElsewhere({ commandsOf }: Subject, steps: readonly Step[]): boolean {
  return steps.some(({ instruction }) =>
    (commandsOf(instruction) ?? []).some(
      ({ program, arguments: words }) =>
        (program === 'go' && words[0]?.text === 'env' && words.some(({ text }) => text === '-w')) ||
        program === '.' ||
        program === 'source',
    ),
  );
}

/** Whether the command links everything in, or is asked for something that a plain build is not. */
export function hasOwnLinking(command: RunCommand): boolean {
  const text = command.arguments.map((word) => word.text).join(' ');
  return (
    /-extldflags|-linkmode|-static|netgo|osusergo/.test(text) ||
    hasOption(command, '-buildmode', '-race', '-msan', '-asan')
  );
}

/** `-o FILE`. */
export function outputOf(command: RunCommand): string | null {
  const words = command.arguments;
  const at = words.findIndex(({ text }) => text === '-o');
  const joined = words.find(({ text }) => text.startsWith('-o='));
  const word = joined ?? (at === -1 ? undefined : words[at + 1]);
  if (word === undefined || word.text.includes('$')) return null;
  return joined === undefined ? word.text : word.text.slice(3);
}
