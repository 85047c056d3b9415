import { afterEach, describe, expect, test } from '@jest/globals';
import { readDockerSaid } from '../../../src/image/docker-said.ts';
import { listBuilds } from '../../../src/image/list-builds.ts';
import { makeFakeDocker, type FakeDocker } from './fake-docker.ts';

const LIST = ['buildx', 'history', 'ls', '--format', 'json'];

/** As Docker 28 has it without the plugin, and Buildx 0.19. */
const WITHOUT_BUILDX = `unknown flag: --format

Usage:  docker [OPTIONS] COMMAND [ARG...]

Run 'docker --help' for more information
`;
const OLD_BUILDX = `unknown flag: --format
See 'docker buildx --help'.

Usage:  docker buildx [OPTIONS] COMMAND

Extended build capabilities with BuildKit

Options:
      --builder string   Override the configured builder instance

Commands:
${'  build       Start a build\n'.repeat(40)}
Run 'docker buildx COMMAND --help' for more information on a command.
`;

describe('why docker refused', () => {
  test.each([
    [WITHOUT_BUILDX, 'there is no command "docker buildx"'],
    [
      "docker: unknown command: docker buildx\n\nRun 'docker --help' for more information\n",
      'there is no command "docker buildx"',
    ],
    [OLD_BUILDX, 'unknown flag: --format'],
    ['ERROR: no builder "x" found\n', 'no builder "x" found'],
    ['ERROR: failed to solve:\nsee above\n', 'failed to solve:\nsee above'],
  ])('%j', (stderr, said) => {
    expect(readDockerSaid(stderr, LIST)).toBe(said);
  });

  test('is cut from the front: what a step printed last is at the end', () => {
    expect(readDockerSaid(`${'x'.repeat(1000)} exit code: 7`, LIST)).toMatch(/^x{587} exit code: 7$/);
  });
});

describe('the builds of a Docker', () => {
  let docker: FakeDocker;

  afterEach(async () => {
    await docker.remove();
  });

  test.each([
    [
      WITHOUT_BUILDX,
      'there is no command "docker buildx"',
      'Install Buildx 0.21 or newer: https://docs.docker.com/go/buildx/',
    ],
    [OLD_BUILDX, 'unknown flag: --format', 'Reading a build takes buildx 0.21 or newer: see "docker buildx version".'],
  ])('that cannot tell of them: one line, and what to do', async (stderr, why, hint) => {
    docker = await makeFakeDocker([{ to: LIST, stderr, code: 125 }]);
    await expect(listBuilds(docker, null)).rejects.toMatchObject({
      message: `the builds of the current builder: ${why}`,
      hint,
    });
  });
});
