import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSummary } from '../../../src/publish/write-summary.ts';

const MOST_BYTES = 1024 * 1024;

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-summary-'));
  file = join(folder, 'summary.md');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('the summary', () => {
  test('is added to what is there', async () => {
    await writeFile(file, '# Tests\n');
    expect(await writeSummary(file, '# One')).toBeNull();
    expect(await writeSummary(file, '# Two\n')).toBeNull();
    expect(await readFile(file, 'utf8')).toBe('# Tests\n\n# One\n\n# Two\n');
  });

  test('stays within what GitHub takes, to the byte', async () => {
    await writeFile(file, 'x'.repeat(MOST_BYTES - 12));
    expect(await writeSummary(file, 'é'.repeat(5))).toBeNull();
    expect(await readFile(file)).toHaveLength(MOST_BYTES);
    expect(await writeSummary(file, 'y')).toMatchObject({ code: 'summary-left-out' });
    expect(await readFile(file)).toHaveLength(MOST_BYTES);
  });

  test('says what is left out', async () => {
    await writeFile(file, 'x'.repeat(1000));
    expect(await writeSummary(file, 'y'.repeat(MOST_BYTES - 900))).toMatchObject({ code: 'summary-left-out' });
    expect(await readFile(file, 'utf8')).toMatch(/^x+\nThe report is left out/);
  });

  test('fails nothing where there is none, or none can be written', async () => {
    expect(await writeSummary('', 'text')).toBeNull();
    expect(await writeSummary(join(folder, 'no', 'folder'), 'text')).toMatchObject({ code: 'summary-not-written' });
  });
});
