import { planDependencyLayer } from '../plan-dependency-layer.ts';
import { readDependencyStep, type DependencyStep, type Ecosystem } from '../dependency-step.ts';
import { listKeptApart } from '../mounts.ts';
import { isWholeContext, readCopied } from '../../dockerfile/copied.ts';
import { listSources, type Stage } from '../../dockerfile/dockerfile.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { RunCommand } from '../../dockerfile/run-commands.ts';
import type { Step } from '../../dockerfile/walk-chain.ts';

/** Found where the whole context is copied before a project's dependencies are fetched, which nothing fetched before. */
export const sourceBeforeDependencies: Rule = {
  id: 'source-before-dependencies',
  level: 'high',
  title: 'Source is copied before dependencies are installed',
  why: 'A layer is built again when anything before it changed. With the whole source copied first, every edit of any file downloads all dependencies again.',
  instead: 'Copy the files that name the dependencies, install them, and copy the rest of the source after that.',
  check: (subject) => {
    const found = subject.needed.flatMap((stage) => checkStage(subject, stage));
    // One COPY is told once, whatever is built on its stage.
    return found.filter(({ line }, place) => found.findIndex((other) => other.line === line) === place);
  },
};

function checkStage(subject: Subject, stage: Stage): Finding[] {
  const done = new Set<Ecosystem>();
  let copied: Step | null = null;
  for (const step of subject.stepsOf(stage)) {
    const { instruction } = step;
    const copy = readCopied(step, subject.dockerfile.escape);
    if (copy?.from === null && copy.sources.some(isWholeContext)) copied ??= step;
    const commands = subject.commandsOf(instruction) ?? [];
    for (const command of commands) {
      const found = readDependencyStep(command);
      if (found === null || done.has(found.ecosystem)) continue;
      done.add(found.ecosystem);
      // A stage is looked at once, not again in each one that is built on it.
      if (copied === null || step.stage !== stage || !isCostly(subject, step, command, found)) continue;
      const { line, lastLine } = copied.instruction;
      const what = [command.program, ...command.arguments.slice(0, 2).map(({ text }) => text)].join(' ');
      return [
        {
          line,
          lastLine,
          message: `All of the source is copied before "${what}" in line ${command.place.line}.`,
          patch: planDependencyLayer(subject, copied, step, found),
          // What else such a step does would run again all the same.
          ...(fetchesOnly(commands) ? { paid: { kind: 'steps', when: 'edit', lines: [instruction.line] } } : {}),
        },
      ];
    }
  }
  return [];
}

function fetchesOnly(commands: readonly RunCommand[]): boolean {
  return commands.every((command) => command.program === 'cd' || readDependencyStep(command)?.kind === 'fetch');
}

const OFFLINE = new Set(['-mod=vendor', '--offline', '--no-index']);

/** A list of requirements that has the project itself in it, which needs its source. */
const NEEDS_SOURCE = /^\s*(?:-e\s|--editable|\.)/m;

/** Not where packages come from a cache mount, a folder of the context, or are in the source itself. */
function isCostly({ context }: Subject, { instruction }: Step, command: RunCommand, found: DependencyStep): boolean {
  if (listKeptApart(instruction).length > 0) return false;
  if (instruction.flags.some(({ name, value }) => name === 'network' && value === 'none')) return false;
  if (listSources(instruction).length > 0) return false;
  const words = command.arguments.map(({ text }) => text);
  if (words.some((text) => OFFLINE.has(text)) || command.own.get('GOFLAGS')?.includes('vendor') === true) return false;
  if (command.program.startsWith('mvn') && words.includes('-o')) return false;
  if (found.ecosystem === 'pip' && words.some((text) => NEEDS_SOURCE.test(context?.texts.get(text) ?? '')))
    return false;
  if (found.kind === 'fetch') return true;
  // These may find them in the source: only where it is known that they are not there.
  if (context === null) return false;
  const { names } = context;
  switch (found.ecosystem) {
    case 'go':
      return names.has('go.sum') && !names.has('vendor');
    case 'cargo':
      return names.has('Cargo.lock') && !names.has('vendor') && !names.has('.cargo');
    case 'maven':
      return names.has('pom.xml');
    case 'gradle':
      return names.has('build.gradle') || names.has('build.gradle.kts');
    default:
      return false;
  }
}
