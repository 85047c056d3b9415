/** What no image needs, of any project: history, the editor's, secrets, and what the build is told by. */
const ALWAYS = [
  '.git',
  '.github',
  '.idea',
  '.vscode',
  '.DS_Store',
  '.env',
  '.env.local',
  '.env.*.local',
  'Dockerfile',
  '.dockerignore',
];

export function writeDockerignore(own: readonly string[]): string {
  return `${[...ALWAYS, ...own].join('\n')}\n`;
}
