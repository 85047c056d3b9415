import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { Ajv, type AnySchemaObject } from 'ajv';
import { RULES } from '../../../../src/advice/rules.ts';
import { describeSarif } from '../../../../src/report/findings/sarif.ts';
import { adviseImage } from '../../../../src/advice/advise-image.ts';
import { mergeLayers } from '../../../../src/layer/merge-layers.ts';
import { describeImageSarif } from '../../../../src/report/findings/image-sarif.ts';
import { hashLines } from '../../../../src/report/findings/line-hashes.ts';
import { adviseOn, type Known } from '../../advice/found.ts';
import { makeFile } from '../../layer/make-entry.ts';
import type { Cost } from '../../../../src/advice/cost.ts';

/** The standard's own schema, as Microsoft's matchers for SARIF carry it: of JSON Schema's draft 4, of which it needs nothing that later drafts changed. */
function readSchema(): AnySchemaObject {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof value !== 'object' || value === null) throw new Error('no schema');
  const entries = Object.entries(value).filter(([key]) => key !== '$schema' && key !== 'id');
  return Object.fromEntries(entries);
}

const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
  readSchema(),
);

const BAD = `FROM node:22\nARG TOKEN\nENV PASSWORD=[x](1)\nCOPY . .\nRUN npm ci\nCMD ["node", "x.js"]\n`;
const FILES: Known = { files: { 'package.json': '{"devDependencies":{"a":"1"}}', 'package-lock.json': '{}' } };
const COST: Cost = { when: 'edit', durationMs: 11_240, bytes: null };

function describeBad(file = 'Dockerfile', text = BAD) {
  const advice = adviseOn(text, FILES).map((one) => ({ ...one, cost: COST }));
  return { advice, sarif: describeSarif({ file, text, advice }) };
}

describe('SARIF', () => {
  test('is what the standard says it is', () => {
    const { sarif, advice } = describeBad('docker/a b/Dockerfile');
    expect(advice.length).toBeGreaterThan(4);
    void isSarif(sarif);
    expect(isSarif.errors).toBeNull();
    void isSarif(describeSarif({ file: 'Dockerfile', text: '', advice: [] }));
    expect(isSarif.errors).toBeNull();
    // The schema is one that says no.
    expect(isSarif({ ...sarif, version: '2.0.0' })).toBe(false);
    expect(isSarif({ ...sarif, runs: [{ ...sarif.runs[0], results: [{ ruleId: 'x' }] }] })).toBe(false);
  });

  test('has what GitHub asks of a result: a rule of its list, a place from the root, a line that is found again', () => {
    const { sarif, advice } = describeBad('docker/a b/Dockerfile');
    const [run] = sarif.runs;
    expect(run?.results.map(({ ruleId }) => ruleId)).toEqual(advice.map(({ rule }) => rule.id));
    for (const [place, result] of (run?.results ?? []).entries()) {
      expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(result.locations[0]?.physicalLocation.artifactLocation).toEqual({
        uri: 'docker/a%20b/Dockerfile',
        uriBaseId: '%SRCROOT%',
      });
      expect(result.partialFingerprints?.primaryLocationLineHash).toBe(hashLines(BAD)[(advice[place]?.line ?? 0) - 1]);
      expect(result.message.text).toContain('It costs 11 s at each edit of the source.');
    }
    for (const rule of run?.tool.driver.rules ?? []) {
      expect(rule.id.length).toBeLessThan(256);
      expect(rule.shortDescription.text.length).toBeLessThan(1024);
      expect(rule.fullDescription.text.length).toBeLessThan(1024);
      expect(rule.help.text).not.toBe('');
    }
    expect(run?.tool.driver.rules).toHaveLength(RULES.length);
  });

  test('stays within GitHub’s limits, whatever the Dockerfile says', () => {
    const [first] = describeBad().advice;
    if (first === undefined) throw new Error('nothing was found');
    const advice = Array.from({ length: 6000 }, () => ({ ...first, message: 'x[y](1)\u202E'.repeat(1000) }));
    const [run] = describeSarif({ file: 'Dockerfile', text: BAD, advice }).runs;
    expect(run?.results).toHaveLength(5000);
    const text = run?.results[0]?.message.text ?? '';
    expect(text.length).toBeLessThan(2000);
    expect(text).toMatch(/^x\\\[y\\\]\(1\)\uFFFD/);
  });
});

