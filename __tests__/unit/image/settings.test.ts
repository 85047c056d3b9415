import { describe, expect, test } from '@jest/globals';
import { parseSettings } from '../../../src/image/settings.ts';

describe('settings of an image', () => {
  test('are what a container runs with, by instruction', () => {
    const config = {
      User: 'nobody',
      Env: ['PATH=/bin', 'A=1'],
      Entrypoint: ['/server'],
      Cmd: null,
      ExposedPorts: { '80/tcp': {} },
      Healthcheck: { Test: ['CMD', 'true'], Interval: 1 },
      Labels: { a: 'b' },
      Hostname: 'x',
    };
    expect(Object.keys(parseSettings(config))).toEqual(['USER', 'EXPOSE', 'ENV', 'ENTRYPOINT', 'HEALTHCHECK']);
  });

  test('are the same in whatever order a builder writes, and however it writes what is not set', () => {
    const one = { Volumes: { '/a': {}, '/b': {} }, Cmd: null, WorkingDir: '/', User: '', OnBuild: [] };
    const other = { Volumes: { '/b': {}, '/a': {} }, ExposedPorts: {} };
    expect(parseSettings(one)).toEqual(parseSettings(other));
  });

  test.each([
    [{ Env: ['A=1'] }, { Env: ['A=2'] }],
    [{ Env: ['A=1', 'A=2'] }, { Env: ['A=2', 'A=1'] }],
    [{ Entrypoint: ['a', 'b'] }, { Entrypoint: ['a b'] }],
    [{ WorkingDir: '/app' }, {}],
    [{ Cmd: ['a'] }, { Cmd: [] }],
  ])('%j is not %j', (one, other) => {
    expect(parseSettings(one)).not.toEqual(parseSettings(other));
  });

  test.each([[null], [undefined], ['x'], [7], [[]]])('%j sets nothing', (config) => {
    expect(parseSettings(config)).toEqual({});
  });
});
