import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import type { Clock } from '../../../src/github/clock.ts';
import { digestOf } from '../../../src/image/digest-of.ts';
import { OCI_INDEX, OCI_MANIFEST } from '../../../src/image/media-type.ts';
import type { Outside } from '../../../src/phase/outside.ts';
import { reportBuild } from '../../../src/phase/report.ts';
import { tagBuild } from '../../../src/phase/tags.ts';
import { parseEventPayload } from '../../../src/plan/event-payload.ts';
import { parseEvent } from '../../../src/plan/event.ts';
import { parseInputs } from '../../../src/plan/inputs.ts';
import { writePlanFile } from '../../../src/plan/plan-file.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { makeEmptyImage, makeIndex } from '../../empty-image.ts';
import { json, startStubServer, type SeenRequest } from '../image/registry/stub-server.ts';
import { answerFaultily, faultArbitrary, type Fault } from './faults.ts';

jest.setTimeout(300_000);

/** Tries again at once. */
const clock: Clock = { nowMs: () => 0, sleep: () => Promise.resolve(), random: () => 0 };
/** Small enough for many runs, and too small for what never ends. */
const OUTSIDE: Outside = {
  clock,
  registry: {
    retry: { attempts: 2, firstRetryMs: 1, retryAfterMs: 1, totalMs: 1000 },
    patience: { silenceMs: 60, exchangeMs: 120 },
  },
  github: { exchangeMs: 120 },
};
/** Where nothing is wrong a busy machine is not to look like a registry that is silent. */
const PATIENT: Outside = { ...OUTSIDE, registry: {}, github: {} };
/** Of one phase: the longest lists that are walked have a hundred pages each, tried twice. */
const MOST_REQUESTS = 1000;

const SECRETS = { password: 'pw-7c1f0e', registryToken: 'rt-4b9d2a', githubToken: 'ghs_5e8a31' };
const COMMIT = 'c'.repeat(40);

type Server = Awaited<ReturnType<typeof startStubServer>>;

let folder = '';
let printed = '';
let registry: Server;
let github: Server;
let stranger: Server;
let faults: { registry: readonly Fault[]; github: readonly Fault[] } = { registry: [], github: [] };
/** Hosts that were connected to, or would have been. */
const hosts = new Set<string>();

const HttpSchema = v.object({ request: v.looseObject({ host: v.string() }) });
const UndiciSchema = v.object({ request: v.looseObject({ origin: v.union([v.string(), v.instance(URL)]) }) });
const noteHttp = (message: unknown): void => {
  hosts.add(v.parse(HttpSchema, message).request.host);
};
const noteUndici = (message: unknown): void => {
  hosts.add(new URL(v.parse(UndiciSchema, message).request.origin).hostname);
};

/** What a registry with one image of one platform answers, to who has a token. */
const image = makeEmptyImage();
const index = makeIndex([image]);

function answerAsRegistry({ method, path, headers }: SeenRequest, response: ServerResponse): void {
  if (path.startsWith('/token')) {
    json(response, 200, { token: SECRETS.registryToken });
    return;
  }
  if (headers.authorization !== `Bearer ${SECRETS.registryToken}`) {
    json(response, 401, {}, { 'www-authenticate': `Bearer realm="${registry.url}/token",service="lab"` });
    return;
  }
  const send = (mediaType: string, bytes: Buffer): void => {
    response.writeHead(200, { 'content-type': mediaType, 'docker-content-digest': digestOf(bytes) });
    response.end(method === 'HEAD' ? '' : bytes);
  };
  if (method === 'POST') response.writeHead(202, { location: '/v2/acme/api/blobs/uploads/1' }).end();
  else if (method === 'PUT') response.writeHead(201).end();
  else if (path.endsWith(digestOf(image.config))) send('application/octet-stream', image.config);
  else if (path.endsWith(image.entry.digest)) send(OCI_MANIFEST, image.manifest);
  else if (path.endsWith(digestOf(index)) || /manifests\/(?:main|sha-a+)$/.test(path)) send(OCI_INDEX, index);
  else if (path.includes('/tags/list')) json(response, 200, { tags: ['main', `sha-${'a'.repeat(40)}`, 'v1.0.0'] });
  else json(response, 404, { errors: [{ code: 'MANIFEST_UNKNOWN', message: '' }] });
}

