import { PlimsollError } from '../../src/errors.ts';
import { run } from '../machine/run.ts';

/**
 * A line of an htpasswd file. The registry takes bcrypt only, which Node has not; the C library's crypt, as Perl calls it,
 * has. The password goes in by standard input.
 */
export async function htpasswd(credentials: { readonly username: string; readonly password: string }): Promise<string> {
  const script = 'my $p = do { local $/; <STDIN> }; print crypt($p, q($2y$05$plimsollplimsollplimso))';
  const hash = await run('perl', ['-e', script], { input: credentials.password });
  if (!hash.startsWith('$2y$')) {
    throw new PlimsollError('DOCKER_FAILED', "This machine's crypt() knows no bcrypt.", {
      hint: 'Run the lab on Linux with glibc 2.36 or libxcrypt.',
    });
  }
  return `${credentials.username}:${hash}\n`;
}
