import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { makeCertificate, type Certificate } from '../../lab/registry/make-certificate.ts';
import { playRegistryKind, type PlayedKind } from '../../lab/registry/play-registry-kind.ts';
import { registryKinds } from '../../lab/registry/registry-kinds.ts';
import { startRegistry, type Registry } from '../../lab/registry/registry.ts';
import { openRepository, type Repository } from '../../lab/registry/repository.ts';
import { makeWorkDir, removeWorkDir } from '../../lab/machine/work-dir.ts';
import { makeEmptyImage, pushIndex } from '../empty-image.ts';

jest.setTimeout(120_000);

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STORY = fileURLToPath(new URL('./registry-kind-story.ts', import.meta.url));
const COMMIT = 'c'.repeat(40);
const REVISION = 'org.opencontainers.image.revision';

const KINDS = Object.entries(registryKinds);
/** Where a second tag of the same name is refused. */
const IMMUTABLE = ['ecr', 'acr', 'artifactory', 'harbor'];

let folder = '';
let certificate: Certificate;
let registry: Registry | null = null;
let played: PlayedKind | null = null;

beforeAll(async () => {
  folder = await makeWorkDir('kinds');
  const hosts = KINDS.flatMap(([, kind]) => kind.hosts);
  certificate = makeCertificate(hosts);
  await writeFile(join(folder, 'ca.pem'), certificate.certificate);
});

afterEach(async () => {
  await played?.stop();
  await registry?.stop();
});

afterAll(async () => {
  await removeWorkDir(folder);
});

type Kind = (typeof KINDS)[number][1];

/** A real registry, and the kind in front of it. `open` is the door behind the kind's back. */
async function start(kind: Kind) {
  const real = await startRegistry({ hasReferrers: kind.hasReferrers });
  registry = real;
  played = await playRegistryKind(kind, real, certificate);
  const open = (repository = kind.repository): Repository => openRepository({ url: real.url, repository });
  return { ...played, open };
}

/** An image of one platform, in an index. */
async function pushImage(repository: Repository, name: string, tag?: string): Promise<string> {
  return await pushIndex(repository, [makeEmptyImage('amd64', { [REVISION]: COMMIT, name })], tag);
}

/** A Docker configuration with the login to a kind, as its own tool leaves it. */
async function logIn(name: string, { image, login }: Kind): Promise<string> {
  const config = join(folder, `docker-${name}`);
  await mkdir(config, { recursive: true });
  const host = image.slice(0, image.indexOf('/'));
  const { username, password } = login;
  const auth = Buffer.from(`${username}:${password}`).toString('base64');
  const contents = (): object => {
    switch (name) {
      case 'dockerHub':
        return { auths: { 'https://index.docker.io/v1/': { auth } } };
      case 'acr':
        return {
          auths: { [host]: { auth: Buffer.from(`${username}:`).toString('base64'), identitytoken: password } },
        };
      case 'ecr':
        return { credHelpers: { [host]: 'ecr-login' } };
      case 'artifactRegistry':
        return { credsStore: 'gcloud' };
      default:
        return { auths: { [host]: { auth } } };
    }
  };
  await writeFile(join(config, 'config.json'), JSON.stringify(contents()));
  for (const helper of ['ecr-login', 'gcloud']) {
    const answer = JSON.stringify({ ServerURL: host, Username: username, Secret: password });
    const program = join(config, `docker-credential-${helper}`);
    await writeFile(program, `#!/bin/sh\ncat >/dev/null\necho '${answer}'\n`, { mode: 0o755 });
  }
  return config;
}

async function tell(kind: PlayedKind, config: string | null, ...words: string[]): Promise<unknown> {
  const env = {
    PATH: [config ?? '', process.env['PATH']].join(':'),
    HTTPS_PROXY: kind.proxy,
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    DOCKER_CONFIG: config ?? join(folder, 'nobody'),
  };
  const text = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, ['--import', 'tsx', STORY, ...words], { cwd: ROOT, env }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(stderr, { cause: error }));
    });
  });
  return JSON.parse(text);
}

/** The login and every token stay with the hosts that they are of. */
function expectSecretsAtHome(kind: Kind, { requests }: PlayedKind, tokenHost: string): void {
  const { username, password } = kind.login;
  const secrets = [password, Buffer.from(`${username}:${password}`).toString('base64')];
  const host = kind.hosts[0];
  const strangers = requests().filter((request) => request.host !== host && request.host !== tokenHost);
  for (const { scheme, text } of strangers) {
    expect(scheme).toBe('');
    for (const secret of [...secrets, 'token-']) expect(text).not.toContain(secret);
  }
  for (const { host: asked, text } of requests()) {
    const hasPassword = secrets.some((secret) => text.includes(secret));
    if (hasPassword) expect(asked).toBe(tokenHost);
  }
}

