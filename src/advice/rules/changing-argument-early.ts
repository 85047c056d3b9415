import { readDependencyStep } from '../dependency-step.ts';
import { findAptInstall } from '../apt.ts';
import { findSubcommand } from '../command-line.ts';
import { deleteLines, insertLines } from '../edit.ts';
import { isWholeContext, readCopied } from '../../dockerfile/copied.ts';
import { readPairs } from '../../dockerfile/read-pairs.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { Instruction, Stage } from '../../dockerfile/dockerfile.ts';

/** What is another one in each build, or each commit; a version changes with a release only. */
const CHANGING =
  /^(?:GIT_?(?:SHA|COMMIT|COMMIT_SHA|COMMIT_HASH|REV|REVISION|HASH|REF)|COMMIT(?:_?(?:SHA|HASH|ID|REF))?|VCS_REF|SOURCE_COMMIT|CI_COMMIT_(?:SHA|SHORT_SHA|REF_NAME)|GITHUB_(?:SHA|RUN_ID|RUN_NUMBER)|BUILD_?(?:DATE|TIME|TIMESTAMP|NUMBER|ID|SHA|COMMIT)|REVISION|CACHE_?BUST(?:ER)?)$/i;

/** Found where such an argument is declared before packages are fetched, which do not use it. */
export const changingArgumentEarly: Rule = {
  id: 'changing-argument-early',
  level: 'medium',
  title: 'What changes with every commit stands before expensive steps',
  why: 'Every RUN after an ARG has its value in the environment, and is built again when the value changes, whether it uses it or not.',
  instead: 'Declare the argument right before the first instruction that uses it.',
  check: (subject) => subject.needed.flatMap((stage) => checkStage(subject, stage)),
};

function checkStage(subject: Subject, stage: Stage): Finding[] {
  const { instructions } = stage;
  return instructions.flatMap((instruction, place): Finding[] => {
    const after = instructions.slice(place + 1);
    const source = instructions.findIndex((one) => copiesContext(subject, stage, one));
    // Behind the source all is built anew with each commit.
    if (source !== -1 && source < place) return [];
    const until = source === -1 ? after : instructions.slice(place + 1, source);
    const all = until.filter((one) => isCostly(subject, one));
    const [costly] = all;
    if (costly === undefined) return [];
    const paid = { kind: 'steps', when: 'commit', lines: all.map((one) => one.line) } as const;
    const { line, lastLine } = instruction;
    if (instruction.keyword === 'ARG') {
      const name = readPairs(instruction).find((pair) => CHANGING.test(pair.name))?.name;
      if (
        name === undefined ||
        until.some((one) => one.line <= costly.line && one.keyword === 'RUN' && uses(one, name))
      )
        return [];
      const message = `${name} changes with every build, and line ${costly.line} is built again then.`;
      return [{ line, lastLine, message, patch: move(subject, instruction, name, after), paid }];
    }
    if (instruction.keyword !== 'COPY' || instruction.flags.some((flag) => flag.name === 'from')) return [];
    if (!instruction.words.slice(0, -1).some((word) => /^(?:\.\/)?\.git\/?$/.test(word))) return [];
    return [
      {
        line,
        lastLine,
        message: `.git changes with every commit, and line ${costly.line} is built again then.`,
        instead: 'Copy .git right before the step that reads it, or hand the commit over as an argument there.',
        patch: null,
        paid,
      },
    ];
  });
}

function copiesContext(subject: Subject, stage: Stage, instruction: Instruction): boolean {
  const copy = readCopied({ stage, instruction, workdir: '/', variables: new Map() }, subject.dockerfile.escape);
  return copy?.from === null && copy.sources.some(isWholeContext);
}

function isCostly({ commandsOf }: Subject, instruction: Instruction): boolean {
  return (commandsOf(instruction) ?? []).some(
    (command) =>
      findAptInstall(command) !== null ||
      findSubcommand(command, ['apk'], ['add']) !== null ||
      findSubcommand(command, ['dnf', 'yum', 'microdnf'], ['install']) !== null ||
      readDependencyStep(command)?.kind === 'fetch',
  );
}

function uses({ argument, heredocs, words }: Instruction, name: string): boolean {
  const texts = [argument.text, ...words, ...heredocs.map(({ body }) => body.text)];
  return texts.some((text) => new RegExp(`(?<![A-Za-z0-9_])${name}(?![A-Za-z0-9_])`).test(text));
}

/** To the first instruction that names it. A RUN may read it from its environment without naming it: then nothing is moved. */
function move(subject: Subject, argument: Instruction, name: string, after: readonly Instruction[]): Finding['patch'] {
  if (argument.words.length !== 1 || argument.line !== argument.lastLine) return null;
  const first = after.find((one) => uses(one, name));
  const between = first === undefined ? [] : after.slice(0, after.indexOf(first));
  const isHidden = between.some((one) => one.keyword === 'RUN' && !isCostly(subject, one));
  if (first === undefined || isHidden) return null;
  const text = subject.dockerfile.lines[argument.line - 1] ?? '';
  return { edits: [deleteLines(argument.line, argument.line), insertLines(first.line, [text])], isSafe: true };
}
