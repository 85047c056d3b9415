import { describe, expect, test } from '@jest/globals';
import { planLogin } from '../../../src/plan/login.ts';

const given = (login: boolean | 'auto', username = '', isPasswordGiven = false) => ({
  login,
  username,
  isPasswordGiven,
});
const own = { actor: 'mona', serverUrl: 'https://github.com', mayWrite: true, isPushed: true };

describe('planLogin', () => {
  test.each([
    ['ghcr.io by default', given('auto'), 'ghcr.io', false, true, 'mona'],
    ['ghcr.io with a token of the user', given('auto', 'bot', true), 'ghcr.io', false, true, 'bot'],
    ['a credential that is there stays', given('auto', 'bot', true), 'ghcr.io', true, false, 'bot'],
    ['login: true in spite of it', given(true), 'ghcr.io', true, true, 'mona'],
    ['login: false', given(false, 'bot', true), 'docker.io', false, false, 'bot'],
    ['another registry', given('auto', 'bot', true), 'docker.io', false, true, 'bot'],
    [
      'no password for another registry: no token of GitHub goes there',
      given('auto', 'bot'),
      'docker.io',
      false,
      false,
      'bot',
    ],
    ['nothing for another registry', given('auto'), 'registry.example.com', false, false, ''],
  ])('%s', (_, inputs, registry, hasCredential, enabled, username) => {
    expect(planLogin(inputs, registry, own, hasCredential)).toMatchObject({ enabled, registry, username });
  });

  test('the token of another GitHub server is not for ghcr.io', () => {
    const elsewhere = { ...own, serverUrl: 'https://github.example.com' };
    expect(planLogin(given('auto'), 'ghcr.io', elsewhere, false)).toMatchObject({ enabled: false, username: '' });
    expect(planLogin(given('auto', 'bot', true), 'ghcr.io', elsewhere, false)).toMatchObject({ enabled: true });
  });

  test('says what is missing', () => {
    expect(planLogin(given('auto'), 'docker.io', own, false).notes).toEqual([
      expect.objectContaining({ code: 'not-logged-in', message: expect.stringContaining('no username for docker.io') }),
    ]);
  });

  test.each([
    ['nothing is pushed', 'docker.io', false],
    ['the registry is on this machine', 'localhost:5000', true],
    ['the registry is on this machine', '127.0.0.1:5000', true],
    ['the registry is on this machine', '[::1]:5000', true],
  ])('says nothing of it where %s', (_, registry, isPushed) => {
    expect(planLogin(given('auto'), registry, { ...own, isPushed }, false)).toMatchObject({
      enabled: false,
      notes: [],
    });
  });

  test('login: true without a password is an error, but for forks and Dependabot, which get no secrets', () => {
    expect(() => planLogin(given(true, 'bot'), 'docker.io', own, false)).toThrow(
      /^login: there is no password for docker\.io/,
    );
    expect(planLogin(given(true, 'bot'), 'docker.io', { ...own, mayWrite: false }, false).enabled).toBe(false);
  });
});
