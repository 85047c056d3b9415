import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../../src/command/arguments.ts';
import type { CompareArguments } from '../../../src/command/compare-arguments.ts';
import { runCompare } from '../../../src/command/compare.ts';
import { makeImage, makeLayoutFiles, type MadeImage } from '../image/make-layout.ts';
import { makeTerminal } from './fake-terminal.ts';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plimsoll-compare-'));
  await write('small', makeImage('x'.repeat(100), ['amd64', 'arm64']));
  await write('large', makeImage('y'.repeat(300), ['amd64', 'arm64']));
  await write('other', makeImage('x'.repeat(100), ['s390x']));
});

afterAll(async () => {
  await rm(directory, { recursive: true });
});

async function write(name: string, image: MadeImage): Promise<void> {
  for (const [path, bytes] of makeLayoutFiles({ image })) {
    await mkdir(dirname(join(directory, name, path)), { recursive: true });
    await writeFile(join(directory, name, path), bytes);
  }
}

async function compare(...words: string[]) {
  const terminal = makeTerminal({ directory });
  // Most of these layers hold no archive.
  const code = await runCompare(parse(['--details', 'sizes', ...words]), terminal);
  return { code, out: terminal.out(), told: terminal.told() };
}

function parse(words: readonly string[]): CompareArguments {
  const asked = parseArguments(['compare', ...words]);
  if (asked.kind !== 'compare') throw new Error(asked.kind);
  return asked;
}

/** These images have no record, no provenance and no annotations. */
const BASE_UNKNOWN = [
  expect.stringMatching(/^note: which layers of the baseline and the head are the base image's is not known/),
  expect.stringContaining('With details set to "sizes" nothing is asked about it'),
];

test('what grew, by platform', async () => {
  const { code, out, told } = await compare('oci:small', 'oci:large');
  expect(code).toBe(0);
  expect(told).toEqual(BASE_UNKNOWN);
  expect(out.split('\n').slice(0, 5)).toEqual([
    'large: this build adds 200 B (+80 %) to the download.',
    '',
    expect.stringMatching(/^platform +oci:small +this build +to pull$/),
    expect.stringMatching(/^linux\/amd64 .*\+200 B/),
    expect.stringMatching(/^linux\/arm64 .*\+200 B/),
  ]);
});

test('nothing changed', async () => {
  expect((await compare('oci:small', 'oci:small')).out).toMatch(/^small: no change against oci:small\n/);
});

test('one platform', async () => {
  const { out } = await compare('oci:small', 'oci:large', '--platform', 'linux/aarch64');
  expect(out).toContain('linux/arm64');
  expect(out).not.toContain('linux/amd64');
});

describe('limits', () => {
  test.each([
    [['--max-size', '1 kB'], 0],
    [['--max-size', '300 B'], 1],
    [['--max-increase', '5% and 1 kB'], 0],
    [['--max-increase', '5%'], 1],
    [['--max-increase', '1 kB', '--max-increase', 'linux/arm64: 5%'], 1],
  ])('%j: exit code %i', async (limits, code) => {
    const result = await compare('oci:small', 'oci:large', ...limits);
    expect(result.code).toBe(code);
    expect(result.out.includes('Limit: ')).toBe(code === 1 || limits[0] === '--max-increase');
  });

  test('that are no limits are refused before anything is read', async () => {
    await expect(compare('oci:nosuch', 'oci:nosuch', '--max-size', '5%')).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/^max-size: got "5%"/),
    });
    await expect(compare('oci:nosuch', 'oci:nosuch', '--platform', 'a b')).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: expect.stringMatching(/^--platform: got "a b"/),
    });
  });
});

describe('no comparison', () => {
  test('of platforms that only one side has: exit code 3, and the reason stands with the data, once', async () => {
    const { code, out, told } = await compare('oci:small', 'oci:other');
    expect(code).toBe(3);
    expect(out).toContain('no platform is in both');
    expect(told.join()).not.toContain('no platform is in both');
    expect((await compare('oci:small', 'oci:other', '--json')).told.join()).toContain('no platform is in both');
  });

  test('but a maximum size is judged all the same', async () => {
    expect((await compare('oci:small', 'oci:other', '--max-size', '10 B')).code).toBe(1);
  });

  test('of what is not there', async () => {
    await expect(compare('oci:small', 'oci:nosuch')).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('oci:nosuch'),
    });
    await expect(compare('oci:small', 'oci:large', '--platform', 'linux/riscv64')).rejects.toMatchObject({
      code: 'IMAGE_NOT_FOUND',
    });
  });
});

