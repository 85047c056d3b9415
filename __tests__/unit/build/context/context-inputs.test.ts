import { describe, expect, test } from '@jest/globals';
import { collectInputs } from '../../../../src/build/context/context-inputs.ts';
import { parseProvenance } from '../../../../src/build/origins/provenance.ts';
import { touches } from '../../../../src/compare/touches.ts';
import { encodeProvenance, type MadeStep } from '../make-provenance.ts';
import type { ContextInput } from '../../../../src/build/origins/image-origin.ts';

const context = (name = 'context'): MadeStep => ({ op: { source: { identifier: `local://${name}` } } });
const image: MadeStep = { op: { source: { identifier: 'docker-image://docker.io/library/a:1' } } };
const copy = (what: object, ...inputs: string[]): MadeStep => ({
  op: {
    file: { actions: [{ input: inputs.length > 1 ? 1 : -1, secondaryInput: 0, output: 0, Action: { copy: what } }] },
  },
  inputs,
});
const run = (mounts: readonly object[], ...inputs: string[]): MadeStep => ({ op: { exec: { mounts } }, inputs });

/** Of the last step. */
function collect(steps: readonly MadeStep[], contextUri = ''): readonly ContextInput[] | null | undefined {
  const result: MadeStep = { op: {}, inputs: [`step${steps.length - 1}:0`] };
  return collectInputs(parseProvenance(encodeProvenance({ steps: [...steps, result], contextUri }), 'p'))[
    steps.length - 1
  ];
}

const own = (...paths: string[]): ContextInput[] => [{ context: 'context', paths }];

describe('a copy', () => {
  test.each<[string, object, string[]]>([
    ['of a file', { src: '/a/b.txt' }, ['a/b.txt']],
    ['of all', { src: '/' }, ['']],
    ['with wildcards, as COPY has them', { src: '/package*.json', allowWildcard: true }, ['package*.json']],
    ['of a name that only looks like one', { src: '/[id].ts' }, ['\\[id].ts']],
    ['of parts', { src: '/', include_patterns: ['src/*/go.mod', 'docs'] }, ['docs', 'src/*/go.mod']],
    ['of parts from a folder on', { src: '/src', include_patterns: ['*/go.mod'] }, ['src/*/go.mod']],
    ['of parts anywhere', { src: '/', include_patterns: ['**/go.mod'] }, ['\0**\0!**/go.mod']],
    ['of all but parts', { src: '/src', exclude_patterns: ['*.md', '!a.md'] }, ['src\0*.md\0!a.md']],
    [
      'of parts, and of them not all',
      { src: '/src', include_patterns: ['a', 'b'], exclude_patterns: ['**/*.md'] },
      ['src\0**\0!a\0!b\0**/*.md'],
    ],
  ])('%s', (_, what, paths) => {
    expect(collect([context(), copy(what, 'step0:0')])).toEqual(own(...paths));
  });

  test('names paths so that the comparison finds them', () => {
    const [input] = collect([context(), copy({ src: '/[id]*.ts' }, 'step0:0')]) ?? [];
    expect(touches(input?.paths ?? [], ['[id]*.ts'])).toBe(true);
    expect(touches(input?.paths ?? [], ['ix.ts'])).toBe(false);
  });
});

describe('a step', () => {
  test('that takes nothing of a context', () => {
    expect(collect([image, run([{}], 'step0:0')])).toEqual([]);
  });

  test('that has a context, or a part of it, mounted', () => {
    expect(collect([image, context(), run([{}, { input: 1, output: -1 }], 'step0:0', 'step1:0')])).toEqual(own(''));
    const part = { input: 1, selector: '/src', output: -1 };
    expect(collect([image, context(), run([{}, part], 'step0:0', 'step1:0')])).toEqual(own('src'));
  });

  test('that stands on a context takes all of it', () => {
    expect(collect([context(), run([{}], 'step0:0')])).toEqual(own(''));
  });

  test('has what went into earlier steps and other stages, of each context', () => {
    const steps = [
      context(),
      context('lib'),
      copy({ src: '/b' }, 'step0:0'),
      copy({ src: '/' }, 'step1:0', 'step2:0'),
      copy({ src: '/a' }, 'step0:0'),
      copy({ src: '/built' }, 'step3:0', 'step4:0'),
    ];
    expect(collect(steps)).toEqual([
      { context: 'context', paths: ['a', 'b'] },
      { context: 'lib', paths: [''] },
    ]);
  });

  test('of a build whose context is a repository', () => {
    const git: MadeStep = { op: { source: { identifier: 'git://example.com/a.git#main' } } };
    const steps = [git, copy({ src: '/src' }, 'step0:0')];
    expect(collect(steps, 'https://example.com/a.git#main')).toEqual(own('src'));
    expect(collect(steps, 'https://example.com/b.git#main')).toEqual([]);
  });

  test('of a build whose context is a folder of a repository, which the address of the build leaves out', () => {
    const git: MadeStep = { op: { source: { identifier: 'git://example.com/a.git#main:api' } } };
    const steps = [git, copy({ src: '/main.go' }, 'step0:0')];
    for (const uri of [
      'https://example.com/a.git#main',
      'git@example.com:a.git#main:api',
      'https://example.com/a.git?ref=main',
    ]) {
      expect(collect(steps, uri)).toEqual(own('main.go'));
    }
    for (const uri of ['https://example.com/a.git#next', 'https://example.com/b.git#main', '']) {
      expect(collect(steps, uri)).toEqual([]);
    }
  });

  test('that takes more than is worth telling takes all', () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ input: 1, output: -1, selector: `/${at}` }));
    expect(collect([image, context(), run([{}, ...many], 'step0:0', 'step1:0')])).toEqual(own(''));
    expect(collect([context(), copy({ src: `/${'a'.repeat(2000)}` }, 'step0:0')])).toEqual(own(''));
  });

  test('of more contexts than there can be is not known', () => {
    const contexts = Array.from({ length: 60 }, (_, at) => context(`c${at}`));
    const inputs = contexts.map((_, at) => `step${at}:0`);
    expect(collect([...contexts, run([{}], ...inputs)])).toBeNull();
  });
});
