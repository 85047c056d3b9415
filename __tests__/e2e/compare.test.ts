import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as v from 'valibot';
import { moveBase } from '../../lab/bases/move-base.ts';
import { startWorld, type World } from '../../lab/world.ts';
import { expectPassed, formatInputs, KEEP_COMPARISON, noise, outputs, readComparison } from './workflow-run.ts';

jest.setTimeout(900_000);

const FILES = {
  Dockerfile: 'FROM busybox:latest\nARG EXTRA=none\nCOPY payload.txt /payload.txt\nRUN echo "$EXTRA" > /extra\n',
  '.dockerignore': '.git\n',
  'payload.txt': noise(100_000, 1),
};

let world: World;

beforeAll(async () => {
  world = await startWorld({ project: { files: FILES }, bases: ['busybox:latest'] });
});

afterAll(async () => {
  await world.stop();
});

describe('compare/action.yml in a runner', () => {
  let pullRequest: number;

  test('by reference: the first push of a build of the user’s own is a baseline', async () => {
    const first = await world.project.resolve('main');
    const run = await world.push(
      workflow({ push: 'true', tags: `${world.image}:sha-${first}` }, { image: `${world.image}:sha-${first}` }),
      { before: null },
    );
    expectPassed(run);
    const { digest, pushed, verdict, reference, imageid, metadata } = outputs(run);
    expect({ pushed, verdict, reference, imageid, metadata }).toEqual({
      pushed: 'true',
      verdict: 'no-baseline',
      reference: `${world.image}@${digest ?? ''}`,
      imageid: '',
      metadata: '',
    });
    expect(run.text).not.toContain(world.github.token);
  });

  test('by metadata: a pull request is read out of the builder, fails over its budget and has its comment', async () => {
    await world.project.commit('Grow', { 'payload.txt': noise(300_000, 2) }, 'grow');
    pullRequest = await world.openPullRequest('grow');
    const run = await world.runPullRequest(
      workflow(IN_BUILDER, { metadata: '${{ steps.build.outputs.metadata }}', 'max-increase': '1%' }),
      pullRequest,
      'grow',
    );
    expect(run.exitCode).toBe(1);
    expect(outputs(run)).toMatchObject({ verdict: 'over', pushed: 'false', tags: '' });
    expect(outputs(run)['digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(Number(outputs(run)['size-change'])).toBeGreaterThan(100_000);
    const comparison = await readComparison(run, ComparisonFile);
    expect(comparison.baseline).toMatchObject({ how: 'commit', distance: 0 });
    expect(comparison.build?.steps.map(({ name }) => name)).toContainEqual(expect.stringContaining('payload.txt'));
    const comments = await world.github.comments(pullRequest);
    expect(comments).toHaveLength(1);
    expect(comments[0]).toMatchObject({ author: 'github-actions[bot]', url: outputs(run)['comment-url'] });
    expect(comments[0]?.body).toContain('❌ **api: this change adds');
  });

  test('of what is checked out in a folder of the workspace: by the commit of the event', async () => {
    const run = await world.runPullRequest(
      workflow({ ...IN_BUILDER, context: 'src' }, { metadata: '${{ steps.build.outputs.metadata }}' }).replace(
        'actions/checkout@v7',
        'actions/checkout@v7\n        with: { path: src }',
      ),
      pullRequest,
      'grow',
    );
    expectPassed(run);
    const { baseline, head } = await readComparison(run, ComparisonFile);
    expect(baseline).toMatchObject({ how: 'commit', commit: await world.project.resolve('main'), distance: 0 });
    expect(head['commit']).toMatch(/^[0-9a-f]{40}$/);
    expect(run.text).not.toContain('git work tree');
  });

  test('of a job that builds one platform of several: that one alone, under its own name', async () => {
    const tag = `${world.image}:both`;
    const both = { push: 'true', platforms: 'linux/amd64,linux/arm64', tags: tag };
    const pushed = await world.push(workflow(both, { metadata: '${{ steps.build.outputs.metadata }}' }), {
      before: null,
    });
    expectPassed(pushed);
    expect(pushed.text).toContain('a pull request finds no baseline by them');
    const number = await world.openPullRequest('grow', { slug: 'trent/api' });
    const byDigest = 'type=image,push-by-digest=true,name-canonical=true,push=false';
    const run = await world.runPullRequest(
      workflow(
        { outputs: byDigest, tags: '${{ env.IMAGE }}', platforms: 'linux/arm64' },
        { metadata: '${{ steps.build.outputs.metadata }}', baseline: tag, partial: 'true', report: 'true' },
      ),
      number,
      'grow',
    );
    expectPassed(run);
    const { platforms } = await readComparison(run, ComparisonFile);
    expect(platforms.map(({ platform, status }) => [platform, status])).toEqual([['linux/arm64', 'compared']]);
    expect((await world.github.comments(number))[0]?.body).toContain('**api-arm64: this change adds');
    expect(outputs(run)['report-file']).toMatch(/api-arm64\.html$/);
  });

  test('by the last build of a builder, with the same comment', async () => {
    const run = await world.runPullRequest(
      workflow(IN_BUILDER, {
        image: 'build:',
        builder: '${{ steps.buildx.outputs.name }}',
        baseline: `${world.image}:sha-${await world.project.resolve('main')}`,
      }),
      pullRequest,
      'grow',
    );
    expectPassed(run);
    expect((await readComparison(run, ComparisonFile)).head.reference).toMatch(/^build:/);
  });

  test('by OCI layout, with the page that was asked for', async () => {
    const given = `${world.image}:sha-${await world.project.resolve('main')}`;
    const run = await world.runPullRequest(
      workflow(
        { outputs: 'type=oci,dest=${{ runner.temp }}/image,tar=false' },
        { image: 'oci:${{ runner.temp }}/image', baseline: given, report: 'true', comment: 'never' },
      ),
      pullRequest,
      'grow',
    );
    expectPassed(run);
    expect(outputs(run)).toMatchObject({
      verdict: 'pass',
      pushed: 'false',
      reference: expect.stringContaining(world.image),
    });
    expect(outputs(run)['report-file']).toMatch(/api\.html$/);
  });

  test('by bake’s metadata: a section per target, one verdict, a line each', async () => {
    const run = await world.runPullRequest(
      workflow(IN_BUILDER, {
        metadata: '{"web": ${{ steps.build.outputs.metadata }}, "Jobs": ${{ steps.build.outputs.metadata }}}',
        'max-increase': '1%',
        'override-label': '',
      }),
      pullRequest,
      'grow',
    );
    expect(run.exitCode).toBe(1);
    expect(outputs(run)['verdict']).toBe('over');
    expect(
      outputs(run)
        ['comparison-file']?.split('\n')
        .map((file) => file.split('/').at(-2)),
    ).toEqual(['web', 'jobs']);
    const [comment] = await world.github.comments(pullRequest);
    expect(comment?.body).toMatch(
      /web: this change adds[^]*jobs: this change adds|jobs: this change adds[^]*web: this/,
    );
  });

  test('what cannot be read is said in one line and fails nothing, but under strict', async () => {
    const missing = { image: `${world.image}:no-such-tag`, comment: 'never' };
    const run = await world.runPullRequest(workflow(IN_BUILDER, missing), pullRequest, 'grow');
    expectPassed(run);
    expect(outputs(run)['verdict']).toBe('not-compared');
    expect(run.summary).toContain('could not be compared');
    const strict = await world.runPullRequest(
      workflow(IN_BUILDER, { ...missing, strict: 'true' }),
      pullRequest,
      'grow',
    );
    expect(strict.exitCode).toBe(1);
  });

  test('bad input is refused, naming the input, what it got and what it takes', async () => {
    const run = await world.runPullRequest(
      workflow(IN_BUILDER, { metadata: '["no"]', 'max-size': '5 parsecs' }),
      pullRequest,
      'grow',
    );
    expect(run.exitCode).toBe(1);
    for (const text of ['max-size', '5 parsecs', 'it takes']) expect(run.text).toContain(text);
  });

  test('the next push, by metadata, is compared with the one before it and warns, and says what was pushed', async () => {
    const before = await world.project.resolve('main');
    const after = await world.project.commit('Grow main', { 'payload.txt': noise(200_000, 3) });
    const tags = [`${world.image}:main`, `${world.image}:sha-${after}`];
    const run = await world.push(
      workflow(
        { push: 'true', tags: tags.join('\n') },
        {
          metadata: '${{ steps.build.outputs.metadata }}',
          'max-increase': '1%\nlinux/s390x: 1 MB',
        },
      ),
      { before },
    );
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ verdict: 'over', pushed: 'true', tags: tags.join('\n') });
    expect((await readComparison(run, ComparisonFile)).baseline).toMatchObject({ how: 'commit', commit: before });
    expect(run.text).toContain('linux/s390x: 1 MB: this platform is not built');
    expect(run.text).not.toContain('finds no baseline');
  });

  test('a scheduled build that writes the same tags again is not compared with itself', async () => {
    const commit = await world.project.resolve('main');
    const tags = `${world.image}:main\n${world.image}:sha-${commit}`;
    const metadata = '${{ steps.build.outputs.metadata }}';
    const nightly = workflow({ push: 'true', tags, 'build-args': 'EXTRA=more' }, { metadata });
    const payload = { schedule: '17 3 * * *', repository: { full_name: 'acme/api', default_branch: 'main' } };
    const run = await world.run(nightly.replace('[push, pull_request]', 'schedule'), {
      ...{ event: 'schedule', payload, ref: 'refs/heads/main', commit, branch: 'main' },
    });
    expectPassed(run);
    expect(outputs(run)).toMatchObject({ verdict: 'no-baseline', pushed: 'true', baseline: '' });
    expect(run.summary).toContain('so what it was cannot be read');
  });

  test('a base that moved is told apart, though nobody keeps a record of the baseline', async () => {
    const commit = await world.project.resolve('main');
    const tag = `${world.image}:sha-${commit}`;
    const pushed = { push: 'true', tags: tag, provenance: 'mode=max' };
    expectPassed(await world.push(workflow(pushed, { image: tag, baseline: tag }), { before: null }));
    await moveBase(world.upstream, 'busybox:latest', 40_000);
    await world.project.commit('Say more', { 'payload.txt': noise(210_000, 4) }, 'say-more');
    const run = await world.runPullRequest(
      workflow({ ...IN_BUILDER, pull: 'true' }, { metadata: '${{ steps.build.outputs.metadata }}', baseline: tag }),
      await world.openPullRequest('say-more'),
      'say-more',
    );
    expectPassed(run);
    const [platform] = (await readComparison(run, ComparisonFile)).platforms;
    expect(platform?.base?.reference).toBe('docker.io/library/busybox:latest');
    expect(platform?.base?.digest).not.toBe(platform?.base?.baselineDigest);
    const moved = platform?.causes
      .filter(({ kind }) => kind === 'base-image')
      .map(({ downloadBytes }) => downloadBytes);
    expect(moved).toHaveLength(1);
    expect(moved?.[0]).toBeGreaterThan(40_000);
    expect(moved?.[0]).toBeLessThan(41_000);
  });

  test('a layer that came out anew by itself is told from one whose files changed, by git', async () => {
    const stamp = 'RUN head -c 100000 /dev/urandom > /stamp; cat /payload.txt >> /stamp\n';
    const dockerfile = `FROM busybox:latest\nCOPY payload.txt /payload.txt\n${stamp}`;
    const commit = await world.project.commit('Stamp', { Dockerfile: dockerfile });
    const tag = `${world.image}:sha-${commit}`;
    const pushed = { push: 'true', tags: tag, provenance: 'mode=max' };
    expectPassed(await world.push(workflow(pushed, { image: tag, baseline: tag }), { before: null }));
    const judge = async (branch: string, files: Record<string, string>): Promise<(string | null)[]> => {
      await world.project.commit('A change', files, branch);
      const compare = { metadata: '${{ steps.build.outputs.metadata }}', baseline: tag };
      const run = await world.runPullRequest(
        workflow(IN_BUILDER, compare),
        await world.openPullRequest(branch),
        branch,
      );
      expectPassed(run);
      const { layers = [], causes = [] } = (await readComparison(run, ComparisonFile)).platforms[0] ?? {};
      const [stamped] = layers.filter(({ createdBy }) => createdBy.includes('/dev/urandom'));
      return causes.filter(({ layer }) => layer !== null && layer === stamped?.digest).map(({ by }) => by);
    };
    expect(await judge('readme', { 'README.md': 'more' })).toEqual(['drift']);
    expect(await judge('payload', { 'payload.txt': noise(220_000, 5) })).toEqual(['change']);
  });
});

