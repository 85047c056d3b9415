import { expect, test } from '@jest/globals';
import { readDeclaredVariables } from '../../../../src/build/steps/declared-variables.ts';

const read = (text: string): string[] | null => {
  const names = readDeclaredVariables([{ lines: text.split('\n') }]);
  return names === null ? null : [...names.keys()].sort();
};

test.each([
  ['FROM a\nENV A=1 B="2 C=3"\nenv D 4', ['A', 'B', 'C', 'D']],
  ['FROM a\nENV A=1 \\\n    # why\n    B=2\nARG E\nARG F=5', ['A', 'B', 'E', 'F']],
  // What stands before the first FROM is in no step's environment.
  ['ARG VERSION=1\nFROM a:$VERSION\nARG A', ['A']],
  ['FROM a\nRUN ENVIRONMENT=1', []],
  // Another name than the one that is written may be meant.
  ['FROM a\nENV "A"=1', null],
  ['FROM a\nARG X\nENV $X=1', null],
  ['FROM a\nENV A\\B=1', null],
  ['FROM a\nENV\\\n  A=1', null],
  ['FROM a\nEN\\\nV A=1', null],
  ['no Dockerfile', null],
])('%j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('a file of no end is not looked through', () => {
  expect(read(`FROM a\n${'ENV A=1\n'.repeat(3000)}`)).toBeNull();
  expect(readDeclaredVariables([])).toBeNull();
});
