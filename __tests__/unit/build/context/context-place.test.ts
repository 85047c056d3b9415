import { describe, expect, test } from '@jest/globals';
import { readContextPlace } from '../../../../src/build/context/context-place.ts';
import { parseProvenance } from '../../../../src/build/origins/provenance.ts';
import { readOrigin } from '../../../../src/build/origins/read-origin.ts';
import { readFixture } from '../fixture.ts';
import { encodeProvenance, type MadeStep } from '../make-provenance.ts';

const COMMIT = 'a'.repeat(40);
/** It makes a graph of the steps before it. */
const RESULT: MadeStep = { op: {}, inputs: ['step0:0'] };

type Made = Omit<Parameters<typeof encodeProvenance>[0], 'steps'> & { readonly steps?: readonly MadeStep[] };
const read = ({ steps = [], ...made }: Made) =>
  readContextPlace(parseProvenance(encodeProvenance({ steps: [...steps, RESULT], ...made }), 'p'));

describe('a folder of who builds', () => {
  const vcs = (change: object = {}) => ({
    revision: COMMIT,
    source: 'https://github.com/acme/api.git',
    'localdir:context': 'api',
    'localdir:dockerfile': 'docker',
    ...change,
  });

  test('lay in a work tree, and the Dockerfile too', () => {
    const place = { kind: 'work-tree', commit: COMMIT, folder: 'api', dockerfile: 'docker/Dockerfile' };
    expect(read({ vcs: vcs() })).toEqual(place);
    expect(read({ vcs: vcs({ 'localdir:context': '.', 'localdir:dockerfile': '.' }) })).toEqual({
      ...place,
      folder: '',
      dockerfile: 'Dockerfile',
    });
  });

  test('is not known beside what other targets of bake take of theirs, which are called the same', () => {
    expect(read({ vcs: vcs(), request: { 'context:web': 'input:0-web', 'build-arg:A': 'b' } })).toBeNull();
    expect(read({ vcs: vcs(), request: { 'context:web': 'docker-image://web' } })).not.toBeNull();
  });

  test('may have its Dockerfile elsewhere', () => {
    const elsewhere = { 'localdir:dockerfile': undefined };
    expect(read({ vcs: vcs(elsewhere) })).toMatchObject({ folder: 'api', dockerfile: null });
  });

  test.each([
    ['told', undefined],
    ['told in a form that is known', 'main'],
    ['in the work tree', vcs({ 'localdir:context': undefined })],
    ['below its root', vcs({ 'localdir:context': '../api' })],
    ['below it by an absolute path', vcs({ 'localdir:context': '/api' })],
    ['as any commit has it', vcs({ revision: `${COMMIT}-dirty` })],
    ['of a commit', vcs({ revision: '' })],
    ['of an option of git', vcs({ revision: '--output=x' })],
    ['as short as a path is', vcs({ 'localdir:context': 'a/'.repeat(600) })],
  ])('is not known where it is not %s', (_, told) => {
    expect(read({ vcs: told })).toBeNull();
  });
});

describe('a repository that the builder fetches', () => {
  const git = (identifier: string, attrs: object = {}): MadeStep => ({ op: { source: { identifier, attrs } } });
  const contextUri = 'https://github.com/acme/api.git#refs/pull/1/merge';
  const steps = [git('git://github.com/acme/api.git#refs/pull/1/merge:api')];
  const fetched = { steps, contextUri, contextCommit: COMMIT };

  test('is told of by the engine 28, with the folder in the step alone', async () => {
    const provenance = parseProvenance(await readFixture('git-context.provenance.json'), 'p');
    const commit = '4db24a403e0ae7210b53cfee74e4009eb440148d';
    expect(readContextPlace(provenance)).toEqual({ kind: 'commit', commit, folder: 'sub' });
    const origin = readOrigin(provenance, 'linux/amd64');
    expect(origin?.layers.map(({ inputs }) => inputs)).toEqual([
      [{ context: 'context', paths: ['a.txt'] }],
      [{ context: 'context', paths: ['a.txt'] }],
    ]);
  });

  test('has the files of its commit', () => {
    expect(read(fetched)).toEqual({ kind: 'commit', commit: COMMIT, folder: 'api' });
    const root = [git('git://github.com/acme/api.git#refs/pull/1/merge')];
    expect(read({ ...fetched, steps: root })).toMatchObject({ folder: '' });
    // Of no account: that is where somebody called the builder from.
    expect(read({ ...fetched, vcs: { revision: 'b'.repeat(40), 'localdir:context': '.' } })?.commit).toBe(COMMIT);
  });

  test.each<[string, Made]>([
    ['without a commit', { ...fetched, contextCommit: '' }],
    ['of which no step takes anything', { ...fetched, steps: [] }],
    [
      'with its history',
      { ...fetched, steps: [git('git://github.com/acme/api.git#refs/pull/1/merge', { 'git.keepgitdir': 'true' })] },
    ],
    ['that leads out of itself', { ...fetched, steps: [git('git://github.com/acme/api.git#refs/pull/1/merge:../x')] }],
    ['in two folders', { ...fetched, steps: [...steps, git('git://github.com/acme/api.git#refs/pull/1/merge:web')] }],
    [
      'that is an archive',
      { steps: [git('https://example.com/a.tar')], contextUri: 'https://example.com/a.tar', contextCommit: COMMIT },
    ],
  ])('is not known: %s', (_, made) => {
    expect(read(made)).toBeNull();
  });
});
