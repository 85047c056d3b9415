import { hasOption, listOperands } from '../command-line.ts';
import { expand } from '../../dockerfile/expand.ts';
import { isWholeContext, readCopied } from '../../dockerfile/copied.ts';
import { isWithin, joinPath } from '../../dockerfile/paths.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { RunCommand } from '../../dockerfile/run-commands.ts';
import type { Step } from '../../dockerfile/walk-chain.ts';

/** Found where a RUN changes owner, mode or place of what a COPY or ADD before it wrote. */
export const rewrittenInLaterLayer: Rule = {
  id: 'rewritten-in-later-layer',
  level: 'medium',
  title: 'What was copied is written again in a later layer',
  why: 'A file whose owner, mode or place changes is stored whole in the new layer too: it is in the image twice, and pulled twice.',
  instead: 'Say it where the file is copied: COPY --chown=, COPY --chmod=, or the right place at once.',
  check: (subject) =>
    subject.shipped.flatMap((step, place) =>
      (subject.commandsOf(step.instruction) ?? []).flatMap((command) => judge(subject, step, place, command)),
    ),
};

const PROGRAMS = new Set(['chown', 'chmod', 'mv']);

function judge(subject: Subject, step: Step, place: number, command: RunCommand): Finding[] {
  const { program } = command;
  const commands = subject.commandsOf(step.instruction) ?? [];
  if (!PROGRAMS.has(program) || (program !== 'mv' && !hasOption(command, '-R', '--recursive'))) return [];
  const words = listOperands(command);
  // The last of an mv is where it goes; the first of the others is what they set.
  const [setting] = words;
  const named = program === 'mv' ? words.slice(0, -1) : words.slice(1);
  if (setting === undefined || (program === 'chown' && /^(?:root|0)(?::(?:root|0))?:?$/.test(setting.text))) return [];
  const isMoved = commands.some((other) => other.program === 'cd');
  const paths = named.flatMap(({ text }) => {
    const path = expand(text, step.variables, subject.dockerfile.escape);
    if (path === null || /[*?[{]/.test(path) || (isMoved && !path.startsWith('/'))) return [];
    return joinPath(step.workdir, path) ?? [];
  });
  const writer = subject.shipped
    .slice(0, place)
    .findLast((earlier) => paths.some((path) => writes(subject, earlier, program, setting.text, path)));
  if (writer === undefined) return [];
  const { line } = command.place;
  const message = `${program} writes once more what ${writer.instruction.keyword} in line ${writer.instruction.line} wrote.`;
  const paid = { kind: 'hidden', line: writer.instruction.line, by: step.instruction.line, within: paths } as const;
  return [{ line, lastLine: line, message, patch: null, paid }];
}

/** Whether the step copied to the path, or for those that go into folders under it, and not with that setting. */
function writes(subject: Subject, step: Step, program: string, setting: string, path: string): boolean {
  const copy = readCopied(step, subject.dockerfile.escape);
  // The root is everything: nobody means what was copied.
  if (typeof copy?.target !== 'string' || path === '/') return false;
  // Of a script or a few settings nobody feels it.
  if (copy.from === null && !copy.sources.some((source) => isWholeContext(source) || isFolder(source))) return false;
  if (program === 'mv') return !copy.isIntoFolder && copy.target === path;
  const flag = step.instruction.flags.find(({ name }) => name === program)?.value;
  if (flag !== undefined && flag.split(':')[0] === setting.split(':')[0]) return false;
  return isWithin(copy.target, path);
}

/** As far as its name tells. */
function isFolder(source: string | null): boolean {
  return source !== null && !/\.[A-Za-z0-9]+$/.test(source.replace(/\/+$/, ''));
}
