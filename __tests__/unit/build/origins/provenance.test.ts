import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readInstruction } from '../../../../src/build/steps/dockerfile-instruction.ts';
import { parseProvenance } from '../../../../src/build/origins/provenance.ts';
import { readStepSources } from '../../../../src/build/steps/step-sources.ts';
import { readFixture } from '../fixture.ts';
import { encodeProvenance } from '../make-provenance.ts';

const encode = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

const provenance = (source: unknown): Uint8Array =>
  encode({
    buildDefinition: { internalParameters: { buildConfig: { digestMapping: { 'sha256:a': 'step0' } } } },
    runDetails: { metadata: { buildkit_metadata: { source } } },
  });
const at = (line: number, end = line) => ({ locations: [{ ranges: [{ start: { line }, end: { line: end } }] }] });
const infos = (text: string) => [{ filename: 'Dockerfile', data: Buffer.from(text).toString('base64') }];

describe('the provenance of a real build', () => {
  test('of BuildKit 0.34: v1', async () => {
    const sources = readStepSources(parseProvenance(await readFixture('cold.provenance.json'), 'p'));
    expect([...sources.values()].find(({ line }) => line === 8)).toEqual({
      file: 'Dockerfile',
      line: 8,
      instruction: 'RUN sleep 0.5; echo "$TARGETARCH" > /server',
    });
  });

  test('of the engine 28: v0.2', async () => {
    const sources = readStepSources(parseProvenance(await readFixture('v0.2.provenance.json'), 'p'));
    expect([...sources.values()].map(({ line, instruction }) => `${line} ${instruction}`).sort()).toEqual([
      '2 WORKDIR /src',
      '3 COPY a.txt ./',
      '4 COPY . .',
      '6 COPY --from=build /src/a.txt /a.txt',
      '7 WORKDIR /x',
    ]);
  });
});

test.each([
  ['docker', 'docker/Dockerfile'],
  ['./services/api/', 'services/api/Dockerfile'],
  ['.', 'Dockerfile'],
  [undefined, 'Dockerfile'],
  ['../elsewhere', 'Dockerfile'],
  ['/home/octocat', 'Dockerfile'],
])('a Dockerfile whose folder is %s is %s', (folder, file) => {
  const made = { steps: [{ op: {}, lines: [1] }], dockerfile: 'FROM a', vcs: { 'localdir:dockerfile': folder } };
  const sources = readStepSources(parseProvenance(encodeProvenance(made), 'p'));
  expect([...sources.values()]).toEqual([{ file, line: 1, instruction: 'FROM a' }]);
});

test.each([
  ['with the text of a Dockerfile, which is in no file', {}, '', 'inline Dockerfile'],
  ['with a file beside a Git context', {}, 'https://github.com/acme/api.git', 'Dockerfile'],
  ['with what another target built', { 'context:a': 'input:a' }, '', 'Dockerfile'],
])('a build %s', (_, more, contextUri, file) => {
  const request = { dockerfilekey: 'dockerfile', ...more };
  const made = { steps: [{ op: {}, lines: [1] }], dockerfile: 'FROM a', request, contextUri };
  const sources = readStepSources(parseProvenance(encodeProvenance(made), 'p'));
  expect([...sources.values()].map((source) => source.file)).toEqual([file]);
});

describe('provenance that lies', () => {
  test.each([
    ['past the end', { locations: { step0: at(9) }, infos: infos('FROM a') }],
    ['before the start', { locations: { step0: at(-1) }, infos: infos('FROM a') }],
    ['an end before its start is the line alone', { locations: { step0: at(2, 1) }, infos: infos('FROM a\nRUN b') }],
    ['no file', { locations: { step0: at(1) }, infos: [] }],
    ['no place', { locations: { step0: {} }, infos: infos('FROM a') }],
  ])('%s', (_, source) => {
    const found = [...readStepSources(parseProvenance(provenance(source), 'p')).values()];
    expect(found.every(({ line, instruction }) => line === 2 && instruction === 'RUN b')).toBe(true);
  });

  test.each([{}, { buildConfig: {} }, [], { predicate: {} }])('is refused: %j', (value) => {
    expect(() => parseProvenance(encode(value), 'provenance p')).toThrow(/provenance p/);
  });
});

describe('an instruction', () => {
  const read = (text: string, first = 1): string => {
    const lines = text.split('\n');
    return readInstruction(lines, first, lines.length);
  };

  test.each([
    ['RUN go build', 'RUN go build'],
    ['run go build', 'RUN go build'],
    ['  RUN a && \\\n      b \\\n   && c', 'RUN a && b && c'],
    ['RUN a \\\n# why\n\n  b', 'RUN a b'],
    ['RUN a\nRUN b', 'RUN a'],
    ['RUN <<EOF\n#!/bin/sh\n\nset -e\nmake\nEOF', 'RUN <<EOF (set -e…)'],
    ['COPY <<a <<b /x/\none\na\ntwo\nb', 'COPY <<a <<b /x/ (one…)'],
    ['RUN cat <<EOF', 'RUN cat <<EOF'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('of a Dockerfile that continues lines with a backtick', () => {
    expect(read('# syntax=docker/dockerfile:1\n# escape=`\nFROM a\nRUN a `\n  b\\', 4)).toBe('RUN a b\\');
    expect(read('FROM a\n# escape=`\nRUN a \\\n b', 3)).toBe('RUN a b');
  });

  test('is one line, whatever the lines are', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer(), fc.integer(), (lines, first, last) => {
        expect(
          readInstruction(
            lines.map((line) => line.replace(/\n/g, '')),
            first,
            last,
          ),
        ).not.toContain('\n');
      }),
    );
  });
});
