/** Stands in no path and no pattern. */
const SEPARATOR = '\0';

/** What a step takes of a context. */
export interface TakenPath {
  /** A file, or a folder with all that is in it; '' for all of the context. With the wildcards of COPY. */
  readonly path: string;
  /** What of it is left out: patterns as in a .dockerignore, from the folder on. */
  readonly excludes: readonly string[];
}

/** As one of the `paths` of a `ContextInput`. */
export function formatTakenPath({ path, excludes }: TakenPath): string {
  return [path, ...excludes].join(SEPARATOR);
}

export function parseTakenPath(text: string): TakenPath {
  const [path = '', ...excludes] = text.split(SEPARATOR);
  return { path, excludes };
}
