import { afterEach, describe, expect, test } from '@jest/globals';
import { tellsOfBuilds } from '../../../src/build/buildx-version.ts';
import { makeFakeDocker, type FakeAnswer } from '../image/fake-docker.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function docker(...answers: FakeAnswer[]) {
  const fake = await makeFakeDocker(answers, { HOME: '/nowhere' });
  stops.push(() => fake.remove());
  return fake;
}

describe('whether Buildx tells of what it built', () => {
  test.each([
    ['v0.19.3', false],
    [' 0.20.0 ', true],
    ['v1.0.0', true],
    ['latest', true],
    ['cloud:latest', true],
    ['https://github.com/docker/buildx.git#v0.10.0', true],
  ])('is told by the version that is asked for: %s', async (asked, expected) => {
    const fake = await docker({ to: ['buildx', 'version'], stdout: 'github.com/docker/buildx v0.10.0 abc\n' });
    expect(await tellsOfBuilds(asked, fake)).toBe(expected);
  });

  test.each([
    ['github.com/docker/buildx v0.19.3 48d6a39\n', false],
    ['github.com/docker/buildx 0.13.1+ds1 0.13.1+ds1-2\n', false],
    ['github.com/docker/buildx v0.29.1 a32761a\n', true],
    ['something else\n', true],
  ])('is told by the one of the machine otherwise: %j', async (stdout, expected) => {
    expect(await tellsOfBuilds('', await docker({ to: ['buildx', 'version'], stdout }))).toBe(expected);
  });

  test('without any, one will be set up, and that is new', async () => {
    expect(await tellsOfBuilds('', { path: '/nowhere/docker', env: {} })).toBe(true);
    expect(await tellsOfBuilds('', await docker({ to: ['buildx', 'version'], stderr: 'unknown', code: 1 }))).toBe(true);
  });
});
