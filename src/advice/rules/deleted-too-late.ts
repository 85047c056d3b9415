import { listPackages } from '../apt.ts';
import { findSubcommand } from '../command-line.ts';
import { PACKAGE_CACHES } from '../package-caches.ts';
import { isKeptApart } from '../mounts.ts';
import { isWholeContext, readCopied } from '../../dockerfile/copied.ts';
import { joinPath } from '../../dockerfile/paths.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { RunCommand } from '../../dockerfile/run-commands.ts';
import type { Step } from '../../dockerfile/walk-chain.ts';

/** Found where a RUN removes what an instruction before it has put into the image. */
export const deletedTooLate: Rule = {
  id: 'deleted-too-late',
  level: 'medium',
  title: 'What an earlier layer wrote is deleted in a later one',
  why: 'A layer cannot take bytes out of the layers under it: the files are hidden, and still downloaded by everyone who pulls the image. A secret among them can be read out.',
  instead:
    'Delete in the RUN that writes; for a file that is only needed for one step, use RUN --mount=type=bind, or ADD, which unpacks archives itself.',
  check: (subject) =>
    subject.shipped.flatMap((step, place) =>
      (subject.commandsOf(step.instruction) ?? []).flatMap((command) => judge(subject, step, place, command)),
    ),
};

function judge(subject: Subject, step: Step, place: number, command: RunCommand): Finding[] {
  const before = subject.shipped.slice(0, place);
  const own = subject.commandsOf(step.instruction) ?? [];
  const found =
    findCache(subject, before, own, command, step) ??
    findPackages(subject, before, own, command) ??
    findFile(subject, before, own, command, step);
  if (found === null) return [];
  const { line } = command.place;
  return [
    {
      line,
      lastLine: line,
      message: `This deletes ${found.what}: the layer of line ${found.line} keeps it all the same.`,
      patch: null,
      paid: { kind: 'hidden', line: found.line, by: step.instruction.line, within: found.within },
    },
  ];
}

interface Found {
  readonly what: string;
  readonly line: number;
  /** Paths that it is in; `null`: anywhere. */
  readonly within: readonly string[] | null;
}

type Commands = readonly RunCommand[];

function findCache(
  subject: Subject,
  before: readonly Step[],
  own: Commands,
  command: RunCommand,
  step: Step,
): Found | null {
  for (const cache of PACKAGE_CACHES) {
    if (!cache.isClearedBy(command) || own.some((other) => cache.isLeftBy(other))) continue;
    if (cache.folders.some((folder) => isKeptApart(step.instruction, folder))) continue;
    const writer = before.findLast(({ instruction }) => {
      const commands = subject.commandsOf(instruction) ?? [];
      const at = commands.findIndex((other) => cache.isLeftBy(other));
      if (at === -1 || cache.folders.some((folder) => isKeptApart(instruction, folder))) return false;
      return !commands.slice(at).some((other) => cache.isClearedBy(other));
    });
    if (writer !== undefined) return { what: cache.what, line: writer.instruction.line, within: cache.folders };
  }
  return null;
}

/** Whole packages, by the names that they were installed by. */
function findPackages(subject: Subject, before: readonly Step[], own: Commands, command: RunCommand): Found | null {
  const managers = [
    { programs: ['apt-get', 'apt'], add: ['install'], remove: ['remove', 'purge', 'autoremove'] },
    { programs: ['apk'], add: ['add'], remove: ['del'] },
  ];
  for (const { programs, add, remove } of managers) {
    if (findSubcommand(command, programs, remove) === null) continue;
    const removed = listPackages(command);
    const isInstall = (other: RunCommand): boolean =>
      findSubcommand(other, programs, add) !== null && listPackages(other).some((name) => removed.includes(name));
    if (own.some(isInstall)) continue;
    const writer = before.findLast(({ instruction }) => (subject.commandsOf(instruction) ?? []).some(isInstall));
    if (writer !== undefined) return { what: 'packages', line: writer.instruction.line, within: null };
  }
  return null;
}

/** Archives and packages, which are large, and secrets, which can be read out; of a script or a list nobody feels it. */
const WORTH =
  /\.(?:tar|tgz|t[bx]z2?|tar\.\w+|zip|gz|bz2|xz|zst|7z|deb|rpm|apk|whl|jar|war|run|bin|iso|sql|dump|pem|key|p12|pfx)$|(?:^|\/)(?:id_[a-z0-9]+|\.npmrc|\.netrc|\.pypirc|\.env|\.git-credentials|credentials(?:\.json)?)$/;

/** Files that a COPY, an ADD or a download put under this very name. */
function findFile(
  subject: Subject,
  before: readonly Step[],
  own: Commands,
  command: RunCommand,
  step: Step,
): Found | null {
  if (command.program !== 'rm') return null;
  const paths = command.arguments
    .filter(({ text, isLiteral }) => isLiteral && !text.startsWith('-'))
    .flatMap(({ text }) => joinPath(step.workdir, text) ?? []);
  // `cd` before it makes a relative path another.
  if (own.some(({ program }) => program === 'cd') && command.arguments.some(({ text }) => !/^[-/]/.test(text)))
    return null;
  const writer = before.findLast((earlier) => listWritten(subject, earlier).some((path) => paths.includes(path)));
  return writer === undefined ? null : { what: 'a file', line: writer.instruction.line, within: paths };
}

function listWritten(subject: Subject, step: Step): string[] {
  const copy = readCopied(step, subject.dockerfile.escape);
  if (typeof copy?.target === 'string') {
    const { target } = copy;
    if (!copy.isIntoFolder) return copy.sources.some(isWholeContext) || WORTH.test(target) ? [target] : [];
    return copy.sources.flatMap((source) => {
      const name = source?.slice(source.lastIndexOf('/') + 1) ?? '';
      return WORTH.test(name) ? [`${target === '/' ? '' : target}/${name}`] : [];
    });
  }
  const commands = subject.commandsOf(step.instruction) ?? [];
  const isMoved = commands.some(({ program }) => program === 'cd' || program === 'rm' || program === 'mv');
  return commands.flatMap((command) => {
    const option =
      command.program === 'curl'
        ? /^(?:-[a-zA-Z]*o|--output)$/
        : command.program === 'wget'
          ? /^(?:-[a-z]*O|--output-document)$/
          : null;
    if (option === null || isMoved) return [];
    const at = command.arguments.findIndex(({ text }) => option.test(text));
    const word = at === -1 ? undefined : command.arguments[at + 1];
    return word?.isLiteral === true && word.text !== '-' ? (joinPath(step.workdir, word.text) ?? []) : [];
  });
}
