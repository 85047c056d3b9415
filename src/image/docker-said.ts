/** Of what docker says before it fails; what a step printed is at the end. */
const SAID_CHARACTERS = 600;

/** How docker ends an error that it takes for a wrong call: with all that may be called. */
const USAGE = /\n+(?=Usage: |See '|Run ')/;

/**
 * Why docker refused, out of what it wrote to stderr. Untrusted text. Without the plugin that a command is of, it complains of the first flag
 * of ours that is none of its own.
 */
export function readDockerSaid(stderr: string, [command = '']: readonly string[]): string {
  const text = stderr.trim().replace(/^ERROR: /, '');
  if (
    /^Usage: +docker \[OPTIONS\] COMMAND/m.test(text) ||
    text.startsWith(`docker: unknown command: docker ${command}`)
  ) {
    return `there is no command "docker ${command}"`;
  }
  const [said = ''] = text.split(USAGE, 1);
  return said.slice(-SAID_CHARACTERS);
}
