import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { OUTSIDE } from '../../../src/phase/outside.ts';
import { restoreCacheMounts } from '../../../src/phase/restore-mounts.ts';
import { saveCacheMounts } from '../../../src/phase/save-mounts.ts';
import { parseEventPayload } from '../../../src/plan/event-payload.ts';
import { parseEvent } from '../../../src/plan/event.ts';
import { parseInputs } from '../../../src/plan/inputs.ts';
import { writePlanFile } from '../../../src/plan/plan-file.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { json, startStubServer } from '../image/registry/stub-server.ts';

let folder: string;
let printed: string;
let registry: Awaited<ReturnType<typeof startStubServer>>;
let answer: (response: ServerResponse) => void;

const ONCE = { ...OUTSIDE, registry: { retry: { attempts: 1 } } };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-test-'));
  registry = await startStubServer((_, response) => {
    answer(response);
  });
  printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await registry.stop();
  await rm(folder, { recursive: true });
});

/** What an index of images, or a set that a later version wrote, looks like to this one. */
const STRANGE = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', artifactType: 'x/v9' };

test.each<[string, (response: ServerResponse) => void, RegExp]>([
  ['fails', (response) => response.writeHead(500).end(), /^::warning::Cache mounts begin empty: /m],
  [
    'has a set that is not known',
    (response) => {
      json(response, 200, STRANGE, { 'content-type': STRANGE.mediaType });
    },
    /^::warning::Cache mounts begin empty: .* holds no cache mounts of a version that is known here/m,
  ],
  [
    'has none',
    (response) => {
      json(response, 404, {});
    },
    /^none are kept yet$/m,
  ],
])('before a build, a registry that %s fails nothing, and is said', async (_, how, said) => {
  answer = how;
  await expect(restoreCacheMounts(await environment('true'), ONCE)).resolves.toBeUndefined();
  expect(printed).toMatch(said);
});

test('after a build, a builder that is not there fails nothing, and is said', async () => {
  await expect(saveCacheMounts(await environment('true'), ONCE)).resolves.toBeUndefined();
  expect(printed).toMatch(/^::warning::Cache mounts were not kept: /m);
  expect(registry.seen).toEqual([]);
});

test('where they are not asked for, nothing is done', async () => {
  const step = await environment('false');
  await restoreCacheMounts(step, ONCE);
  await saveCacheMounts(step, ONCE);
  expect([printed, registry.seen]).toEqual(['', []]);
});

/** Of a push to `main`, on a machine without Docker. */
async function environment(cacheMounts: string): Promise<Record<string, string>> {
  const event = parseEvent(
    { GITHUB_EVENT_NAME: 'push', GITHUB_REPOSITORY: 'acme/api', GITHUB_REF: 'refs/heads/main' },
    parseEventPayload({ before: 'a'.repeat(40), repository: { full_name: 'acme/api', default_branch: 'main' } }),
  );
  const plan = await makePlan(
    parseInputs({
      PLIMSOLL_IMAGE: `${registry.host}/acme/api`,
      PLIMSOLL_PUSH: 'true',
      PLIMSOLL_CACHE_MOUNTS: cacheMounts,
    }),
    event,
    { commit: 'b'.repeat(40), parents: ['a'.repeat(40)], firstParents: [], branch: null, notes: [] },
    {
      nowMs: 0,
      runner: { architecture: 'amd64', job: '' },
      layoutFolder: null,
      hasCredential: () => Promise.resolve(true),
    },
  );
  return { PATH: folder, HOME: folder, DOCKER_CONFIG: folder, PLIMSOLL_PLAN_FILE: await writePlanFile(plan, folder) };
}