test('notes go to stderr, all of them and only there; with --quiet nowhere', async () => {
  const limits = ['--max-size', 'linux/riscv64: 1 kB'];
  const { out, told } = await compare('oci:small', 'oci:large', ...limits);
  expect(told).toEqual([
    ...BASE_UNKNOWN,
    expect.stringMatching(/^note: .*linux\/riscv64/),
    expect.stringMatching(/^ {6}The image has linux\/amd64, linux\/arm64\.$/),
  ]);
  expect(out).not.toContain('riscv64');
  expect((await compare('oci:small', 'oci:large', '--quiet', ...limits)).told).toEqual([]);
});

test('--json, --markdown and --html', async () => {
  const json = await compare('oci:small', 'oci:large', '--json', '--html', 'page.html');
  expect(JSON.parse(json.out)).toMatchObject({
    schemaVersion: 1,
    name: 'large',
    image: 'oci:large',
    head: { reference: 'oci:large', pushed: false },
    baseline: { kind: 'found', reference: 'oci:small', how: 'given', distance: null },
    verdict: 'pass',
    build: null,
  });
  expect(await readFile(join(directory, 'page.html'), 'utf8')).toMatch(/^<!DOCTYPE html>[^]*\+200 B/);
  const markdown = await compare('oci:small', 'oci:large', '--markdown');
  expect(markdown.out).toContain('| linux/amd64 |');
  expect(markdown.out).not.toContain('<!--');
});

test('a page that cannot be written', async () => {
  await expect(compare('oci:small', 'oci:large', '--html', 'nosuch/page.html')).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: expect.stringContaining('--html nosuch/page.html'),
  });
});

test('colour and columns are those of the terminal', async () => {
  const terminal = makeTerminal({ directory, columns: 40 });
  await runCompare(parse(['oci:small', 'oci:large', '--max-increase', '1 MB']), terminal);
  expect(terminal.out()).toContain('\u001B[');
  const rows = terminal
    .out()
    .split('\n')
    .filter((line) => line.startsWith('linux/'));
  expect(rows.map((row) => row.length)).toEqual([40, 40]);
});

describe('what it is worth', () => {
  test('a pull, and a month at the prices of the user', async () => {
    const { out } = await compare('oci:small', 'oci:large', '--worth', '--pulls', '1000000', '--price-transfer', '1');
    expect(out).toMatch(/how long a new node pulls\n {2}platform +line +oci:small +this build +change\n/);
    expect(out).toMatch(/\nwhat it costs\n/);
    expect(out).toMatch(/ {2}your prices +\$0 \/ \$1 +\$0\.25 +\$0\.45 +\+\$0\.20\n/);
    expect((await compare('oci:small', 'oci:large')).out).not.toContain('new node');
  });

  test('vulnerabilities that came and went, by the reports that are given', async () => {
    const report = (id: string, name: string) =>
      JSON.stringify({
        SchemaVersion: 2,
        Results: [{ Vulnerabilities: [{ VulnerabilityID: id, PkgName: name, Severity: 'CRITICAL' }] }],
      });
    await writeFile(join(directory, 'before.json'), report('CVE-2024-3094', 'xz-utils'));
    await writeFile(join(directory, 'after.json'), report('CVE-2014-0160\u001b[31m', 'openssl'));
    const files = ['--baseline-vulnerabilities', 'before.json', '--head-vulnerabilities', 'after.json'];
    const { out } = await compare('oci:small', 'oci:large', ...files);
    expect(out).toMatch(
      /vulnerabilities\n {2}severity +oci:small +this build +change\n {2}critical +1 +1 +no change\n/,
    );
    expect(out).toMatch(
      /New: 1\.\n {2}- CVE-2014-0160\S*, critical, openssl\n\s+Gone: 1\.\n {2}- CVE-2024-3094, critical, xz-utils\n/,
    );
    expect(out).not.toContain('\u001b');
    const json: unknown = JSON.parse((await compare('oci:small', 'oci:large', '--json', ...files)).out);
    expect(json).toMatchObject({ vulnerabilities: { went: [{ id: 'CVE-2024-3094', package: 'xz-utils' }] } });
  });

  test.each([
    ['nothing.json', null, /--head-vulnerabilities nothing.json.*no such file/],
    ['none.json', '{', /--head-vulnerabilities none.json is not JSON/],
    ['other.json', '{}', /other.json is no report on vulnerabilities/],
  ])('%s is told before anything is read', async (name, content, message) => {
    if (content !== null) await writeFile(join(directory, name), content);
    await writeFile(join(directory, 'fine.json'), '{"matches":[]}');
    const files = ['--baseline-vulnerabilities', 'fine.json', '--head-vulnerabilities', name];
    await expect(compare('oci:missing', 'oci:missing', ...files)).rejects.toThrow(message);
  });
});
