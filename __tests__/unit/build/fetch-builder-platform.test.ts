import { describe, expect, test } from '@jest/globals';
import { findOwnPlatform } from '../../../src/build/fetch-builder-platform.ts';

/** As buildx 0.29 prints it. */
const node = (platforms: string): string => `Name:                  lab0
Endpoint:              unix:///var/run/docker.sock
Status:                running
BuildKit version:      v0.34.2
Platforms:             ${platforms}
Labels:
 org.mobyproject.buildkit.worker.executor:         oci
`;
const HEAD = 'Name:          lab\nDriver:        docker-container\n\nNodes:\n';
const OWN = 'linux/amd64, linux/amd64/v2, linux/arm64, linux/386';

describe('the platform that a builder runs on', () => {
  test('is the first that it names', () => {
    expect(findOwnPlatform(HEAD + node(OWN))).toBe('linux/amd64');
    expect(findOwnPlatform(HEAD + node('linux/arm64'))).toBe('linux/arm64');
  });

  test.each([
    ['it was told with which to begin', HEAD + node(`linux/arm64*, ${OWN}`)],
    [
      'its configuration names them',
      `${HEAD}${node(OWN)}File#buildkitd.toml:\n > [worker.oci]\n >   platforms = ["linux/arm64"]\n`,
    ],
    ['it has several nodes', HEAD + node(OWN) + node('linux/arm64')],
    ['it does not run', HEAD],
  ])('is not known where %s', (_, text) => {
    expect(findOwnPlatform(text)).toBeNull();
  });
});
