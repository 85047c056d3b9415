/** The projects that a Dockerfile is written for, by the tool that builds them. */
export const KINDS = ['go', 'npm', 'pip', 'uv', 'cargo'] as const;

export type Kind = (typeof KINDS)[number];
