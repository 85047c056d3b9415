/** Shells that a Dockerfile's instruction is run by when nobody says otherwise. */
const SHELL = String.raw`\/bin\/(?:ba|a|da)?sh(?: -[a-z]+| pipefail)* -[a-z]*c`;
const CLASSIC_METADATA = new RegExp(`^${SHELL} #\\(nop\\)\\s+`);
const CLASSIC_RUN = new RegExp(`^${SHELL} `);
const BUILDKIT_RUN = new RegExp(`^RUN ${SHELL} `);
/** What the classic builder, buildah and kaniko name the content by that they add: another one is no other instruction. */
const CONTENT_HASH = /\b(file|dir|multi):[0-9a-f]{64}\b/g;
const RUN_FLAGS = /^RUN(?: --(?:mount|network|security|device)=\S+)+ /;

/**
 * What a history entry or a build step says, as its author wrote it in the Dockerfile: without the shell, BuildKit's
 * mark and the flags of RUN, on one line. `RUN /bin/sh -c go build # buildkit` -> `RUN go build`. Stays untrusted text.
 */
export function formatInstruction(createdBy: string): string {
  return createdBy
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ # buildkit$/, '')
    .replace(CLASSIC_METADATA, '')
    .replace(CLASSIC_RUN, 'RUN ')
    .replace(BUILDKIT_RUN, 'RUN ')
    .replace(RUN_FLAGS, 'RUN ')
    .replace(CONTENT_HASH, '$1:…')
    .trim();
}

/** `RUN` of `RUN npm ci`. */
export function nameKeyword(createdBy: string): string {
  return formatInstruction(createdBy).split(' ', 1)[0] ?? '';
}

/** `RUN npm` of `RUN --mount=type=cache,target=/c npm ci`. */
export function nameProgram(createdBy: string): string {
  return formatInstruction(createdBy)
    .split(' ')
    .filter((word) => !word.startsWith('--'))
    .slice(0, 2)
    .join(' ');
}
