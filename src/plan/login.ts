import { PlimsollError } from '../errors.ts';
import type { Inputs } from './inputs.ts';
import type { Note } from '../note.ts';

/** Whether docker/login-action runs, and as whom. The password is not here: action.yml hands it over directly. */
export interface PlannedLogin {
  enabled: boolean;
  registry: string;
  username: string;
  notes: readonly Note[];
}

/**
 * `auto` logs in where the Docker configuration has no credential for the registry and there is one to log in with.
 * Forks and Dependabot get no secrets, so `login: true` without a password fails (`INPUT_INVALID`) only where
 * `mayWrite` says that this is neither.
 */
export function planLogin(
  inputs: Pick<Inputs, 'login' | 'username' | 'isPasswordGiven'>,
  registry: string,
  event: { actor: string; serverUrl: string; mayWrite: boolean; isPushed: boolean },
  hasCredential: boolean,
): PlannedLogin {
  // The one registry that the workflow's own token is for; that of another GitHub server is not.
  const takesOwnToken = registry === 'ghcr.io' && event.serverUrl === 'https://github.com';
  const username = inputs.username || (takesOwnToken ? event.actor : '');
  const login = (enabled: boolean, notes: readonly Note[] = []): PlannedLogin => ({
    enabled,
    registry,
    username,
    notes,
  });
  if (inputs.login === false || (inputs.login === 'auto' && hasCredential)) return login(false);
  if (username !== '' && (inputs.isPasswordGiven || takesOwnToken)) return login(true);
  const missing = username === '' ? 'username' : 'password';
  const message = `login: there is no ${missing} for ${registry}`;
  const hint = `Set "username" and "password", or log in to ${registry} in a step before.`;
  if (inputs.login === true && event.mayWrite) throw new PlimsollError('INPUT_INVALID', message, { hint });
  // To read, many registries want no login; to push, one on this machine wants none.
  if (!event.isPushed || /^(?:localhost|127\.[\d.]+|\[::1\])(?::|$)/.test(registry)) return login(false);
  return login(false, [{ code: 'not-logged-in', message: `${message}: nothing logs in.`, hint }]);
}
