import { describe, expect, test } from '@jest/globals';
import { renderFindingAnnotations } from '../../../src/report/annotation.ts';
import type { DockerfileFinding } from '../../../src/compare/comparison.ts';

const context = { subject: 'change' } as const;

const find = (rest: Partial<DockerfileFinding> = {}): DockerfileFinding => ({
  rule: 'root-user',
  level: 'medium',
  title: 'The service runs as root',
  source: { file: 'Dockerfile', line: 8 },
  lastLine: 8,
  message: 'It runs as root.',
  instead: 'Add a user.',
  isNew: true,
  ...rest,
});

describe('annotations of findings', () => {
  test('stand on their line, by the path in the work tree', () => {
    expect(
      renderFindingAnnotations({ findings: [find(), find({ level: 'low' })] }, context, 'docker/Dockerfile'),
    ).toEqual([
      {
        level: 'warning',
        message: 'It runs as root. Add a user. (root-user)',
        place: { file: 'docker/Dockerfile', line: 8 },
      },
      {
        level: 'notice',
        message: 'It runs as root. Add a user. (root-user)',
        place: { file: 'docker/Dockerfile', line: 8 },
      },
    ]);
  });

  test('say their line where the path is not known', () => {
    expect(renderFindingAnnotations({ findings: [find()] }, context, null)).toEqual([
      { level: 'warning', message: 'Dockerfile:8: It runs as root. Add a user. (root-user)', place: null },
    ]);
  });

  test.each([
    ['old ones', { findings: [find({ isNew: false })] }, context],
    ['what may be old', { findings: [find({ isNew: null })] }, context],
    ['a build that is no change', { findings: [find()] }, { subject: 'build' as const }],
    ['a Dockerfile that nobody told', { findings: null }, context],
  ])('not of %s', (_, comparison, where) => {
    expect(renderFindingAnnotations(comparison, where, 'Dockerfile')).toEqual([]);
  });
});
