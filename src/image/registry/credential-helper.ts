import { execFile } from 'node:child_process';
import * as v from 'valibot';
import { PlimsollError } from '../../errors.ts';
import { LIMITS } from '../limits.ts';
import { withoutSecrets } from '../without-secrets.ts';
import type { Credential } from './credential.ts';

const AnswerSchema = v.object({ Username: v.string(), Secret: v.string() });

/**
 * Asks `docker-credential-NAME get` (docker-credential-helpers' protocol) for what it keeps for a server. `null`: nothing.
 * Throws `CREDENTIALS_INVALID`, which never holds what it answered but for its own refusal.
 */
export async function askCredentialHelper(
  name: string,
  server: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Credential | null> {
  const what = `the credential helper docker-credential-${name.slice(0, 80)}`;
  if (!/^[\w.-]+$/.test(name)) throw refuse(what, 'is named with characters that no program has here');
  const { failure, stdout } = await run(`docker-credential-${name}`, server, env);
  if (failure !== null) {
    // What helpers say for "nothing"; they exit as for an error.
    if (/credentials not found in native keychain|no usernames for|not logged in/i.test(stdout)) return null;
    const said = stdout.trim().startsWith('{') ? '' : stdout.trim().slice(0, LIMITS.reasonCharacters);
    throw refuse(what, `failed for ${server}: ${said || failure}`);
  }
  const answer = v.safeParse(AnswerSchema, parse(stdout));
  if (!answer.success) throw refuse(what, `gave no "Username" and "Secret" for ${server}`);
  const { Username: username, Secret: secret } = answer.output;
  if (secret === '') return null;
  return username === '<token>'
    ? { kind: 'identity-token', token: secret }
    : { kind: 'password', username, password: secret };
}

async function run(
  program: string,
  input: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ failure: string | null; stdout: string }> {
  return await new Promise((resolve) => {
    const child = execFile(
      program,
      ['get'],
      {
        env: withoutSecrets(env),
        timeout: LIMITS.credentialHelperMs,
        killSignal: 'SIGKILL',
        maxBuffer: LIMITS.credentialHelperBytes,
        windowsHide: true,
      },
      (error, stdout) => {
        if (error === null) resolve({ failure: null, stdout });
        else if (error.code === 'ENOENT') resolve({ failure: 'it is not in the PATH', stdout: '' });
        else if (error.killed === true)
          resolve({ failure: `no answer within ${LIMITS.credentialHelperMs / 1000} s`, stdout: '' });
        else resolve({ failure: `it ended with ${String(error.code)}`, stdout });
      },
    );
    // One that ends without reading is judged by its exit code.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refuse(what: string, why: string): PlimsollError {
  return new PlimsollError('CREDENTIALS_INVALID', `${what} ${why}`, {
    hint: 'See "credsStore" and "credHelpers" in the Docker configuration, or run "docker login" again.',
  });
}
