import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { reportBuild } from '../../../src/phase/report.ts';
import { parseEventPayload } from '../../../src/plan/event-payload.ts';
import { parseEvent } from '../../../src/plan/event.ts';
import { parseInputs } from '../../../src/plan/inputs.ts';
import { writePlanFile } from '../../../src/plan/plan-file.ts';
import { makePlan } from '../../../src/plan/plan.ts';

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

test.each([
  ['false', false, 'warning'],
  ['true', true, 'error'],
])('a fault of our own is said, and fails the job only under strict: %s', async (strict, fails, level) => {
  const step = await environment({ PLIMSOLL_STRICT: strict });
  // What a full disk does, too.
  await mkdir(join(dirname(step['PLIMSOLL_PLAN_FILE'] ?? ''), 'comparison.json'));
  expect(await reportBuild(step)).toBe(fails);
  expect(printed).toMatch(new RegExp(`^::${level}::the report could not be made.*EISDIR`, 'm'));
  expect(printed).toMatch(/^::set-output name=pushed::true$/m);
});

/** Of the report step of a build on `main`, on a machine without Docker. */
async function environment(inputs: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const event = parseEvent(
    { GITHUB_EVENT_NAME: 'push', GITHUB_REPOSITORY: 'acme/api', GITHUB_REF: 'refs/heads/main' },
    parseEventPayload({ before: 'a'.repeat(40) }),
  );
  const plan = await makePlan(
    parseInputs({ PLIMSOLL_IMAGE: '127.0.0.1:1/acme/api', ...inputs }),
    event,
    { commit: null, parents: [], firstParents: [], branch: null, notes: [] },
    {
      nowMs: 0,
      runner: { architecture: 'amd64', job: '' },
      layoutFolder: null,
      hasCredential: () => Promise.resolve(false),
    },
  );
  return {
    PATH: folder,
    PLIMSOLL_PLAN_FILE: await writePlanFile(plan, folder),
    PLIMSOLL_BUILD_OUTCOME: 'success',
  };
}
