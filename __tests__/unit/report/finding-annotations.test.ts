import { describe, expect, test } from '@jest/globals';
import { renderFindingAnnotations } from '../../../src/report/findings/annotation.ts';
import type { ToldFinding } from '../../../src/compare/comparison.ts';

const context = { subject: 'change' } as const;

const find = (rest: Partial<ToldFinding> = {}): ToldFinding => ({
  rule: 'root-user',
  level: 'medium',
  title: 'The service runs as root',
  source: { file: 'Dockerfile', line: 8 },
  lastLine: 8,
  path: null,
  morePaths: 0,
  message: 'It runs as root.',
  instead: 'Add a user.',
  isNew: true,
  cost: null,
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

  test('of what is in the image say the path, beside the line that brought it', () => {
    const key = { rule: 'private-key', path: '/app/key\n::error::x', morePaths: 2 };
    const said = 'It runs as root. Add a user. (private-key)';
    const [known, unknown, nowhere] = [
      renderFindingAnnotations({ findings: [find(key)] }, context, 'docker/Dockerfile'),
      renderFindingAnnotations({ findings: [find({ ...key, source: null })] }, context, 'docker/Dockerfile'),
      renderFindingAnnotations({ findings: [find(key)] }, context, null),
    ].flat();
    expect(known).toMatchObject({ message: `/app/key ::error::x and 2 more: ${said}`, place: { line: 8 } });
    expect(unknown).toMatchObject({ message: `/app/key ::error::x and 2 more: ${said}`, place: null });
    expect(nowhere).toMatchObject({ message: `/app/key ::error::x and 2 more (Dockerfile:8): ${said}`, place: null });
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
