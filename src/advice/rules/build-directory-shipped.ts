import { readCompileStep } from '../compile-step.ts';
import { findStage } from '../../dockerfile/dockerfile.ts';
import { isWholeContext, readCopied } from '../../dockerfile/copied.ts';
import { isWithin, joinPath } from '../../dockerfile/paths.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { Step } from '../../dockerfile/walk-chain.ts';

/** Found where the folder that all of the source was copied into, and compiled in, is copied whole into the image. */
export const buildDirectoryShipped: Rule = {
  id: 'build-directory-shipped',
  level: 'medium',
  title: 'The whole build directory is copied into the image',
  why: 'Sources, caches and whatever else the build left there are shipped beside the one program that is needed.',
  instead: 'Copy the program by its name, and the files that it reads.',
  check: (subject) => subject.shipped.flatMap((step) => judge(subject, step)),
};

function judge(subject: Subject, step: Step): Finding[] {
  const { dockerfile } = subject;
  const copy = readCopied(step, dockerfile.escape);
  const stage = typeof copy?.from !== 'string' ? null : findStage(dockerfile, copy.from, step.stage.index);
  if (copy === null || stage === null || step.instruction.flags.some(({ name }) => name === 'exclude')) return [];
  const steps = subject.stepsOf(stage);
  const compiled = steps.flatMap(({ instruction, workdir }) =>
    (subject.commandsOf(instruction) ?? []).flatMap((command) => {
      const found = readCompileStep(command);
      return found === null ? [] : [{ found, workdir }];
    }),
  );
  const [first] = compiled;
  if (first === undefined) return [];
  const sources = steps.flatMap((earlier) => {
    const read = readCopied(earlier, dockerfile.escape);
    return read?.from === null && read.target !== null && read.sources.some(isWholeContext) ? [read.target] : [];
  });
  const shipped = copy.sources.find((source) => {
    const path = source === null ? null : joinPath('/', source);
    if (path === null || path === '/') return false;
    const isOutput = compiled.some(
      ({ found: { output }, workdir }) => output !== null && joinPath(workdir, output) === path,
    );
    return (
      !isOutput &&
      sources.some((folder) => folder !== '/' && isWithin(folder, path)) &&
      compiled.some(({ workdir }) => workdir !== null && isWithin(workdir, path))
    );
  });
  if (shipped === undefined || shipped === null) return [];
  const { line, lastLine } = step.instruction;
  return [
    {
      line,
      lastLine,
      message: `${shipped} of the build is all of the source and what was made of it in ${first.found.language}.`,
      patch: null,
      paid: { kind: 'build-inputs', line, language: first.found.language },
    },
  ];
}
