import { describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../../src/command/arguments.ts';

describe('advise', () => {
  test('takes a folder or a file, and its options', () => {
    expect(parseArguments(['advise'])).toMatchObject({ kind: 'advise', path: '.', output: 'text', failOn: null });
    const words = ['--json', 'advise', 'x/Dockerfile', '--ignore', 'a,b', '--ignore=c', '--fail-on', 'medium', '--fix'];
    expect(parseArguments(words)).toMatchObject({
      path: 'x/Dockerfile',
      output: 'json',
      ignored: ['a', 'b', 'c'],
      failOn: 'medium',
      fix: true,
    });
    expect(parseArguments(['advise', '--build'])).toMatchObject({ image: 'build:', path: '.', check: false });
    expect(parseArguments(['advise', '--check'])).toMatchObject({ check: true });
    expect(parseArguments(['advise', '--image', 'a/b:c', 'x'])).toMatchObject({ image: 'a/b:c', path: 'x' });
  });

  test.each([
    [['advise', 'a', 'b'], 'advise takes one folder or Dockerfile; it got 2'],
    [['advise', '--json', '--sarif'], '--json and --sarif exclude each other'],
    [['advise', '--build', '--image', 'a'], '--build and --image exclude each other'],
    [['advise', '--image='], '--image takes an image'],
    [['advise', '--fail-on', 'all'], '--fail-on takes high, medium or low; it got "all"'],
    [['advise', '--color', 'red'], '--color takes auto, always or never; it got "red"'],
  ])('%j is refused', (words, message) => {
    expect(() => parseArguments(words)).toThrow(message);
  });
});
