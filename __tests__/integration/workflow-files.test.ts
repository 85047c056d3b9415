import { beforeAll, expect, jest, test } from '@jest/globals';
import { type Auditors, findAuditors } from '../../lab/runner/auditors.ts';
import { run } from '../../lab/machine/run.ts';

jest.setTimeout(300_000);

let auditors: Auditors;

beforeAll(async () => {
  auditors = await findAuditors();
});

test('the workflows pass actionlint', async () => {
  expect(await run(auditors.actionlint, ['-no-color'])).toBe('');
});

test('workflows and actions pass zizmor', async () => {
  const said = await run(auditors.zizmor, [
    '--offline',
    '--no-progress',
    '.github',
    'action.yml',
    'compare/action.yml',
    'comment/action.yml',
  ]);
  expect(said).not.toMatch(/^(?:warning|error|help)\[/m);
});
