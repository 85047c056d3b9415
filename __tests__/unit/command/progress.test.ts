import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { startProgress } from '../../../src/command/progress.ts';
import { makeTerminal } from './fake-terminal.ts';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const LOUD = { quiet: false, verbose: false };
const forever = new Promise<never>(() => undefined);

test('after two seconds it says what is still being read, and goes in the end', async () => {
  const terminal = makeTerminal({ isWatched: true });
  const progress = startProgress(terminal, LOUD);
  void progress.follow('acme/api:main', forever);
  let finish: (text: string) => void = () => undefined;
  const head = progress.follow('build:', new Promise<string>((resolve) => (finish = resolve)));
  jest.advanceTimersByTime(1999);
  expect(terminal.drawn()).toEqual([]);
  jest.advanceTimersByTime(1);
  finish('read');
  expect(await head).toBe('read');
  jest.advanceTimersByTime(1000);
  progress.end();
  expect(terminal.drawn()).toEqual(['reading acme/api:main, build: (2 s)', 'reading acme/api:main (3 s)', null]);
  jest.advanceTimersByTime(5000);
  expect(terminal.drawn()).toHaveLength(3);
});

test('what fails is not read any more', async () => {
  const terminal = makeTerminal({ isWatched: true });
  const progress = startProgress(terminal, LOUD);
  await expect(progress.follow('a', Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  void progress.follow('b', forever);
  jest.advanceTimersByTime(2000);
  progress.end();
  expect(terminal.drawn()).toEqual(['reading b (2 s)', null]);
});

test.each([
  ['stderr is no terminal', { isWatched: false }, LOUD],
  ['in CI', { isWatched: true, env: { CI: 'true' } }, LOUD],
  ['--quiet', { isWatched: true }, { ...LOUD, quiet: true }],
  ['--verbose', { isWatched: true }, { ...LOUD, verbose: true }],
])('none where %s', (_, options, asked) => {
  const terminal = makeTerminal(options);
  const progress = startProgress(terminal, asked);
  void progress.follow('a', forever);
  jest.advanceTimersByTime(10_000);
  progress.end();
  expect(terminal.drawn()).toEqual([null]);
});
