import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GoBuildInfo } from '../../../../src/layer/packages/go-build-info.ts';
import { makeBuildInfo, makeProgram } from './make-program.ts';

function read(program: Buffer, chunk: number): string | null {
  const reader = new GoBuildInfo();
  for (let place = 0; place < program.length; place += chunk) reader.write(program.subarray(place, place + chunk));
  return reader.end();
}

const LINES = [
  'path\texample.com/api/cmd',
  'mod\texample.com/api\t(devel)\t',
  'dep\tgolang.org/x/net\tv0.30.0\th1:AcW1SDZMkb8IpzCdQUaIq2sP4sZ4zw+55h6ynffypl4=',
  'dep\tgithub.com/a/b\tv1.0.0',
  '=>\tgithub.com/fork/b\tv1.0.1\th1:x=',
  'dep\texample.com/local\tv0.0.0',
  '=>\t./local\t',
  'build\t-ldflags=-X main.token=secret',
];
const TEXT = `Go build info
go\tgo1.24.1
mod\texample.com/api\t(devel)
dep\tgolang.org/x/net\tv0.30.0
dep\tgithub.com/a/b\tv1.0.0\tgithub.com/fork/b\tv1.0.1
dep\texample.com/local\tv0.0.0\t./local\t`;
const INFO = makeBuildInfo('go1.24.1', LINES);

test('modules, what replaces them, and Go itself; nothing of how it was built', () => {
  expect(read(makeProgram(4096, { offset: 1600, bytes: INFO }), 4096)).toBe(TEXT);
});

test('is found wherever it stands and however the file is cut, past what only looks like it', () => {
  const old = Buffer.from(INFO);
  old[15] = 0;
  const other = makeBuildInfo('java21', []);
  const size = 8192;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.array(fc.record({ bytes: fc.constantFrom(old, other, INFO.subarray(0, 20)), shift: fc.nat(30) }), {
        maxLength: 8,
      }),
      (block, chunk, decoys) => {
        const offset = 2048 + block * 16;
        const before = decoys.map(({ bytes, shift }, place) => ({
          offset: 16 + place * 240 + shift,
          bytes: bytes.subarray(0, 200),
        }));
        expect(read(makeProgram(size, ...before, { offset, bytes: INFO }), chunk)).toBe(TEXT);
      },
    ),
  );
});

describe('finds nothing', () => {
  test.each<[string, Buffer]>([
    ['where it does not stand as a linker puts it', makeProgram(4096, { offset: 1608, bytes: INFO })],
    ['in what is no program', Buffer.concat([Buffer.from('#!/bin/sh\n      '), INFO])],
    ['where it is cut off', makeProgram(1600 + INFO.length - 1, { offset: 1600, bytes: INFO })],
    ['where a length is beyond all measure', makeProgram(4096, { offset: 1600, bytes: withHugeLength() })],
    ['in a program of nobody’s', makeProgram(4096)],
    ['in an empty file', Buffer.alloc(0)],
  ])('%s', (_, program) => {
    for (const chunk of [1, 7, 4096]) expect(read(program, chunk)).toBeNull();
  });

  // Where each beginning is read to the end, this does not end.
  test('in a file that is made of beginnings', () => {
    const beginning = Buffer.concat([makeBuildInfo('go1.24.1', []).subarray(0, 32), Buffer.from([1])]);
    const program = Buffer.alloc(32 * 1024 * 1024, Buffer.concat([beginning, Buffer.alloc(15)]));
    program.write('\x7fELF', 'latin1');
    expect(read(program, 65_536)).toBeNull();
  });
});

function withHugeLength(): Buffer {
  const info = Buffer.from(INFO);
  info.fill(0xff, 32, 37);
  return info;
}
