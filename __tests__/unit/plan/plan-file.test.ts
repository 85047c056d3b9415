import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseEventPayload, readEventPayload } from '../../../src/plan/event-payload.ts';
import { parseEvent } from '../../../src/plan/event.ts';
import { parseInputs } from '../../../src/plan/inputs.ts';
import { readPlanFile, writePlanFile } from '../../../src/plan/plan-file.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import type { Plan } from '../../../src/plan/plan.ts';

let directory = '';

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'plimsoll-plan-file-'));
});

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

function plan(event: string, ref: string, payload: object, inputs: Record<string, string> = {}): Promise<Plan> {
  const environment = { GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_REPOSITORY: 'acme/api' };
  return makePlan(
    parseInputs(inputs),
    parseEvent(environment, parseEventPayload(payload)),
    { commit: 'a'.repeat(40), parents: [], firstParents: [], branch: null, notes: [] },
    {
      nowMs: 0,
      runner: { architecture: 'amd64', job: '' },
      layoutFolder: null,
      hasCredential: () => Promise.resolve(false),
    },
  );
}

describe('the plan file', () => {
  test.each<[string, () => Promise<Plan>]>([
    [
      'a tag with budgets and labels',
      () =>
        plan(
          'push',
          'refs/tags/v1.2.3',
          {},
          { PLIMSOLL_MAX_INCREASE: '5% and 1 MB\nlinux/arm64: 1%', PLIMSOLL_LABELS: 'a=ü\n"b=\n"' },
        ),
    ],
    ['a branch', () => plan('push', 'refs/heads/main', { before: 'b'.repeat(40) })],
    ['a new branch', () => plan('push', 'refs/heads/x', { repository: { default_branch: 'main' } })],
    ['a schedule', () => plan('schedule', 'refs/heads/main', {})],
    [
      'a pull request of a deleted fork',
      () =>
        plan(
          'pull_request',
          '',
          { number: 1, pull_request: { head: { sha: 'c'.repeat(40), repo: null }, base: { ref: 'main' } } },
          { PLIMSOLL_BASELINE: 'v1' },
        ),
    ],
    ['an event without a build', () => plan('issues', '', {})],
  ])('comes back as it was: %s', async (_, make) => {
    const made = await make();
    expect(await readPlanFile(await writePlanFile(made, directory))).toEqual(made);
  });

  test('is for its owner only, and two steps of a job have two', async () => {
    const made = await plan('push', 'refs/heads/main', {});
    const [first, second] = [await writePlanFile(made, directory), await writePlanFile(made, directory)];
    expect(first).not.toBe(second);
    expect(statSync(first).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(first)).mode & 0o777).toBe(0o700);
  });

  test.each([
    ['of another version', (text: string) => text.replace('"schemaVersion":1', '"schemaVersion":2')],
    ['with another type in it', (text: string) => text.replace('"strict":false', '"strict":"false"')],
    ['cut off', (text: string) => text.slice(0, 100)],
    ['empty', () => ''],
  ])('is not taken %s', async (_, change) => {
    const path = await writePlanFile(await plan('push', 'refs/heads/main', {}), directory);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    await expect(readPlanFile(path)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  test('says when it is not there, and when it cannot be written', async () => {
    await expect(readPlanFile(join(directory, 'none'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(
      writePlanFile(await plan('push', 'refs/heads/main', {}), join(directory, 'none')),
    ).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
    });
  });
});

describe('the event file', () => {
  test('is read with what is in it', async () => {
    const path = join(directory, 'event.json');
    writeFileSync(path, JSON.stringify({ action: 'opened', number: 7, repository: { fork: 'yes' }, before: 7 }));
    expect(await readEventPayload(path)).toMatchObject({
      action: 'opened',
      number: 7,
      repository: { fork: null, full_name: null },
      before: null,
      pull_request: null,
    });
  });

  test('is refused where it is no JSON, too long, or not there', async () => {
    const path = join(directory, 'broken.json');
    writeFileSync(path, '{');
    await expect(readEventPayload(path)).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    writeFileSync(path, `"${'x'.repeat(26_214_400)}"`);
    await expect(readEventPayload(path)).rejects.toThrow(/26214402 bytes/);
    await expect(readEventPayload(join(directory, 'none'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  });
});
