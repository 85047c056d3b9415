import { describe, expect, test } from '@jest/globals';
import { readFixtureBuild } from '../fixture.ts';
import type { BuildStep } from '../../../../src/build/build-record.ts';

/** FROM alpine AS build: WORKDIR, COPY, RUN, COPY <<EOF, RUN <<EOF, COPY, COPY --link, RUN --mount; FROM busybox: two COPY --from. */
const read = async (): Promise<readonly BuildStep[]> => (await readFixtureBuild('made', 'made.provenance.json')).steps;

describe('what the steps of a real build are made of', () => {
  test('the steps before, through what is no instruction', async () => {
    const steps = await read();
    expect(steps.map(({ name, needs }) => [name.slice(0, 18), needs])).toEqual([
      ['WORKDIR /src', []],
      ['COPY go.mod ./', [0]],
      ['RUN --mount=type=c', [1]],
      ['COPY <<EOF /etc/x ', [2]],
      ['RUN <<EOF (echo on', [3]],
      ['COPY ${DIR}main-$M', [4]],
      // On nothing: BuildKit lays it over the step before for those after it.
      ['COPY --link sub /s', []],
      ['RUN --mount=type=b', [5, 6]],
      ['COPY --from=build ', [7]],
      ['COPY --from=alpine', [8]],
    ]);
  });

  test('the images, of FROM, COPY --from and mounts', async () => {
    const steps = await read();
    const alpine = { reference: 'docker.io/library/alpine:3.15', digest: expect.stringMatching(/^sha256:/) };
    const busybox = { ...alpine, reference: 'docker.io/library/busybox:latest' };
    const images = steps.map((step) => step.images);
    expect(images).toEqual([[alpine], [], [], [], [], [], [], [busybox], [busybox], [alpine]]);
  });

  test('the files of the context that each takes itself', async () => {
    const steps = await read();
    const own = (path: string): BuildStep['inputs'] => [{ context: 'context', paths: [path] }];
    expect(steps.map(({ inputs }) => inputs)).toEqual([
      ...[[], own('go.mod'), [], [], [], own('main-fast.go*'), own('sub'), own('main.go'), [], []],
    ]);
  });

  test('the variables: by whom they are set, and no value', async () => {
    const steps = await read();
    expect(steps[2]?.variables).toEqual([
      { name: 'PATH', hash: 'ce908b8e', kind: 'base' },
      { name: 'VERSION', hash: expect.stringMatching(/^[0-9a-f]{8}$/), kind: 'argument' },
      { name: 'MODE', hash: expect.stringMatching(/^[0-9a-f]{8}$/), kind: 'env' },
    ]);
    // What stands in an instruction that runs nothing, where it was given.
    expect(steps[5]?.variables?.map(({ name }) => name)).toEqual(['DIR']);
    expect(JSON.stringify(steps)).not.toContain('hush');
  });

  test('what each does, which is its own', async () => {
    const own = (await read()).map((step) => step.own);
    expect(new Set(own).size).toBe(own.length);
    for (const hash of own) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('that one stage was not to be looked for in the cache', async () => {
    const steps = await read();
    const told = steps.filter(({ ignoresCache }) => ignoresCache === true);
    expect(new Set(told.map(({ stage }) => stage))).toEqual(new Set(['build']));
    expect(steps.at(-1)?.ignoresCache).toBe(false);
  });
});

test('without a provenance only the steps before are known', async () => {
  const { steps } = await readFixtureBuild('made');
  expect(steps[7]).toMatchObject({
    ...{ needs: [5, 6], images: null, own: null, variables: null, inputs: null, ignoresCache: null },
  });
});