/** Kept in the builder, where compare/ reads it, and pushed nowhere. */
const IN_BUILDER = { outputs: 'type=image,push=false', tags: '${{ env.IMAGE }}:pr' };

const ComparisonFile = v.looseObject({
  head: v.looseObject({ reference: v.string() }),
  baseline: v.looseObject({}),
  platforms: v.array(
    v.looseObject({
      platform: v.string(),
      status: v.string(),
      base: v.nullable(
        v.looseObject({
          reference: v.string(),
          baselineDigest: v.nullable(v.string()),
          digest: v.nullable(v.string()),
        }),
      ),
      layers: v.array(v.looseObject({ digest: v.string(), createdBy: v.string() })),
      causes: v.array(
        v.looseObject({
          kind: v.string(),
          by: v.nullable(v.string()),
          layer: v.nullable(v.string()),
          downloadBytes: v.number(),
        }),
      ),
    }),
  ),
  build: v.nullable(v.looseObject({ steps: v.array(v.looseObject({ name: v.string() })) })),
});

/** Steps of the user's own, and ours after them; the comparison is kept for the test. */
function workflow(build: Readonly<Record<string, string>>, compare: Readonly<Record<string, string>>): string {
  const { username = '', password = '' } = world.inputs;
  return `on: [push, pull_request]
env:
  IMAGE: ${world.image}
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - id: buildx
        uses: docker/setup-buildx-action@v4
        with:
          driver-opts: network=host
          buildkitd-config-inline: ${JSON.stringify(world.bases.buildkitdConfig)}
      - uses: docker/login-action@v4
        with:
${formatInputs({ registry: world.registry.host, username, password })}
      - id: build
        uses: docker/build-push-action@v7
        with:
${formatInputs({ context: '.', ...build })}
      - id: plimsoll
        uses: OWNER/plimsoll/compare@v1
        with:
${formatInputs(compare)}
${KEEP_COMPARISON}`;
}
