import { isAptUpdate, findAptInstall } from '../apt.ts';
import { insertAt } from '../edit.ts';
import { isKeptApart } from '../mounts.ts';
import { findInstallWord, PACKAGE_CACHES } from '../package-caches.ts';
import type { PackageCache } from '../package-cache.ts';
import type { Finding, Patch, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { Instruction } from '../../dockerfile/dockerfile.ts';
import type { RunCommand } from '../../dockerfile/run-commands.ts';

/** What a script of the user's own is called that may clean up. */
const MAY_CLEAN = /clean|purge|prune|cleanup|squash|slim|minimi[sz]e/i;

/** Found in layers of the image itself, where the RUN that fills a cache does not empty it. */
export const packageCacheLeft: Rule = {
  id: 'package-cache-left',
  level: 'medium',
  title: "A package manager's cache stays in the image",
  why: 'What a RUN leaves behind is in its layer for good: everyone who pulls the image downloads it, and nothing reads it.',
  instead: 'Do not write it, or take it away in the same RUN.',
  check,
};

function check(subject: Subject): Finding[] {
  return subject.shipped.flatMap(({ instruction, variables }, place) => {
    const commands = subject.commandsOf(instruction);
    if (commands === null) return [];
    return PACKAGE_CACHES.flatMap((cache): Finding[] => {
      const at = commands.findIndex((command) => cache.isLeftBy(command));
      const command = commands[at];
      if (command === undefined || !cache.isSure(subject)) return [];
      if (cache.variables.some((name) => variables.has(name) || commands.some(({ own }) => own.has(name)))) return [];
      if (cache.folders.some((folder) => isKeptApart(instruction, folder))) return [];
      const after = commands.slice(at + 1);
      if (after.some((other) => cache.isClearedBy(other) || MAY_CLEAN.test(other.program))) return [];
      // Told by `deleted-too-late` and `apt-update-alone`.
      if (isClearedLater(subject, cache, place)) return [];
      if (cache.manager === 'apt' && !commands.some((other) => findAptInstall(other) !== null)) return [];
      const { line } = command.place;
      return [
        {
          line,
          lastLine: line,
          message: `The layer of this RUN keeps ${cache.what}.`,
          instead: describeMend(cache, command),
          patch: mend(subject, cache, instruction, commands, place),
          paid: { kind: 'files', line: instruction.line, folders: cache.emptied },
        },
      ];
    });
  });
}

function isClearedLater({ shipped, commandsOf }: Subject, cache: PackageCache, place: number): boolean {
  return shipped
    .slice(place + 1)
    .some(({ instruction }) => (commandsOf(instruction) ?? []).some((command) => cache.isClearedBy(command)));
}

/** `microdnf`, `mamba` take the words of the one whose place they take. */
function mendWith({ mend: { text }, manager }: PackageCache, program: string): string {
  return manager === 'dnf' || manager === 'conda' ? text.replace(manager, program) : text;
}

function describeMend(cache: PackageCache, { program }: RunCommand): string {
  const own = mendWith(cache, program);
  const { kind } = cache.mend;
  return kind === 'append' ? `End the same RUN with "&& ${own}".` : `Install with ${own}.`;
}

function mend(
  { shipped, commandsOf }: Subject,
  cache: PackageCache,
  instruction: Instruction,
  commands: readonly RunCommand[],
  place: number,
): Patch | null {
  if (cache.mend.kind === 'option') {
    const { text } = cache.mend;
    const edits = commands
      .filter((command) => cache.isLeftBy(command))
      .flatMap((command) => {
        const word = findInstallWord(command);
        return command.text === null || word === null ? [] : [insertAt(command.text, word.end, ` ${text}`)];
      });
    // The index of an `apk update` is there for an `apk add` that would not have one then.
    const isUpdated = cache.manager === 'apk' && commands.some(({ arguments: words }) => words[0]?.text === 'update');
    return edits.length === 0 || isUpdated ? null : { edits, isSafe: true };
  }
  const last = commands.at(-1);
  const isPlain = commands.every(
    ({ depth, operator }) => depth === 0 && (operator === '' || operator === '&&' || operator === ';'),
  );
  if (last?.text !== instruction.argument || !isPlain) return null;
  // Lists that a later RUN installs from without fetching them itself.
  const isNeeded =
    cache.manager === 'apt' &&
    shipped.slice(place + 1).some((step) => {
      const later = commandsOf(step.instruction);
      return later === null
        ? step.instruction.keyword === 'RUN'
        : later.some((command) => findAptInstall(command) !== null) && !later.some(isAptUpdate);
    });
  const user = commands.find((command) => cache.isLeftBy(command));
  const isSudo = user?.words[0]?.text === 'sudo';
  if (isNeeded || isSudo) return null;
  const text = mendWith(cache, user?.program ?? cache.manager);
  const end = instruction.argument.text.trimEnd().length;
  // A comment at the end would take it in.
  if (last.end !== end) return null;
  return { edits: [insertAt(instruction.argument, end, ` && ${text}`)], isSafe: true };
}
