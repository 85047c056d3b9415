import type { Side } from './side.ts';

/** Digits of a digest that are shown. */
const DIGITS = 12;

/** What a column of the table is called that holds a side: `api:main`, `api@sha256:0123456789ab`, `oci:out`, `build:`. */
export function titleSide(text: string, { reference }: Pick<Side, 'reference'>): string {
  if (reference === null) return text.replace(/^((?!build:)[a-z-]+:).*\/(?=[^/])/s, '$1');
  const { repository, tag, digest } = reference;
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  return digest === null ? `${name}:${tag ?? 'latest'}` : `${name}@${digest.slice(0, 'sha256:'.length + DIGITS)}`;
}
