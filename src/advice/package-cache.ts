import { libraryName, rootImage } from './base-image.ts';
import { hasOption } from './command-line.ts';
import type { Subject } from './subject.ts';
import type { RunCommand } from '../dockerfile/run-commands.ts';

/** What a package manager leaves in a layer, and how it is taken away. */
export interface PackageCache {
  readonly manager: 'apt' | 'apk' | 'dnf' | 'pip' | 'poetry' | 'conda' | 'npm' | 'yarn' | 'composer' | 'bundler';
  readonly what: string;
  /** Folders of it, those of root. */
  readonly folders: readonly string[];
  /** What of them the mended RUN would not have. None where that cannot be told by folders. */
  readonly emptied: readonly string[];
  /** Whether nothing else in the file or its base may keep the cache from being written there. */
  readonly isSure: (subject: Subject) => boolean;
  /** Whether the command leaves it. */
  readonly isLeftBy: (command: RunCommand) => boolean;
  readonly isClearedBy: (command: RunCommand) => boolean;
  /** What a variable has to be to keep it from being written; `null`: any value. */
  readonly variables: readonly string[];
  /** Appended to the RUN, or the option that is put behind the subcommand. */
  readonly mend:
    { readonly kind: 'append'; readonly text: string } | { readonly kind: 'option'; readonly text: string };
}

/** Whether the command removes one of the folders, or files in it. */
export function removes(command: RunCommand, ...folders: readonly RegExp[]): boolean {
  if (command.program === 'rm')
    return command.arguments.some(({ text }) => folders.some((folder) => folder.test(text)));
  return (
    command.program === 'find' &&
    hasOption(command, '-delete') &&
    folders.some((folder) => folder.test(command.arguments[0]?.text ?? ''))
  );
}

/**
 * Whether the image is built on one of Docker's own, which set nothing for package managers, and no step that is shipped
 * speaks of the manager's settings. Of an image of others nobody knows what it sets.
 */
export function isOnLibraryImage(subject: Subject, settings: RegExp): boolean {
  const image = rootImage(subject, subject.target);
  if (image === null || libraryName(image) === null) return false;
  return !subject.shipped.some(({ instruction: { argument, heredocs } }) =>
    [argument.text, ...heredocs.map(({ body }) => body.text)].some((text) => settings.test(text)),
  );
}
