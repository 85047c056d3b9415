import { expand, type Variables } from './expand.ts';
import { readGlobals } from './make-stages.ts';
import { readPairs } from './read-pairs.ts';
import { joinPath } from './paths.ts';
import { listChain, type Dockerfile, type Instruction, type Stage } from './dockerfile.ts';

/** An instruction and what holds where it runs. */
export interface Step {
  readonly stage: Stage;
  readonly instruction: Instruction;
  /** Without a slash at its end; `null` where only the base image tells. */
  readonly workdir: string | null;
  /** What ENV and ARG before it have set. */
  readonly variables: Variables;
}

/** The steps of the stage and of those it is built on, in order. */
export function walkChain(dockerfile: Dockerfile, stage: Stage): Step[] {
  const globals = readGlobals(dockerfile.globals, dockerfile.escape);
  const steps: Step[] = [];
  let workdir: string | null = null;
  let environment: Variables = new Map();
  for (const one of listChain(dockerfile, stage)) {
    if (one.base.kind === 'scratch') workdir = '/';
    // An ARG ends with its stage, an ENV goes on.
    let variables: Variables = environment;
    for (const instruction of one.instructions) {
      steps.push({ stage: one, instruction, workdir, variables });
      const { keyword } = instruction;
      if (keyword === 'WORKDIR') {
        const path = expand(instruction.argument.text.trim(), variables, dockerfile.escape);
        workdir = path === null ? null : joinPath(workdir, path);
      } else if (keyword === 'ENV' || keyword === 'ARG') {
        const set = readPairs(instruction).map(({ name, value }): [string, string | null] => [
          name,
          value === null ? (globals.get(name) ?? null) : expand(value, variables, dockerfile.escape),
        ]);
        variables = new Map([...variables, ...set]);
        if (keyword === 'ENV') environment = new Map([...environment, ...set]);
      }
    }
  }
  return steps;
}