describe.each(KINDS)('%s', (name, kind) => {
  const tokenHost = name === 'dockerHub' ? 'auth.docker.io' : kind.hosts[0];
  const at = (tag: string): string => `${kind.image}:${tag}`;

  test('from the baseline to the tags, with a login', async () => {
    const server = await start(kind);
    const repository = server.open();
    // Where pages are small, it is on the second.
    for (const tag of ['0.1', '0.2', '0.3']) await pushImage(repository, tag, tag);
    const baseline = await pushImage(repository, 'baseline', `sha-${COMMIT.slice(0, 12)}`);
    const first = await pushImage(repository, 'first');
    const second = await pushImage(repository, 'second');
    const acts = await tell(server, await logIn(name, kind), kind.image, COMMIT, first, second);

    const once = `sha-${'e'.repeat(40)}`;
    const tags = [at('main'), at(once), at('latest')];
    const record = `plimsoll-${first.slice(7, 39)}`;
    const isImmutable = IMMUTABLE.includes(name);
    const refusal = (tag: string): unknown => ({
      code: 'TAG_IMMUTABLE',
      message: expect.stringMatching(new RegExp(`^the tag ${at(tag)} could not be written: .*immutable`)),
      hint: expect.stringContaining('"tags"'),
    });
    expect(acts).toEqual({
      baseline: expect.objectContaining({
        kind: 'found',
        how: 'commit',
        isExact: true,
        image: expect.objectContaining({ digest: baseline }),
      }),
      head: 1,
      recorded: {
        kind: 'written',
        reference: kind.hasReferrers ? expect.stringMatching(/@sha256:/) : at(record),
        indexes: 0,
        notes: [],
      },
      recordedAgain: expect.objectContaining({ kind: 'written' }),
      record: expect.objectContaining({ kind: 'found' }),
      referrers: kind.hasReferrers ? 1 : null,
      tagged: { written: tags, kept: [], notes: [], errors: [] },
      taggedAgain: { written: [at('main'), at('latest')], kept: [], notes: [], errors: [] },
      moved: isImmutable
        ? {
            written: [],
            kept: [expect.stringContaining(once)],
            notes: [],
            errors: [refusal('main'), refusal('latest')],
          }
        : { written: [at('main'), at('latest')], kept: [expect.stringContaining(once)], notes: [], errors: [] },
    });
    expectSecretsAtHome(kind, server, tokenHost);
    expect(server.requests().length).toBeLessThan(90);
    // One to read, one to write.
    const tokens = server.requests().filter(({ path, host }) => /token|\/v2\/auth/.test(path) && host === tokenHost);
    expect(tokens.length).toBeLessThanOrEqual(2);
  });

  test('a stranger is denied what is private, and told what to do', async () => {
    const server = await start(kind);
    const acts = await tell(server, null, kind.image, COMMIT);
    const host = kind.image.slice(0, kind.image.indexOf('/'));
    expect(acts).toEqual({
      baseline: {
        kind: 'failed',
        note: expect.objectContaining({ hint: expect.stringContaining(`docker login ${host}`) }),
      },
    });
    expect(server.requests().length).toBeLessThanOrEqual(2);
  });
});

describe('refusals of their own', () => {
  const { ghcr, dockerHub, ecr, quay, artifactRegistry } = registryKinds;
  const failed = (message: RegExp, hint: RegExp): unknown => ({
    baseline: {
      kind: 'failed',
      note: expect.objectContaining({
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
      }),
    },
  });

  test('GHCR: a package that is not linked to the repository', async () => {
    const server = await start(ghcr);
    const repository = server.open('acme/unlinked');
    const first = await pushImage(repository, 'first');
    const acts = await tell(server, await logIn('ghcr', ghcr), 'ghcr.io/acme/unlinked', COMMIT, first, first);
    const refusal = {
      message: expect.stringMatching(
        /ghcr\.io denied the push with the login that Docker keeps for it: 403, DENIED: permission_denied: write_package/,
      ),
      hint: expect.stringMatching(/"packages: write".*org\.opencontainers\.image\.source.*"Manage Actions access"/),
    };
    expect(acts).toMatchObject({
      baseline: { kind: 'none' },
      recorded: { kind: 'failed', note: refusal },
      tagged: { written: [], errors: [refusal, refusal, refusal] },
    });
  });

  test('Docker Hub: too many pulls of an official image', async () => {
    const server = await start(dockerHub);
    const acts = await tell(server, await logIn('dockerHub', dockerHub), 'docker.io/limited', COMMIT);
    expect(acts).toEqual(
      failed(
        /limits the rate.*429, TOOMANYREQUESTS/,
        /^(?:Wait and run again|It asks to wait \d+ s: run again then)\.$/,
      ),
    );
    expect(new Set(server.requests().map(({ host }) => host))).toEqual(
      new Set(['registry-1.docker.io', 'auth.docker.io']),
    );
  });

  test("Docker Hub: another's repository", async () => {
    const server = await start(dockerHub);
    const acts = await tell(server, await logIn('dockerHub', dockerHub), 'docker.io/other/api', COMMIT);
    expect(acts).toEqual(failed(/denied access with the login that Docker keeps for it: 401/, /may not exist/));
    // No circle of tokens that do not help.
    expect(server.requests().length).toBeLessThanOrEqual(3);
  });

  test('ECR: a repository that nobody made is a first run', async () => {
    const server = await start(ecr);
    const config = await logIn('ecr', ecr);
    const image = ecr.image.replace('acme/api', 'acme/missing');
    expect(await tell(server, config, image, COMMIT)).toEqual({
      baseline: { kind: 'none', reason: 'the repository has no image yet', notes: [] },
    });
  });

  test('Quay: missing and forbidden are one', async () => {
    const server = await start(quay);
    const acts = await tell(server, await logIn('quay', quay), 'quay.io/acme/missing', COMMIT);
    expect(acts).toEqual(failed(/denied access with the login that Docker keeps for it: 401/, /may not exist/));
  });

  test('Artifact Registry: a repository that is not there', async () => {
    const server = await start(artifactRegistry);
    const config = await logIn('artifactRegistry', artifactRegistry);
    const acts = await tell(server, config, 'europe-docker.pkg.dev/acme-project/missing/api', COMMIT);
    expect(acts).toEqual(
      failed(/denied access with the login that Docker keeps for it: 403, DENIED: Permission/, /may not exist/),
    );
  });
});
