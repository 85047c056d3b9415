import { PassThrough, Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openTerminal } from '../../../src/command/terminal.ts';
import { useColor } from '../../../src/command/use-color.ts';
import { arbitraryHostileText } from '../report/hostile.ts';
import { makeTerminal } from './fake-terminal.ts';

interface Stream {
  isTTY: boolean;
  columns: number;
}

function open(stdout: Writable & Partial<Stream> = new PassThrough()) {
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 30 });
  const host = { env: {}, cwd: () => '/work', stdout, stderr };
  const read = (): string => {
    const chunk: unknown = stderr.read();
    return Buffer.isBuffer(chunk) ? chunk.toString() : '';
  };
  return { terminal: openTerminal(host), read };
}

const failing = (code: string): Writable =>
  new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(`write ${code}`), { code }));
    },
  });

test('a reader that went away is no error', async () => {
  await expect(open(failing('EPIPE')).terminal.print('x')).resolves.toBeUndefined();
});

test('a full disk is one', async () => {
  await expect(open(failing('ENOSPC')).terminal.print('x')).rejects.toMatchObject({
    code: 'FILE_UNWRITABLE',
    message: 'the output could not be written: write ENOSPC',
  });
});

test('what is told is one inert line, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryHostileText, async (text) => {
      const { terminal, read } = open();
      await terminal.tell(`note: ${text}`);
      const line = read();
      expect(line).toMatch(/^note:[^\n]*\n$/);
      expect(line.slice(0, -1)).not.toMatch(/\p{Cc}|\p{Cf}|\u2028|\u2029/u);
      expect(line).not.toContain('##[');
    }),
  );
});

test('what is drawn does not wrap, and goes before anything else is said', async () => {
  const { terminal, read } = open();
  terminal.draw(`reading ${'x'.repeat(100)}`);
  expect(read()).toHaveLength(29);
  await terminal.tell('done');
  expect(read()).toBe('\r\u001B[2Kdone\n');
  terminal.erase();
  expect(read()).toBe('');
});

test('columns are known of a terminal only', () => {
  expect(open().terminal.columns()).toBeNull();
  expect(open(Object.assign(new PassThrough(), { isTTY: true, columns: 80 })).terminal.columns()).toBe(80);
});

test.each([
  ['auto', {}, 80, true],
  ['auto', {}, undefined, false],
  ['auto', { NO_COLOR: '1' }, 80, false],
  ['auto', { NO_COLOR: '' }, 80, true],
  ['auto', { TERM: 'dumb' }, 80, false],
  ['always', { NO_COLOR: '1' }, undefined, true],
  ['never', {}, 80, false],
] as const)('--color %s with %j on a stdout of %s columns: %s', (asked, env, columns, color) => {
  expect(useColor(asked, makeTerminal({ env, ...(columns === undefined ? {} : { columns }) }))).toBe(color);
});
