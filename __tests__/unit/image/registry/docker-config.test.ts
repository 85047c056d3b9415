import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findCredential } from '../../../../src/image/registry/docker-config.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-config-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function find(registry: string, config: unknown, env: Record<string, string> = {}) {
  await writeFile(join(folder, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config));
  return await findCredential(registry, { DOCKER_CONFIG: folder, ...env });
}

/** A credential helper that does what the shell is told. */
async function makeHelper(name: string, script: string): Promise<Record<string, string>> {
  await writeFile(join(folder, `docker-credential-${name}`), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
}

describe('findCredential', () => {
  const OCTOCAT = { kind: 'password', username: 'octocat', password: 'pass:word' };
  const auth = base64('octocat:pass:word');

  test.each([
    ['ghcr.io', 'ghcr.io'],
    ['ghcr.io', 'https://ghcr.io'],
    ['ghcr.io', 'https://ghcr.io/v1/'],
    ['ghcr.io', 'http://ghcr.io/v2'],
    ['ghcr.io', 'GHCR.io'],
    ['localhost:5000', 'localhost:5000'],
    ['[::1]:5000', '[::1]:5000'],
    ['docker.io', 'https://index.docker.io/v1/'],
    ['docker.io', 'docker.io'],
    ['docker.io', 'registry-1.docker.io'],
  ])('finds what belongs to %s under %s', async (registry, key) => {
    expect(await find(registry, { auths: { 'other.example': { auth: base64('x:y') }, [key]: { auth } } })).toEqual(
      OCTOCAT,
    );
  });

  test.each([
    ['ghcr.io', 'https://ghcr.io.example/'],
    ['ghcr.io', 'ghcr.io:443'],
    ['ghcr.io', 'docker.pkg.github.com'],
    ['localhost:5000', 'localhost'],
    ['localhost:5001', 'localhost:5000'],
    ['index.example', 'https://index.docker.io/v1/'],
    ['docker.io', 'https://auth.docker.io/'],
    ['docker.io.example', 'docker.io'],
  ])('gives %s nothing that belongs to %s', async (registry, key) => {
    expect(await find(registry, { auths: { [key]: { auth } } })).toBeNull();
  });

  test.each<[string, unknown, unknown]>([
    ['an empty entry, as with a store', {}, null],
    ['no entry', null, null],
    ['a name and a password of their own', { username: 'octocat', password: 'pass:word' }, OCTOCAT],
    [
      'an identity token',
      { auth: base64('x:y'), identitytoken: 'secret' },
      { kind: 'identity-token', token: 'secret' },
    ],
    ['a padded password', { auth: base64('octocat:pass:word\0\0') }, OCTOCAT],
    ['an empty password', { auth: base64('octocat:') }, { ...OCTOCAT, password: '' }],
  ])('reads %s', async (_, entry, expected) => {
    expect(await find('ghcr.io', { auths: { 'ghcr.io': entry } })).toEqual(expected);
  });

  test('the host alone comes before a host with a path', async () => {
    const auths = { 'https://ghcr.io/v1/': { auth: base64('old:x') }, 'ghcr.io': { auth } };
    expect(await find('ghcr.io', { auths })).toEqual(OCTOCAT);
  });

  test('no configuration is no credential; nor are fields that are unknown', async () => {
    expect(await findCredential('ghcr.io', { DOCKER_CONFIG: join(folder, 'nowhere') })).toBeNull();
    expect(await findCredential('ghcr.io', { DOCKER_CONFIG: join(folder, 'a-file') })).toBeNull();
    expect(await find('ghcr.io', { HttpHeaders: { a: 1 }, auths: null })).toBeNull();
  });

  test('looks into the home where DOCKER_CONFIG is not set', async () => {
    await mkdir(join(folder, '.docker'));
    await writeFile(join(folder, '.docker', 'config.json'), JSON.stringify({ auths: { 'ghcr.io': { auth } } }));
    expect(await findCredential('ghcr.io', { HOME: folder })).toEqual(OCTOCAT);
  });

  test.each<[string, unknown, string]>([
    ['no JSON', '{"auths":{"ghcr.io":{"auth":"c2VjcmV0"', 'is not JSON'],
    ['another type', { auths: { 'ghcr.io': 'c2VjcmV0' } }, 'is malformed at auths.ghcr.io'],
    ['no base64', { auths: { 'ghcr.io': { auth: 'sec ret' } } }, 'has an "auth" for ghcr.io'],
    ['no colon', { auths: { 'ghcr.io': { auth: base64('secret') } } }, 'has an "auth" for ghcr.io'],
    ['no name', { auths: { 'ghcr.io': { auth: base64(':secret') } } }, 'has an "auth" for ghcr.io'],
    ['a helper named like a path', { credsStore: '../secret' }, 'is named with characters'],
  ])('refuses %s, and does not quote it', async (_, config, message) => {
    const thrown: unknown = await find('ghcr.io', config).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'CREDENTIALS_INVALID', message: expect.stringContaining(message) });
    expect(thrown).toMatchObject({ message: expect.not.stringMatching(/c2VjcmV0|sec ret|:secret/) });
    expect(thrown).not.toHaveProperty('cause');
  });

  describe('with helpers', () => {
    test('asks the helper of the host, by the host', async () => {
      const env = await makeHelper(
        'mine',
        `test "$1" = get && test "$(cat)" = ghcr.io && echo '{"Username":"octocat","Secret":"pass:word"}'`,
      );
      const config = {
        credHelpers: { 'ghcr.io': 'mine' },
        credsStore: 'nowhere',
        auths: { 'ghcr.io': { auth: base64('a:b') } },
      };
      expect(await find('ghcr.io', config, env)).toEqual(OCTOCAT);
    });

    test('asks the store for Docker Hub by the name that it has there', async () => {
      const env = await makeHelper(
        'store',
        `test "$(cat)" = https://index.docker.io/v1/ && echo '{"Username":"octocat","Secret":"pass:word"}'`,
      );
      expect(await find('docker.io', { credsStore: 'store' }, env)).toEqual(OCTOCAT);
    });

    test('knows an identity token by its name', async () => {
      const env = await makeHelper('store', `echo '{"Username":"<token>","Secret":"refresh"}'`);
      expect(await find('acme.azurecr.io', { credsStore: 'store' }, env)).toEqual({
        kind: 'identity-token',
        token: 'refresh',
      });
    });

    test('what the helper does not have may stand in the file', async () => {
      const env = await makeHelper('store', `echo 'credentials not found in native keychain'; exit 1`);
      expect(await find('ghcr.io', { credsStore: 'store' }, env)).toBeNull();
      expect(await find('ghcr.io', { credsStore: 'store', auths: { 'ghcr.io': { auth } } }, env)).toEqual(OCTOCAT);
    });

    test('hands it no token of ours, and what clouds log in with', async () => {
      const env = await makeHelper(
        'store',
        `cat > /dev/null; echo "{\\"Username\\":\\"u\\",\\"Secret\\":\\"$GITHUB_TOKEN|$PLIMSOLL_PASSWORD|$AWS_SESSION_TOKEN\\"}"`,
      );
      const secrets = { GITHUB_TOKEN: 'ghs_1', PLIMSOLL_PASSWORD: 'p', AWS_SESSION_TOKEN: 'aws' };
      expect(await find('ghcr.io', { credsStore: 'store' }, { ...env, ...secrets })).toMatchObject({
        password: '||aws',
      });
    });

    test.each([
      ['fails', `echo 'no dbus'; exit 2`, 'failed for ghcr.io: no dbus'],
      ['fails without a word', 'exit 2', 'failed for ghcr.io: it ended with 2'],
      ['answers something else', 'echo hello', 'gave no "Username" and "Secret"'],
      ['answers without end', 'cat /dev/zero', 'failed for ghcr.io'],
      [
        'fails after it gave the secret',
        `echo '{"Username":"u","Secret":"s3cret"}'; exit 1`,
        'failed for ghcr.io: it ended with 1',
      ],
    ])('refuses one that %s', async (_, script, message) => {
      const env = await makeHelper('store', script);
      const thrown: unknown = await find('ghcr.io', { credsStore: 'store' }, env).catch((error: unknown) => error);
      expect(thrown).toMatchObject({ code: 'CREDENTIALS_INVALID', message: expect.stringContaining(message) });
      expect(thrown).toMatchObject({ message: expect.not.stringContaining('s3cret') });
    });

    test('names one that is not installed', async () => {
      await expect(find('ghcr.io', { credsStore: 'desktop' }, { PATH: folder })).rejects.toMatchObject({
        code: 'CREDENTIALS_INVALID',
        message: 'the credential helper docker-credential-desktop failed for ghcr.io: it is not in the PATH',
      });
    });

    test('one that does not read what it is asked is no trouble', async () => {
      const env = await makeHelper('store', `echo '{"ServerURL":"x","Username":"octocat","Secret":"pass:word"}'`);
      expect(await find('ghcr.io', { credsStore: 'store' }, env)).toEqual(OCTOCAT);
    });
  });
});
