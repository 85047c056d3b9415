/** The projects that a Dockerfile is written for, by the tool that builds them. */
export const KINDS = [
  'go',
  'npm',
  'pnpm',
  'yarn',
  'bun',
  'pip',
  'uv',
  'poetry',
  'cargo',
  'maven',
  'gradle',
  'composer',
  'dotnet',
] as const;

export type Kind = (typeof KINDS)[number];
