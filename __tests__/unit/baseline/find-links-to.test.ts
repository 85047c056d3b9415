import { expect, test } from '@jest/globals';
import { findLinksTo } from '../../../src/baseline/find-links-to.ts';

const find = (paths: string[], links: Record<string, string>): string[] =>
  findLinksTo(paths, new Map(Object.entries(links)));

test('a link leads to a file, to the folder of one, and into a folder that is named as a whole', () => {
  const links = { 'a/file': '../big.bin', current: 'releases/v2/', into: 'gen/x', other: 'docs' };
  expect(find(['big.bin', 'releases/v2/app', 'gen/'], links)).toEqual(['a/file', 'current', 'into']);
});

test('a link that leads through another one, or out of the context, is followed as the builder does', () => {
  expect(find(['c/b'], { link: 'a/b', a: 'c' })).toEqual(['a', 'link']);
  expect(find(['etc/x'], { up: '../../etc', root: '/etc/x' })).toEqual(['root', 'up']);
});

test('links in a ring end', () => {
  expect(find(['x'], { a: 'b', b: 'a' })).toEqual([]);
  expect(find(['a'], { a: 'b', b: 'a' })).toEqual(['a', 'b']);
});

test('all of a context is what any link leads to', () => {
  expect(find([''], { a: 'b' })).toEqual(['a']);
});
