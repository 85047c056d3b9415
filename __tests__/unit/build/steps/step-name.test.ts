import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseStepName } from '../../../../src/build/steps/step-name.ts';

describe('the name of a vertex', () => {
  test.each([
    ['[linux/amd64->arm64 build 4/4] RUN go build', 'linux/arm64', 'build', 4, 'RUN go build'],
    ['[build 4/4] RUN go build', null, 'build', 4, 'RUN go build'],
    ['[stage-1  2/13] COPY a b', null, 'stage-1', 2, 'COPY a b'],
    ['[linux/arm64 build 2/5] WORKDIR /src', 'linux/arm64', 'build', 2, 'WORKDIR /src'],
    ['[linux/arm/v7 3/3] ADD a b', 'linux/arm/v7', null, 3, 'ADD a b'],
    ['[2/4] RUN x', null, null, 2, 'RUN x'],
    ['[linux/amd64->arm/v6 build 2/2] RUN x', 'linux/arm/v6', 'build', 2, 'RUN x'],
    ['[linux/arm64/v8 build 2/2] RUN x', 'linux/arm64', 'build', 2, 'RUN x'],
    ['[linux/amd64->windows(10.0.17763)/amd64 build 2/2] RUN x', 'windows/amd64', 'build', 2, 'RUN x'],
    ['[windows(10.0.17763)/amd64 2/2] RUN x', 'windows/amd64', null, 2, 'RUN x'],
    ['[build 3/9] ONBUILD COPY . .', null, 'build', 3, 'ONBUILD COPY . .'],
    ['[build 3/9] RUN echo "[x 1/2] RUN y"', null, 'build', 3, 'RUN echo "[x 1/2] RUN y"'],
  ])('%s', (name, platform, stage, place, instruction) => {
    expect(parseStepName(name)).toMatchObject({ platform, stage, place, instruction, isCacheable: true });
  });

  test.each([
    ['[linux/amd64->arm64 build 4/4] RUN go build', 'linux/amd64'],
    ['[linux/arm64/v8 build 2/2] RUN x', 'linux/arm64'],
    ['[linux/amd64->windows(10.0.17763)/amd64 build 2/2] RUN x', 'linux/amd64'],
    ['[build 2/2] RUN x', null],
  ])('says what it runs on: %s', (name, runsOn) => {
    expect(parseStepName(name)?.runsOn).toBe(runsOn);
  });

  test.each([
    '[internal] load build context',
    '[linux/amd64 internal] load metadata for docker.io/library/golang:1.26',
    '[auth] acme/api:pull token for ghcr.io',
    'importing cache manifest from ghcr.io/acme/api:buildcache',
    'exporting to image',
    'exporting cache to registry',
    'resolve image config for docker-image://docker.io/docker/dockerfile:1.4',
    '[context other] load metadata for x',
    '',
  ])('no instruction: %s', (name) => {
    expect(parseStepName(name)).toBeNull();
  });

  test.each(['[build 1/4] FROM golang', '[deps 5/6] LINK COPY --link a /a', '[build 2/2] RUNNER x'])(
    'nothing that a cache holds: %s',
    (name) => {
      expect(parseStepName(name)?.isCacheable).toBe(false);
    },
  );

  test('takes any text', () => {
    const mix = fc.array(
      fc.constantFrom('[', ']', '->', '/', ' ', 'linux/', 'amd64', 'v7', '1/2', 'RUN', '\n', '(', ')'),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          mix.map((words) => words.join('')),
        ),
        (name) => {
          const step = parseStepName(name);
          expect(step === null || step.instruction.length > 0).toBe(true);
        },
      ),
    );
  });
});