function answerAsGitHub({ method, path }: SeenRequest, response: ServerResponse): void {
  if (path.includes('/pulls/')) json(response, 200, { head: { sha: COMMIT }, state: 'open', labels: [] });
  else if (method === 'GET' && path.includes('/comments')) json(response, 200, []);
  else if (path.includes('/comments')) {
    json(response, 201, { id: 1, body: '', html_url: 'https://github.com/x', user: { login: 'github-actions[bot]' } });
  } else if (path.includes('/user')) json(response, 200, { login: 'github-actions[bot]' });
  else if (path.includes('/commits')) json(response, 200, [{ sha: COMMIT, parents: [] }]);
  else json(response, 200, { workflow_runs: [], merge_base_commit: { sha: COMMIT } });
}

beforeAll(async () => {
  const at = (list: readonly Fault[], count: number): Fault =>
    list[count % Math.max(1, list.length)] ?? { kind: 'right' };
  stranger = await startStubServer((_, response) => {
    json(response, 200, {});
  });
  registry = await startStubServer((request, response) => {
    const right = (to: ServerResponse): void => {
      answerAsRegistry(request, to);
    };
    answerFaultily(at(faults.registry, registry.seen.length), request, response, { stranger: stranger.url, right });
  });
  github = await startStubServer((request, response) => {
    const right = (to: ServerResponse): void => {
      answerAsGitHub(request, to);
    };
    answerFaultily(at(faults.github, github.seen.length), request, response, { stranger: stranger.url, right });
  });
  subscribe('http.client.request.start', noteHttp);
  subscribe('undici:request:create', noteUndici);
});

afterAll(async () => {
  unsubscribe('http.client.request.start', noteHttp);
  unsubscribe('undici:request:create', noteUndici);
  for (const server of [registry, github, stranger]) await server.stop();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-test-'));
  const auth = Buffer.from(`octocat:${SECRETS.password}`).toString('base64');
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { [registry.host]: { auth } } }));
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

/** Of a step after a build that was pushed: to `main`, or on request for a pull request. */
async function environment(
  isPullRequest: boolean,
  strict: boolean,
  inputs: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const repository = { full_name: 'acme/api', fork: false, default_branch: 'main' };
  const pull = { number: 7, state: 'open', head: { sha: COMMIT, ref: 'x', repo: repository }, base: { ref: 'main' } };
  const event = parseEvent(
    {
      GITHUB_EVENT_NAME: isPullRequest ? 'pull_request' : 'push',
      GITHUB_REPOSITORY: 'acme/api',
      GITHUB_REF: isPullRequest ? 'refs/pull/7/merge' : 'refs/heads/main',
    },
    parseEventPayload({
      before: 'a'.repeat(40),
      repository,
      ...(isPullRequest ? { number: 7, action: 'opened', pull_request: pull } : {}),
    }),
  );
  const plan = await makePlan(
    parseInputs({
      PLIMSOLL_IMAGE: `${registry.host}/acme/api`,
      PLIMSOLL_PUSH: 'true',
      PLIMSOLL_STRICT: String(strict),
      PLIMSOLL_COMMENT: 'always',
      ...inputs,
    }),
    event,
    { commit: COMMIT, parents: ['a'.repeat(40)], firstParents: [], branch: null, notes: [] },
    {
      nowMs: 0,
      runner: { architecture: 'amd64', job: '' },
      layoutFolder: null,
      hasCredential: () => Promise.resolve(true),
    },
  );
  return {
    PATH: folder,
    GITHUB_WORKSPACE: folder,
    DOCKER_CONFIG: folder,
    GITHUB_TOKEN: SECRETS.githubToken,
    GITHUB_API_URL: github.url,
    PLIMSOLL_PLAN_FILE: await writePlanFile(plan, folder),
    PLIMSOLL_BUILD_OUTCOME: 'success',
    PLIMSOLL_BUILD_DIGEST: digestOf(index),
  };
}

