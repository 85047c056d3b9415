import { describe, expect, test } from '@jest/globals';
import { readFixtureBuild } from '../fixture.ts';
import type { BuildActivity } from '../../../../src/build/build-record.ts';

const show = ({ kind, platform, startMs, durationMs }: BuildActivity): string =>
  `${kind} ${platform ?? '-'} ${startMs}+${durationMs}`;

describe('what a build did beside its steps', () => {
  test('with a cache and a push', async () => {
    const { activities } = await readFixtureBuild('emulated');
    expect(activities.map(show)).toEqual([
      'prepare - 3+64',
      'prepare - 69+250',
      'prepare - 70+246',
      'prepare - 320+95',
      'import - 445+35',
      'base linux/arm64 447+35',
      // A stage on the builder's own platform is for both.
      'base - 447+62',
      'context - 483+53',
      'export - 12479+226',
      'cache-export - 12704+942',
      'push - 12705+391',
    ]);
  });

  test('that failed: what was interrupted is there, and named as it is', async () => {
    const { activities } = await readFixtureBuild('failed');
    const interrupted = activities.filter(({ kind }) => kind === 'interrupted');
    expect(interrupted.map((activity) => `${show(activity)} ${activity.name}`)).toEqual([
      'interrupted linux/amd64 41+1217 RUN sleep 30',
      'interrupted linux/arm64 129+1153 RUN sleep 30',
    ]);
  });
});
