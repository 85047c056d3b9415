import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { startWorld, type World } from '../../lab/world.ts';
import { expectPassed, formatWorkflow } from './workflow-run.ts';

jest.setTimeout(600_000);

/** The step runs with each version, and says what those before it left. */
const DOCKERFILE = `FROM busybox:latest
COPY version /version
RUN --mount=type=cache,target=/cache cat /version >> /cache/log; echo "found $(tr '\\n' ' ' < /cache/log)."
`;

let world: World;

beforeAll(async () => {
  world = await startWorld({
    project: { files: { Dockerfile: DOCKERFILE, version: 'one\n' } },
    bases: ['busybox:latest'],
  });
});

afterAll(async () => {
  await world.stop();
});

beforeEach(() => {
  world.registry.forgetRequests();
});

function workflow(): string {
  return formatWorkflow({ ...world.inputs, platforms: 'linux/amd64', 'cache-mounts': 'true' });
}

const writes = (): string[] =>
  world.registry
    .requests()
    .filter(({ method, path }) => method === 'PUT' && path.includes('/manifests/cachemounts-'))
    .map(({ path }) => path.replace(/^.*\/manifests\//, ''));

test('a cache mount lives from run to run of a branch; a pull request reads it, and writes nothing', async () => {
  const one = await world.project.resolve('main');
  const first = await world.push(workflow(), { before: null });
  expectPassed(first);
  expect(first.text).toContain('found one .');
  expect(first.text).toContain('none are kept yet');
  expect(writes()).toEqual([expect.stringMatching(/^cachemounts-api-main-(amd64|arm64)$/)]);

  await world.project.commit('Two', { version: 'two\n' });
  const second = await world.push(workflow(), { before: one });
  expectPassed(second);
  expect(second.text).toContain('found one two .');

  await world.project.commit('Three', { version: 'three\n' }, 'patch');
  const number = await world.openPullRequest('patch');
  world.registry.forgetRequests();
  const third = await world.runPullRequest(workflow(), number, 'patch');
  expectPassed(third);
  expect(third.text).toContain('found one two three .');
  expect(world.registry.requests().filter(({ method }) => method !== 'GET' && method !== 'HEAD')).toEqual([]);
});