describe('SARIF of an image', () => {
  const adviseOnFiles = (...paths: string[]) => {
    const layers = [
      { entries: paths.map((path, place) => makeFile(path, 600_000 + place)), texts: new Map<string, string>() },
    ];
    const merged = mergeLayers(layers.map(({ entries }) => entries));
    return adviseImage({ layers, baseLayers: 0, settings: {}, merged, isPackaged: () => false }, new Set());
  };
  const MAP = ['/app/a b/[x](1).js', '/app/a b/[x](1).js.map'];
  const GIT = ['/app/.git/HEAD', '/app/.git/objects/ab'];

  test('is what the standard says it is, with a place of each result in the image', () => {
    const sarif = describeImageSarif([{ platform: 'linux/amd64', advice: adviseOnFiles(...MAP, ...GIT) }]);
    void isSarif(sarif);
    expect(isSarif.errors).toBeNull();
    const [run] = sarif.runs;
    expect(run?.results.length).toBeGreaterThan(1);
    for (const { ruleId, ruleIndex, locations, partialFingerprints } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(locations[0]?.physicalLocation.region).toEqual({ startLine: 1, endLine: 1 });
      expect(partialFingerprints?.primaryLocationLineHash).toMatch(/^[0-9a-f]+:1$/);
    }
    expect(run?.results.find(({ ruleId }) => ruleId === 'source-maps')?.locations).toMatchObject([
      {
        physicalLocation: {
          artifactLocation: { uri: 'app/a%20b/%5Bx%5D(1).js.map', uriBaseId: 'ROOTPATH' },
        },
      },
    ]);
    void isSarif(describeImageSarif([]));
    expect(isSarif.errors).toBeNull();
  });

  test('tells once what all platforms have, and of the rest which', () => {
    const [arm, amd] = [adviseOnFiles(...MAP), adviseOnFiles(...MAP, ...GIT)];
    const [run] = describeImageSarif([
      { platform: 'linux/arm64', advice: arm },
      { platform: 'linux/amd64', advice: amd },
    ]).runs;
    const texts = run?.results.map(({ ruleId, message }) => [ruleId, message.text.includes('On linux/amd64.')]);
    expect(texts).toContainEqual(['source-maps', false]);
    expect(texts).toContainEqual(['git-directory', true]);
    expect(texts?.filter(([rule]) => rule === 'source-maps')).toHaveLength(1);
  });
});

describe('the hash of a line', () => {
  test.each([
    ['', ['c129715d7a2bc9a3:1']],
    [' a\nb\n  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
    [' a\r\nb\r  \t\tc\n d', ['271789c17abda88f:1', '54703d4cd895b18:1', '180aee12dab6264:1', 'a23a3dc5e078b07b:1']],
  ])('of %j is the one that GitHub’s own upload makes', (text, hashes) => {
    expect(hashLines(text)).toEqual(hashes);
  });

  test('stays when the line moves, and tells lines apart that are alike', () => {
    const tail = `RUN apt-get update\n${'ENV A=1\n'.repeat(20)}`;
    const [first] = hashLines(tail);
    expect(hashLines(`FROM a\n\n${tail}`)[2]).toBe(first);
    const alike = hashLines('x\n'.repeat(300));
    expect(new Set(alike).size).toBe(alike.length);
    expect(alike.slice(0, 2).map((hash) => hash.split(':')[1])).toEqual(['1', '2']);
  });

  test('is not made of a file that nobody writes', () => {
    expect(hashLines('\n'.repeat(20_000))).toEqual([]);
  });
});
