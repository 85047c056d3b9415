import { resolve } from 'node:path';
import { runGit } from './run-git.ts';
import type { Note } from '../note.ts';

/** The commit that is built: HEAD of the work tree that holds the context. */
export interface WorkTree {
  /** `null` where there is none, with a note that says why. */
  commit: string | null;
  /** Parents as the commit object names them: there at depth 1 too. */
  parents: readonly string[];
  /** The commit and its first parents, newest first, as far as they are on this machine. */
  firstParents: readonly string[];
  /** The branch that is checked out; `null` for a detached HEAD. */
  branch: string | null;
  notes: readonly Note[];
}

export interface WorkTreeOptions {
  /** Input `context`: a path or a Git URL. */
  context: string;
  /** GITHUB_SHA: what build-push-action's own Git context builds. */
  eventSha: string | null;
  /** The git program; `git` out of PATH. */
  git?: string;
  /** Where a relative context starts. */
  directory: string;
  environment: Readonly<Record<string, string | undefined>>;
}

/** How many first parents are worth knowing: as many as the baseline is looked for. */
const MAX_FIRST_PARENTS = 21;

/**
 * Reads HEAD of the work tree that holds the context. A submodule counts as part of the tree that it is checked out in:
 * that one's commits are what events and pull requests speak of. Never fails: what cannot be read is said in a note.
 */
export async function readWorkTree(options: WorkTreeOptions): Promise<WorkTree> {
  const { context } = options;
  if (isDefaultContext(context)) return remote(options.eventSha, context);
  if (isRemoteContext(context)) {
    return remote(/#([0-9a-f]{40})(?::|$)/.exec(context)?.[1] ?? null, context);
  }
  try {
    return await readHead(resolve(options.directory, context), options);
  } catch (error) {
    return { commit: null, parents: [], firstParents: [], branch: null, notes: [explain(error, context)] };
  }
}

/** Whether a context is what build-push-action fetches itself: the event's commit. */
function isDefaultContext(context: string): boolean {
  return context === '' || context.startsWith('{{defaultContext}}');
}

/** Whether a context is a URL that the builder fetches. */
function isRemoteContext(context: string): boolean {
  return /^(?:https?|git|ssh):\/\/|^git@|^github\.com\//.test(context);
}

/** Whether a context is a folder of this machine. */
export function isFolderContext(context: string): boolean {
  return !isDefaultContext(context) && !isRemoteContext(context);
}

async function readHead(directory: string, options: WorkTreeOptions): Promise<WorkTree> {
  const git = (...words: string[]): Promise<string> => runGit(directory, words, options);
  const described = (await git('rev-parse', '--show-superproject-working-tree', '--symbolic-full-name', 'HEAD')).split(
    '\n',
  );
  const [first = '', second = ''] = described;
  if (second !== '') return readHead(first, options);
  const [listed, object] = await Promise.all([
    git('rev-list', '--first-parent', `--max-count=${MAX_FIRST_PARENTS}`, 'HEAD'),
    git('cat-file', '-p', 'HEAD'),
  ]);
  const firstParents = listed.split('\n').filter((line) => line !== '');
  const [header = ''] = object.split('\n\n', 1);
  return {
    commit: firstParents[0] ?? null,
    parents: [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1] ?? ''),
    firstParents,
    branch: /^refs\/heads\/(.+)$/.exec(first)?.[1] ?? null,
    notes: [],
  };
}

function remote(commit: string | null, context: string): WorkTree {
  const notes =
    commit === null
      ? [
          note(
            'context-is-remote',
            `The context ${JSON.stringify(context.slice(0, 200))} names no commit.`,
            REMOTE_HINT,
          ),
        ]
      : [];
  return { commit, parents: [], firstParents: commit === null ? [] : [commit], branch: null, notes };
}

const REMOTE_HINT = 'Name a commit behind "#", or check out the repository and give a path, for a baseline by commit.';

function explain(error: unknown, context: string): Note {
  const reason = error instanceof Error ? error.message : String(error);
  if (reason === 'ENOENT') {
    return note(
      'no-git',
      'git is not installed, so the commit that is built is not known.',
      'Install git before actions/checkout.',
    );
  }
  if (reason.includes('dubious ownership')) {
    return note(
      'git-unsafe-directory',
      'git does not read the work tree, since another user owns it; the commit that is built is not known.',
      'Run `git config --global --add safe.directory "$GITHUB_WORKSPACE"` in a step before.',
    );
  }
  if (reason.includes('not a git repository')) {
    return note(
      'no-work-tree',
      `The context ${JSON.stringify(context.slice(0, 200))} is in no git work tree, so the commit that is built is not known.`,
      'Check the repository out with actions/checkout before this step.',
    );
  }
  return note('git-failed', `The commit that is built is not known: ${reason.trim()}`, '');
}

function note(code: string, message: string, hint: string): Note {
  return { code, message, hint };
}
