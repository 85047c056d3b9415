import { describe, expect, test } from '@jest/globals';
import { accessToken } from '../../../src/advice/image-rules/access-token.ts';
import { gitDirectory } from '../../../src/advice/image-rules/git-directory.ts';
import { packageCacheShipped } from '../../../src/advice/image-rules/package-cache-shipped.ts';
import { adviseOnBuild, describeFindings } from '../../../src/phase/advise-on-build.ts';
import { adviseOnImage, joinFindings } from '../../../src/phase/advise-on-image.ts';
import { makeImage, makePlatform } from '../compare/fixture.ts';
import type { ChangeFinding } from '../../../src/advice/find-in-change.ts';
import type { Cost } from '../../../src/advice/cost.ts';
import type { Paid } from '../../../src/advice/paid.ts';
import type { ImageRule } from '../../../src/advice/image-rule.ts';

const DOCKERFILE = `FROM debian:12.1@sha256:${'a'.repeat(64)}
COPY .npmrc /root/
RUN true
USER 1
CMD ["/server"]
`;

function found(rule: ImageRule, bytes: number | null, line: number | null): ChangeFinding {
  const files = [
    { path: '/root/.npmrc', bytes: 900, layer: 1 },
    { path: '/b', bytes: 5, layer: 1 },
  ];
  const { level, instead } = rule;
  return {
    advice: { rule, level, instead, whose: null, message: 'Found.', bytes, files },
    files,
    isNew: true,
    source: line === null ? null : { file: 'Dockerfile', line },
  };
}

async function join(text: string | null, inImage: ChangeFinding[], measure: (paid: Paid) => Cost | null = () => null) {
  const dockerfile = text === null ? null : { name: 'Dockerfile', path: 'api/Dockerfile', text, target: null };
  const build = await adviseOnBuild(dockerfile, ['linux/amd64'], null, false);
  return joinFindings(describeFindings(build, null, true, measure), inImage, build);
}

const TOKEN = found(accessToken, null, 2);
const CACHE = found(packageCacheShipped, 2_500_000, 3);

describe('findings in the Dockerfile and in the image', () => {
  test('are one list, worst first', async () => {
    const list = await join(DOCKERFILE.replace('RUN true', 'RUN pip install a').replace('USER 1\n', ''), [TOKEN]);
    expect(list?.map(({ rule, path, isNew }) => [rule, path, isNew])).toEqual([
      ['access-token', '/root/.npmrc', true],
      ['root-user', null, null],
      ['package-cache-left', null, null],
    ]);
    expect(list?.[0]).toMatchObject({ source: { line: 2 }, lastLine: 2, morePaths: 1, cost: null });
  });

  test('say what it costs, and the same thing once', async () => {
    expect(await join(DOCKERFILE, [CACHE])).toMatchObject([
      { rule: 'package-cache-shipped', message: 'Found.', cost: { when: 'pull', bytes: 2_500_000 } },
    ]);
    const twice = await join(DOCKERFILE.replace('RUN true', 'RUN pip install a'), [CACHE]);
    expect(twice?.map(({ rule }) => rule)).toEqual(['package-cache-left']);
  });

  test('cost most first, of one level', async () => {
    const text = DOCKERFILE.replace('RUN true', 'RUN pip install a');
    const orderAt = async (bytes: number) => {
      const own = { ...found(gitDirectory, 2_500_000, 2), isNew: false };
      const list = await join(text, [own], () => ({ when: 'pull', durationMs: null, bytes }));
      return list?.map(({ rule }) => rule);
    };
    expect(await orderAt(9_000_000)).toEqual(['package-cache-left', 'git-directory']);
    expect(await orderAt(1000)).toEqual(['git-directory', 'package-cache-left']);
  });

  test('are silenced by a comment above the line, or anywhere where no line is known', async () => {
    const silenced = DOCKERFILE.replace('COPY', '# plimsoll: ignore=access-token\nCOPY');
    expect(await join(silenced, [found(accessToken, null, 3)])).toEqual([]);
    expect(await join(silenced, [found(accessToken, null, null)])).toEqual([]);
    expect(await join(silenced, [found(accessToken, null, 4)])).toHaveLength(1);
    expect(await join(DOCKERFILE, [found(accessToken, null, null)])).toHaveLength(1);
  });

  test('are null where there is nothing to look at', async () => {
    expect(await join(null, [])).toBeNull();
    expect(await join(null, [TOKEN])).toHaveLength(1);
    expect(await join(DOCKERFILE, [])).toEqual([]);
  });
});

test('an image that we stumble over costs its findings only', async () => {
  const image = makeImage('x', [makePlatform('linux/amd64', [{ by: 'a', bytes: 1 }])]);
  const [layer] = image.platforms.flatMap(({ layers }) => layers);
  const contents = new Map(layer === undefined ? [] : [[layer.diffID, BROKEN]]);
  const sides = { head: image, baseline: image, origins: { head: [], baseline: [] }, isComparable: true };
  expect(await adviseOnImage({ ...sides, contents })).toEqual([]);
});

const BROKEN = {
  kind: 'read' as const,
  texts: new Map(),
  get entries(): never {
    throw new Error('broken');
  },
};
