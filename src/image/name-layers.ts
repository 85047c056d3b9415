import { stripBuildArguments } from './strip-build-arguments.ts';

/** What an image's history says of one layer. Untrusted text. */
export interface HistoryEntry {
  readonly created_by?: string | null | undefined;
  readonly comment?: string | null | undefined;
}

/** Which part of BuildKit wrote the entry, and nothing of the layer. */
const BUILDKIT = 'buildkit.';
/** Nix says of a layer nothing but this; another hash is another build of the same. */
const STORE_PATHS = /^store paths: \[(.*)\]$/s;
const STORE_HASH = /\/nix\/store\/[0-9a-z]{32}-/g;

/**
 * What made each layer, without the values of build arguments. Tools that build without a Dockerfile say the same of all
 * their layers, and what is in each as a comment (Jib: `dependencies`, `classes`; ko: `kodata contents, …`): there the
 * comment goes first.
 */
export function nameLayers(history: readonly HistoryEntry[], shell: readonly string[]): string[] {
  const entries = history.map(({ created_by: createdBy, comment }) => ({
    createdBy: stripBuildArguments(createdBy ?? '', shell),
    comment: readComment(comment ?? ''),
  }));
  const comments = new Map<string, string[]>();
  for (const { createdBy, comment } of entries) {
    const alike = comments.get(createdBy) ?? [];
    alike.push(comment);
    comments.set(createdBy, alike);
  }
  const told = new Set(
    [...comments].flatMap(([createdBy, alike]) => (tellsApart(createdBy, alike) ? [createdBy] : [])),
  );
  return entries.map(({ createdBy, comment }) => {
    if (!told.has(createdBy)) return createdBy;
    return createdBy === '' ? comment : `${comment} (${createdBy})`;
  });
}

/** Whether the comments of layers that are said to be made alike say which is which. */
function tellsApart(createdBy: string, comments: readonly string[]): boolean {
  if (comments.includes('')) return false;
  return new Set(comments).size > 1 || (createdBy === '' && comments.length === 1);
}

function readComment(comment: string): string {
  if (comment.startsWith(BUILDKIT)) return '';
  const [, paths] = STORE_PATHS.exec(comment) ?? [];
  return paths === undefined ? comment : paths.replace(STORE_HASH, '/nix/store/…-').replaceAll("'", '');
}
