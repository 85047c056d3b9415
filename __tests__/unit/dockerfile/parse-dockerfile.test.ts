import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsed } from './parsed.ts';
import { findStage, listChain, listNeeded, type Instruction } from '../../../src/dockerfile/dockerfile.ts';
import { locate } from '../../../src/dockerfile/mapped-text.ts';
import { parseDockerfile } from '../../../src/dockerfile/parse-dockerfile.ts';

const all = (text: string): Instruction[] =>
  parsed(text).stages.flatMap(({ from, instructions }) => [from, ...instructions]);

const lines = (text: string): string[] =>
  all(text).map(({ keyword, line, lastLine }) => `${keyword} ${line}-${lastLine}`);

describe('instructions', () => {
  test.each([
    ['continued lines', 'FROM a\nRUN b && \\\n  c\nCMD d', ['FROM 1-1', 'RUN 2-3', 'CMD 4-4']],
    [
      'comments and empty lines between continued ones',
      'FROM a\nRUN b \\\n# c\n\n  d\nCMD e',
      ['FROM 1-1', 'RUN 2-5', 'CMD 6-6'],
    ],
    ['blanks behind what continues a line', 'FROM a\nRUN b \\  \n c\nCMD e', ['FROM 1-1', 'RUN 2-3', 'CMD 4-4']],
    ['another escape', '# escape=`\nFROM a\nRUN b `\n c\\\nCMD d', ['FROM 2-2', 'RUN 3-4', 'CMD 5-5']],
    ['Windows line ends', '# escape=`\r\nFROM a\r\nRUN b `\r\n c\r\nCMD d\r\n', ['FROM 2-2', 'RUN 3-4', 'CMD 5-5']],
    ['a directive that came too late', '# a comment\n# escape=`\nFROM a\nRUN b \\\n c', ['FROM 3-3', 'RUN 4-5']],
    ['lower case', 'from a as b\nrun c', ['FROM 1-1', 'RUN 2-2']],
    ['a byte order mark', '\uFEFF# syntax=x\nFROM a', ['FROM 2-2']],
    [
      'a heredoc that has instructions in it',
      'FROM a\nRUN <<EOF\nFROM x\nRUN y\nEOF\nCMD d',
      ['FROM 1-1', 'RUN 2-5', 'CMD 6-6'],
    ],
    ['several heredocs', 'FROM a\nCOPY <<b <<"c" /x/\n1\nb\nFROM 2\nc\nCMD d', ['FROM 1-1', 'COPY 2-6', 'CMD 7-7']],
    ['a heredoc with tabs', 'FROM a\nRUN <<-EOF\n\tRUN b\n\tEOF\nCMD d', ['FROM 1-1', 'RUN 2-4', 'CMD 5-5']],
    ['a numbered heredoc', 'FROM a\nRUN 3<<EOF cat\nFROM x\nEOF\nCMD d', ['FROM 1-1', 'RUN 2-4', 'CMD 5-5']],
    ['a heredoc in quotes, which is none', 'FROM a\nRUN echo "<<EOF"\nCMD d', ['FROM 1-1', 'RUN 2-2', 'CMD 3-3']],
    ['a here-string, which is none', 'FROM a\nRUN cat <<<EOF\nCMD d', ['FROM 1-1', 'RUN 2-2', 'CMD 3-3']],
    ['a shift, which is none', 'FROM a\nRUN echo $((1<<2))\nCMD d', ['FROM 1-1', 'RUN 2-2', 'CMD 3-3']],
    ['a heredoc where none can be', 'FROM a\nCMD <<EOF\nRUN b', ['FROM 1-1', 'CMD 2-2', 'RUN 3-3']],
    ['a comment in a heredoc', 'FROM a\nRUN <<EOF\n# b \\\nEOF\nCMD d', ['FROM 1-1', 'RUN 2-4', 'CMD 5-5']],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test('flags, words and forms', () => {
    const [from, run, copy, cmd, entry] = all(
      'FROM --platform=$BUILDPLATFORM a AS b\nRUN --mount=type=cache,target=/x --network=none ls --all\n' +
        'COPY --from=b --chown="1:2" --link "a b" /c/\nCMD ["x", "y z"]\nENTRYPOINT [x]',
    );
    expect(from).toMatchObject({ flags: [{ name: 'platform', value: '$BUILDPLATFORM' }], words: ['a', 'AS', 'b'] });
    expect(run).toMatchObject({
      flags: [
        { name: 'mount', value: 'type=cache,target=/x' },
        { name: 'network', value: 'none' },
      ],
      words: ['ls', '--all'],
      exec: null,
    });
    expect(copy).toMatchObject({
      flags: [
        { name: 'from', value: 'b' },
        { name: 'chown', value: '1:2' },
        { name: 'link', value: '' },
      ],
      words: ['"a b"', '/c/'],
    });
    expect(cmd?.exec).toEqual(['x', 'y z']);
    expect(entry?.exec).toBeNull();
  });

  test('what a heredoc holds, and where it stands', () => {
    const [, run] = all('FROM a\nRUN <<-"EOF" bash -e\n\t\tapt-get update\n\n\tb\n\tEOF\nCMD c');
    const [heredoc] = run?.heredocs ?? [];
    expect(heredoc).toMatchObject({ name: 'EOF', body: { text: 'apt-get update\n\nb\n' } });
    expect(run?.words).toEqual(['bash', '-e']);
    expect(locate(heredoc?.body ?? { text: '', pieces: [] }, 16)).toEqual({ line: 5, column: 1 });
  });

  test('ONBUILD has what it triggers', () => {
    const [, onbuild] = all('FROM a\nonbuild copy --from=b c d');
    expect(onbuild?.trigger).toMatchObject({
      keyword: 'COPY',
      flags: [{ name: 'from', value: 'b' }],
      words: ['c', 'd'],
    });
    expect(all('FROM a\nONBUILD ONBUILD RUN b')[1]?.trigger).toBeNull();
  });

  test('comments by line', () => {
    expect([...parsed('# syntax=x\n# one\nFROM a\n  # two\nRUN b \\\n# three\n c').comments]).toEqual([
      [2, 'one'],
      [4, 'two'],
      [6, 'three'],
    ]);
  });
});

describe('stages', () => {
  const base = (text: string) => parsed(text).stages.at(-1)?.base;

  test.each([
    ['FROM scratch', { kind: 'scratch' }],
    ['FROM a:1@sha256:0', { kind: 'image', image: 'a:1@sha256:0' }],
    ['ARG V=1\nFROM a:$V', { kind: 'image', image: 'a:1' }],
    ['ARG V=1\nARG I="a:${V}-x"\nFROM $I', { kind: 'image', image: 'a:1-x' }],
    ['ARG V\nFROM a:${V:-2}', { kind: 'unknown' }],
    ['FROM a:${V:-2}', { kind: 'image', image: 'a:2' }],
    ['ARG V=1\nFROM a${V:+:$V}', { kind: 'unknown' }],
    ['ARG V=1\nFROM a${V:+:3}', { kind: 'image', image: 'a:3' }],
    ['ARG V\nFROM a:$V', { kind: 'unknown' }],
    ['FROM a-$TARGETARCH', { kind: 'unknown' }],
    ['FROM a AS B\nFROM b', { kind: 'stage', index: 0 }],
    ['FROM a\nARG V=1\nFROM b:$V', { kind: 'image', image: 'b:' }],
    ['ARG V=${V%.*}\nFROM b:$V', { kind: 'unknown' }],
  ])('%s', (text, expected) => {
    expect(base(text)).toEqual(expected);
  });

  test('the chain and what a target needs', () => {
    const file = parsed(
      'FROM a AS base\nFROM base AS build\nFROM base AS test\nFROM c AS unused\nFROM base AS last\n' +
        'COPY --from=build x y\nRUN --mount=type=bind,from=c:1,target=/x --mount=from=3 ls',
    );
    const last = file.stages[4];
    if (last === undefined) throw new Error('there are five stages');
    expect(listChain(file, last).map(({ index }) => index)).toEqual([0, 4]);
    expect(listNeeded(file, last).map(({ index }) => index)).toEqual([0, 1, 3, 4]);
    expect(findStage(file, 'BUILD')?.index).toBe(1);
    expect(findStage(file, 'build', 1)).toBeNull();
  });

  test('of a name that stands twice, the later one before the use is meant', () => {
    expect(base('FROM a AS x\nFROM b AS x\nFROM x')).toEqual({ kind: 'stage', index: 1 });
  });
});

describe('odd text', () => {
  test.each([
    ['', 'it has no FROM'],
    ['RUN a', 'it has no FROM'],
    [`FROM a\n${'RUN b\n'.repeat(2001)}`, 'it has more than 2000 instructions'],
    ['\n'.repeat(20_001), 'it has more than 20000 lines'],
    ['a'.repeat(512 * 1024 + 1), 'it has more than 524288 characters'],
  ])('is refused: %#', (text, why) => {
    expect(parseDockerfile(text)).toEqual({ kind: 'refused', why });
  });

  const token = fc.constantFrom(
    ...[
      'FROM ',
      'RUN ',
      'COPY ',
      'ONBUILD ',
      'ARG ',
      'a',
      '\\',
      '\\\n',
      '`',
      '\n',
      '\r\n',
      '# escape=`',
      '#',
      '<<EOF',
      '3<<-"X"',
    ],
    ...[
      'EOF\n',
      '"',
      "'",
      '[',
      ']',
      '$',
      '${',
      '}',
      '--from=',
      '--mount=type=cache',
      ' ',
      '\t',
      '=',
      '\uFEFF',
      '\u2028',
      '0',
      'scratch',
      ' AS ',
    ],
  );
  const soup = fc.array(token, { maxLength: 60 }).map((words) => words.join(''));

  test('never throws; lines rise, lie in the text, and each place is the character that is told', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const result = parseDockerfile(`FROM a\n${text}`);
        if (result.kind === 'refused') return;
        const { dockerfile } = result;
        let before = 0;
        for (const instruction of dockerfile.stages.flatMap(({ from, instructions }) => [from, ...instructions])) {
          expect(instruction.line).toBeGreaterThanOrEqual(before);
          expect(instruction.lastLine).toBeLessThanOrEqual(dockerfile.lines.length);
          before = instruction.lastLine;
          for (const mapped of [instruction.argument, ...instruction.heredocs.map(({ body }) => body)]) {
            for (let offset = 0; offset < mapped.text.length; offset++) {
              const { line, column } = locate(mapped, offset);
              const found = dockerfile.lines[line - 1]?.charAt(column) ?? '';
              expect(found === '' ? '\n' : found).toBe(mapped.text.charAt(offset));
            }
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
