import { readRunCommands, type RunCommand } from '../dockerfile/run-commands.ts';
import { listNeeded, type Dockerfile, type Instruction, type Stage } from '../dockerfile/dockerfile.ts';
import { walkChain, type Step } from '../dockerfile/walk-chain.ts';
import type { FreshBuilder } from './fresh-builder.ts';
import type { BuildContext } from '../dockerfile/build-context.ts';

/** What rules look at. */
export interface Subject {
  readonly dockerfile: Dockerfile;
  readonly target: Stage;
  /** Steps whose layers are in the image: of the target, and of the stages under it. */
  readonly shipped: readonly Step[];
  /** Stages that the target is made with, itself among them. */
  readonly needed: readonly Stage[];
  /** Steps of the stage and of those under it. */
  readonly stepsOf: (stage: Stage) => readonly Step[];
  /** What a RUN runs; `null` where that is not understood. */
  readonly commandsOf: (instruction: Instruction) => readonly RunCommand[] | null;
  /** What is built for, as far as it is known. */
  readonly platforms: readonly string[];
  readonly context: BuildContext | null;
  /** `null`: it may have been used before. */
  readonly freshBuilder: FreshBuilder | null;
}

/** What is known of a build beside its Dockerfile. */
export type KnownOfBuild = Pick<Subject, 'platforms' | 'context' | 'freshBuilder'>;

const POSIX = /(?:^|\/)(?:ba|da|a|z)?sh$/;

/** Reads what rules need of it, once. */
export function makeSubject(dockerfile: Dockerfile, target: Stage, known: KnownOfBuild): Subject {
  const steps = new Map<Stage, Step[]>();
  const commands = new Map<Instruction, readonly RunCommand[] | null>();
  const isPosix = hasPosixShell(dockerfile);
  const stepsOf = (stage: Stage): Step[] => {
    const found = steps.get(stage) ?? walkChain(dockerfile, stage);
    steps.set(stage, found);
    return found;
  };
  return {
    dockerfile,
    target,
    shipped: stepsOf(target),
    needed: listNeeded(dockerfile, target),
    stepsOf,
    commandsOf: (instruction) => {
      const found = commands.get(instruction);
      if (found !== undefined) return found;
      const read = isPosix ? readRunCommands(instruction) : null;
      commands.set(instruction, read);
      return read;
    },
    ...known,
  };
}

/** Windows images have another; such files change what escapes. */
function hasPosixShell({ escape, stages }: Dockerfile): boolean {
  const shells = stages.flatMap(({ instructions }) => instructions.filter(({ keyword }) => keyword === 'SHELL'));
  return escape === '\\' && shells.every(({ exec }) => POSIX.test(exec?.[0] ?? ''));
}
