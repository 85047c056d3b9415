import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

test('the README shows the comment that is made, without its folded details', () => {
  const quoted = readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('>'))
    .map((line) => line.replace(/^> ?/, ''))
    .join('\n');
  const golden = readFileSync('__tests__/golden/base-and-own-change/comment.md', 'utf8');
  expect(quoted).toBe(golden.replace(/<details>.*<\/details>\n\n/s, '').trimEnd());
});
