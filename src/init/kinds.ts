/** The projects that a Dockerfile is written for, by the tool that builds them. */
export const KINDS = ['go', 'npm'] as const;

export type Kind = (typeof KINDS)[number];

/** The file that says which it is, for messages. */
export const MANIFESTS: Readonly<Record<Kind, string>> = {
  go: 'go.mod',
  npm: 'package.json',
};