async function play(
  isPullRequest: boolean,
  strict: boolean,
  made: typeof faults,
  outside = OUTSIDE,
  inputs: Readonly<Record<string, string>> = {},
) {
  faults = made;
  printed = '';
  hosts.clear();
  for (const { seen } of [registry, github, stranger]) seen.length = 0;
  const step = await environment(isPullRequest, strict, inputs);
  const reportFails = await reportBuild(step, outside);
  const reported = printed;
  printed = '';
  const tagsFail = await tagBuild(step, outside);
  return { reportFails, reported, tagsFail, tagged: printed };
}

test.each([false, true])('a report of a scanner that is not there fails under strict only (%s)', async (strict) => {
  const inputs = { PLIMSOLL_BASELINE_VULNERABILITIES: 'before.json', PLIMSOLL_HEAD_VULNERABILITIES: 'after.json' };
  const playWith = async (after: string) => {
    await writeFile(join(folder, 'before.json'), '{"matches":[]}');
    await writeFile(join(folder, 'after.json'), after);
    return await play(false, strict, { registry: [], github: [] }, PATIENT, inputs);
  };
  expect(await playWith('{"matches":[]}')).toMatchObject({ reportFails: false });
  const { reportFails, reported, tagsFail } = await playWith('{');
  expect({ reportFails, tagsFail }).toEqual({ reportFails: strict, tagsFail: false });
  expect(reported).toMatch(
    new RegExp(`^::${strict ? 'error' : 'warning'}::head-vulnerabilities after.json is not JSON`, 'm'),
  );
  expect(reported).toMatch(/^::set-output name=verdict::pass$/m);
});

test.each([false, true])('nothing is wrong: what the property goes from (pull request: %s)', async (isPullRequest) => {
  const { reportFails, reported, tagsFail } = await play(isPullRequest, true, { registry: [], github: [] }, PATIENT);
  expect({ reportFails, tagsFail }).toEqual({ reportFails: false, tagsFail: false });
  expect(reported).toMatch(/^::set-output name=verdict::pass$/m);
  expect(github.lines().some((line) => line.startsWith('POST'))).toBe(isPullRequest);
  expect(registry.lines().filter((line) => line.startsWith('PUT')).length).toBeGreaterThan(3);
});

test('whatever registry and API do: the build keeps its outcome, tokens stay at home, and it ends', async () => {
  const list = fc.array(faultArbitrary, { minLength: 1, maxLength: 8 });
  const scenario = fc.tuple(fc.boolean(), fc.boolean(), fc.record({ registry: list, github: list }));
  await fc.assert(
    fc.asyncProperty(scenario, async ([isPullRequest, strict, made]) => {
      const { reportFails, reported, tagsFail, tagged } = await play(isPullRequest, strict, made);
      // Our own trouble is a warning; only under strict it is an error, and then it is said.
      if (!strict) expect(reportFails).toBe(false);
      if (reportFails) expect(reported).toMatch(/^::error::/m);
      expect(reported).toMatch(/^::set-output name=pushed::true$/m);
      // A tag that could not be written is the user's to know.
      expect(tagsFail).toBe(/^::error::the tag /m.test(tagged));

      const textOf = ({ seen }: Server): string => JSON.stringify(seen);
      expect(stranger.seen.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
      for (const secret of Object.values(SECRETS)) expect(textOf(stranger)).not.toContain(secret);
      expect(textOf(registry)).not.toContain(SECRETS.githubToken);
      for (const secret of [SECRETS.password, SECRETS.registryToken]) expect(textOf(github)).not.toContain(secret);
      for (const secret of Object.values(SECRETS)) expect(reported + tagged).not.toContain(secret);

      expect([...hosts].filter((host) => host !== '127.0.0.1')).toEqual([]);
      expect(registry.seen.length + github.seen.length).toBeLessThan(MOST_REQUESTS);
    }),
    { numRuns: 25 },
  );
});
