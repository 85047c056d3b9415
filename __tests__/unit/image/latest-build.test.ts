import { afterEach, expect, test } from '@jest/globals';
import { latestBuild } from '../../../src/image/latest-build.ts';
import { makeFakeDocker, type FakeAnswer, type FakeDocker } from './fake-docker.ts';

const docker: { fake: FakeDocker | null } = { fake: null };

afterEach(async () => {
  await docker.fake?.remove();
  docker.fake = null;
});

async function latest(answer: Omit<FakeAnswer, 'to'>, builder: string | null = null) {
  docker.fake = await makeFakeDocker([
    { to: ['history', 'ls', ...(builder === null ? [] : ['--builder', builder])], ...answer },
  ]);
  return await latestBuild(docker.fake, builder);
}

const line = (id: string, status: string, completed?: string) =>
  JSON.stringify({ ref: `b/b0/${id}`, status, name: 'x', created_at: '2026-01-01T00:00:00Z', completed_at: completed });

test('the one that ended last, of those that went through', async () => {
  const stdout = [
    line('running', 'Running'),
    line('failed', 'Error', '2026-01-01T00:00:09Z'),
    line('old', 'Completed', '2026-01-01T00:00:01.5Z'),
    line('new', 'Completed', '2026-01-01T00:00:03.123456789Z'),
    line('older', 'Completed', '2026-01-01T00:00:01Z'),
  ].join('\n');
  await expect(latest({ stdout: `${stdout}\n` })).resolves.toEqual({ builder: 'b', id: 'new' });
  await expect(latest({ stdout }, 'b')).resolves.toEqual({ builder: 'b', id: 'new' });
});

test.each<[string, Omit<FakeAnswer, 'to'>, string]>([
  ['none', { stdout: '' }, 'BUILD_NOT_FOUND'],
  ['only failed ones', { stdout: line('a', 'Error', '2026-01-01T00:00:09Z') }, 'BUILD_NOT_FOUND'],
  ['no such builder', { stderr: 'ERROR: no builder "b" found' }, 'BUILD_NOT_FOUND'],
  ['a name that is none', { stdout: line('..', 'Completed') }, 'IMAGE_INVALID'],
  ['an old Buildx', { stderr: 'unknown flag: --format' }, 'DOCKER_FAILED'],
  ['no JSON', { stdout: 'BUILD ID' }, 'IMAGE_INVALID'],
])('%s', async (_, answer, code) => {
  await expect(latest(answer)).rejects.toMatchObject({ code });
});
