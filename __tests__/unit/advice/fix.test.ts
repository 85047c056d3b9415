import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adviseOn, found, type Known } from './found.ts';
import { applyEdits } from '../../../src/advice/apply-edits.ts';
import { fix } from '../../../src/advice/fix.ts';

const GO: Known = { files: { 'go.mod': 'module x\n', 'go.sum': '' }, platforms: ['linux/amd64', 'linux/arm64'] };
const NODE: Known = { files: { 'package.json': '{}', 'package-lock.json': '' } };

test.each<[what: string, before: string, after: string, known: Known]>([
  [
    'what a Go build lacks, at once',
    'FROM golang:1.23 AS b\nWORKDIR /src\nCOPY . .\nENV CGO_ENABLED=0\nRUN go build -o /s .\nFROM a:1.1\nCOPY --from=b /s /s\n',
    'FROM --platform=$BUILDPLATFORM golang:1.23 AS b\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nENV CGO_ENABLED=0\nARG TARGETOS TARGETARCH\nRUN GOOS=$TARGETOS GOARCH=$TARGETARCH go build -trimpath -ldflags="-s -w" -o /s .\nFROM a:1.1\nCOPY --from=b /s /s\n',
    GO,
  ],
  [
    'an install that moves up, with the line ends of Windows',
    'FROM node:22.1\r\nWORKDIR /app\r\nCOPY . .\r\nRUN npm ci && \\\r\n  npm cache clean --force\r\n',
    'FROM node:22.1\r\nWORKDIR /app\r\nCOPY . .\r\nRUN npm ci && \\\r\n  npm cache clean --force\r\n',
    NODE,
  ],
  [
    'one install',
    'FROM ghcr.io/a/node:22.1\r\nWORKDIR /app\r\nCOPY . .\r\nRUN npm ci\r\nRUN npm run build',
    'FROM ghcr.io/a/node:22.1\r\nWORKDIR /app\r\nCOPY package.json package-lock.json ./\r\nRUN npm ci\r\nCOPY . .\r\nRUN npm run build',
    NODE,
  ],
  ['caches', 'FROM alpine:3.20\nRUN apk add \\\n  curl\n', 'FROM alpine:3.20\nRUN apk add --no-cache \\\n  curl\n', {}],
  [
    'lists, behind the last line',
    'FROM debian:12\nRUN apt-get update && \\\n  apt-get install -y --no-install-recommends \\\n  curl # why\n\n',
    'FROM debian:12\nRUN apt-get update && \\\n  apt-get install -y --no-install-recommends \\\n  curl # why\n\n',
    {},
  ],
  [
    'lists',
    'FROM debian:12\nRUN apt-get update && \\\n  apt-get install -y --no-install-recommends \\\n  curl\n',
    'FROM debian:12\nRUN apt-get update && \\\n  apt-get install -y --no-install-recommends \\\n  curl && rm -rf /var/lib/apt/lists/*\n',
    {},
  ],
  [
    'an update of its own',
    'FROM debian:12 AS b\nRUN apt-get update\nRUN apt-get install -y x\nFROM a:1.1\nCOPY --from=b /x /x\n',
    'FROM debian:12 AS b\nRUN apt-get update && apt-get install -y x\nFROM a:1.1\nCOPY --from=b /x /x\n',
    {},
  ],
  [
    'an argument',
    'FROM debian:12 AS b\nARG GIT_SHA\nRUN apt-get update && apt-get install -y x\nLABEL r=$GIT_SHA\nFROM a:1.1\nCOPY --from=b /x /x\n',
    'FROM debian:12 AS b\nRUN apt-get update && apt-get install -y x\nARG GIT_SHA\nLABEL r=$GIT_SHA\nFROM a:1.1\nCOPY --from=b /x /x\n',
    {},
  ],
])('mends %s', (_, before, after, known) => {
  const mended = fix(before, adviseOn(before, known)).text;
  expect(mended).toBe(after);
  // Once more changes nothing, and what was mended is found no more.
  expect(fix(mended, adviseOn(mended, known)).fixed).toEqual([]);
  expect(found(mended, known).length).toBeLessThanOrEqual(found(before, known).length);
});

test('edits are put in at their places, whatever the line ends; those that overlap are refused', () => {
  const at = (line: number, column: number, text: string, width = 0) => ({
    start: { line, column },
    end: { line, column: column + width },
    text,
  });
  expect(applyEdits('\uFEFFab\r\ncd', [at(2, 1, 'X\nY'), at(1, 0, '>')])).toBe('\uFEFF>ab\r\ncX\r\nYd');
  expect(applyEdits('ab', [at(1, 0, '', 2), at(1, 1, 'X')])).toBeNull();
  expect(applyEdits('ab', [at(9, 0, 'X')])).toBeNull();
});

test('no text makes a rule throw', () => {
  const token = fc.constantFrom(
    ...[
      'FROM node:22\n',
      'FROM golang AS b\n',
      'FROM b\n',
      'FROM scratch\n',
      'COPY . .\n',
      'COPY --from=b /x /y\n',
      'RUN ',
      'npm ci',
      'go build -o /x .',
      'apt-get update',
      ' && ',
    ],
    ...[
      'apt-get install -y x',
      'pip install -r r.txt',
      'rm -rf /x',
      'chown -R a /x',
      'curl x | sh',
      '\n',
      ' \\\n',
      'ARG GIT_SHA\n',
      'ENV A_TOKEN=b\n',
      'CMD ["node"]\n',
      'USER root\n',
      '"',
      '$(',
      '<<E\n',
      'E\n',
    ],
  );
  fc.assert(
    fc.property(fc.array(token, { maxLength: 30 }), (words) => {
      const text = `FROM a:1.1\n${words.join('')}`;
      const advice = adviseOn(text, GO);
      fix(text, advice);
      for (const { line, lastLine } of advice) expect(line).toBeLessThanOrEqual(lastLine);
    }),
    { numRuns: 300 },
  );
});
