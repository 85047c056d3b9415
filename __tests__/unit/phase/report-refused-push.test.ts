import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { reportRefusedPush } from '../../../src/phase/report-refused-push.ts';

let folder: string;
let printed: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-test-'));
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const PLAN = { name: 'api', image: 'registry.example.com/acme/api' };
const BLOB = 'https://registry.example.com/v2/acme/api/blobs/sha256:a69ed6e2';

async function report(error: string, image = PLAN.image): Promise<string> {
  await reportRefusedPush({ ...PLAN, image }, error, { DOCKER_CONFIG: folder });
  return printed;
}

/** The errors are BuildKit 0.34's own, of a login that may pull only, or of a wrong one. */
test.each([
  ['zot 6d19b445 (after 2.1.20)', 'denied: requested access to the resource is denied'],
  [
    'Distribution 3.0.0 with docker_auth',
    'push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
  ],
  ['Distribution 2.8.3 with htpasswd', `unexpected status from HEAD request to ${BLOB}: 401 Unauthorized`],
])('a push that %s refuses is said with what to do, by the login that there is', async (_, error) => {
  const message = `failed to push registry.example.com/acme/api: ${error}`;
  const said = await report(message);
  expect(said).toContain(
    `::error::api: it was built and not pushed: ${message}%0ALog in with an account that may push`,
  );
  printed = '';
  const auths = { 'registry.example.com': { auth: Buffer.from('ci:hunter2').toString('base64') } };
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths }));
  const again = await report(message);
  expect(again).toContain('%0AIs its password or token still valid, and may the account push?');
  expect(again).not.toContain('hunter2');
});

test('on ghcr.io the permission of the job is named', async () => {
  expect(
    await report('failed to push ghcr.io/acme/api: denied: installation not allowed', 'ghcr.io/acme/api'),
  ).toContain('The job needs "packages: write"');
});

test('an authority that the builder does not know is said with where it is told', async () => {
  const error = `failed to do request: Head "${BLOB}": tls: failed to verify certificate: x509: certificate signed by unknown authority`;
  expect(await report(`failed to push registry.example.com/acme/api: ${error}`)).toMatch(
    /buildkitd-config-inline.*\[registry\."registry\.example\.com"\].*NODE_EXTRA_CA_CERTS/,
  );
});

test.each([
  `failed to push registry.example.com/acme/api: failed to do request: Head "${BLOB}": dial tcp: connection refused`,
  'process "/bin/sh -c echo denied" did not complete successfully: exit code: 1',
])("what a login does not mend is the build step's to say: %s", async (error) => {
  expect(await report(error)).toBe('');
});
