import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { adviseOnBuild, describeFindings, type BuildAdvice } from '../../../src/phase/advise-on-build.ts';
import { VERSION } from '../../../src/version.ts';
import { makeImageRecord } from '../record/fixture.ts';

const CLEAN = `FROM debian:12.1@sha256:${'a'.repeat(64)}
USER 1
CMD ["/x"]
`;
const WITH_CACHE = CLEAN.replace('USER', 'RUN pip install a\nUSER');

const advise = async (
  text: string,
  target: string | null = null,
  folder: string | null = null,
  isOnFreshBuilder = false,
): Promise<BuildAdvice> => {
  const found = await adviseOnBuild(
    { name: 'Dockerfile', path: 'api/Dockerfile', text, target },
    ['linux/amd64'],
    folder,
    isOnFreshBuilder,
  );
  if (found === null) throw new Error('nothing was read');
  return found;
};
const recordOf = ({ recorded }: BuildAdvice, version = VERSION) =>
  makeImageRecord({ advice: recorded, plimsoll: version });
const news = (own: BuildAdvice, baseline: ReturnType<typeof makeImageRecord> | null, isExact = true) =>
  describeFindings(own, baseline, isExact, () => null)?.map(({ rule, source, isNew }) => [rule, source?.line, isNew]);

describe('findings of a build', () => {
  test('what the baseline’s Dockerfile had not is new, with its line', async () => {
    const own = await advise(WITH_CACHE);
    expect(news(own, recordOf(await advise(CLEAN)))).toEqual([['package-cache-left', 2, true]]);
  });

  test('a finding that moved, or whose line was edited, is not', async () => {
    const before = recordOf(await advise(WITH_CACHE));
    expect(news(await advise(WITH_CACHE.replace('USER', 'ENV A=1\nUSER')), before)).toEqual([
      ['package-cache-left', 2, false],
    ]);
    expect(news(await advise(WITH_CACHE.replace('install a', 'install a b')), before)).toEqual([
      ['package-cache-left', 2, false],
    ]);
  });

  describe('of two lines that break one rule', () => {
    const before = WITH_CACHE.replace('USER', 'ENV LANG=C\nUSER');
    const lines = async (text: string, record: BuildAdvice) =>
      news(await advise(text), recordOf(record))?.flatMap(([, line, isNew]) => (isNew === true ? [line] : []));

    test.each([
      ['below the old', 'USER', 'RUN npm ci\nUSER', [4]],
      ['above it', 'RUN', 'RUN npm ci\nRUN', [2]],
      ['below the old, which was edited', /install a(.*)USER/s, 'install a b$1RUN npm ci\nUSER', [4]],
      ['above the old, which was edited', 'RUN pip install a', 'RUN npm ci\nRUN pip install a b', [2]],
      ['below it, of the same words', 'USER', 'RUN pip install a\nUSER', [4]],
      ['above it, of the same words', 'RUN', 'WORKDIR /a\nRUN pip install a\nWORKDIR /b\nRUN', [3]],
      [
        'that the old was moved behind',
        'RUN pip install a\nENV LANG=C',
        'RUN npm ci\nENV LANG=C\nRUN pip install a',
        [2],
      ],
      ['two new around it', 'RUN pip install a', 'RUN npm ci\nRUN pip  install a\nRUN npm i x', [2, 4]],
    ])('the one that came is new: %s', async (_, place, text, expected) => {
      expect(await lines(before.replace(place, text), await advise(before))).toEqual(expected);
    });

    test('beside a record of an earlier version, which lines are the same is all that is known', async () => {
      const { recorded, ...known } = await advise(before);
      const findings = recorded.findings.map((finding) => ({ ...finding, marks: null }));
      const earlier = { ...known, recorded: { ...recorded, findings } };
      expect(await lines(before.replace('USER', 'RUN npm ci\nUSER'), earlier)).toEqual([4]);
      expect(await lines(before.replace(/install a(.*)USER/s, 'install a b$1RUN npm ci\nUSER'), earlier)).toEqual([2]);
      expect(await lines(before.replace('USER', 'RUN pip install a\nUSER'), earlier)).toEqual([]);
    });
  });

  test('the same Dockerfile brings nothing, whatever is in its context', async () => {
    const own = await advise(WITH_CACHE);
    const { recorded } = own;
    expect(news(own, recordOf({ ...own, recorded: { ...recorded, findings: [] } }))).toEqual([
      ['package-cache-left', 2, false],
    ]);
  });

  test('cache mounts that were empty are told with what that took, and not where nothing ran of them', async () => {
    const text = CLEAN.replace('USER', 'RUN --mount=type=cache,target=/c make\nUSER');
    const own = await advise(text, null, null, true);
    const before = recordOf(await advise(CLEAN, null, null, true));
    const cost = { when: 'run', durationMs: 31_000, bytes: null } as const;
    expect(describeFindings(own, before, true, () => cost)).toMatchObject([
      { rule: 'cache-mount-not-kept', source: { line: 2 }, isNew: true, cost },
    ]);
    expect(news(own, before)).toEqual([]);
    // The baseline had the mount, whether or not its steps ran.
    expect(describeFindings(own, recordOf(await advise(`${text}#`, null, null, true)), true, () => cost)).toMatchObject(
      [{ isNew: false }],
    );
    expect((await advise(text)).advice).toEqual([]);
  });

  test('nobody knows without a record, with one of other rules, or of one whose context was not looked at, or of an older commit', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plimsoll-advice-'));
    try {
      await writeFile(join(folder, 'requirements.txt'), 'a');
      const own = await advise(WITH_CACHE, null, folder);
      const before = await advise(CLEAN);
      const unknown = [['package-cache-left', 2, null]];
      expect(news(own, null)).toEqual(unknown);
      expect(news(own, makeImageRecord())).toEqual(unknown);
      expect(news(own, recordOf(await advise(CLEAN, null, folder), '0.0.1'))).toEqual(unknown);
      expect(news(own, recordOf(before))).toEqual(unknown);
      expect(news(await advise(WITH_CACHE), recordOf(before), false)).toEqual(unknown);
      expect(news(own, recordOf(await advise(CLEAN, null, folder)))).toEqual([['package-cache-left', 2, true]]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('a .dockerignore that lets more in is news, though the Dockerfile is the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plimsoll-context-'));
    const text = CLEAN.replace('USER', 'COPY . /a/\nUSER');
    const look = async (ignore: string) => {
      await writeFile(join(folder, '.dockerignore'), ignore);
      return await advise(text, null, folder);
    };
    try {
      await mkdir(join(folder, '.git'));
      await writeFile(join(folder, '.git/pack'), 'x'.repeat(1_500_000));
      const wide = await look('dist\n');
      const narrow = await look('.git\n');
      expect(news(narrow, recordOf(wide))).toEqual([]);
      expect(news(wide, recordOf(narrow))).toEqual([['context-too-wide', 2, true]]);
      expect(news(await look('build\n'), recordOf(wide))).toEqual([['context-too-wide', 2, false]]);
      // A step of the workflow that fetched it, and no change of the file.
      await mkdir(join(folder, 'node_modules'));
      await writeFile(join(folder, 'node_modules/x'), 'x'.repeat(1_500_000));
      expect(news(await look('.git\n'), recordOf(narrow))).toEqual([['context-too-wide', 2, false]]);
      // And one more folder beside one that was let in before.
      expect(news(await look(''), recordOf(await look('.git\n')))).toEqual([['context-too-wide', 2, true]]);
      const record = recordOf({ ...narrow, recorded: { ...narrow.recorded, context: null } });
      expect(news(wide, record)).toEqual([['context-too-wide', 2, false]]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('a cost stays with its finding, which comes first among those of its level', async () => {
    const text = WITH_CACHE.replace('USER', 'RUN npm ci\nUSER');
    const own = await advise(text);
    const found = describeFindings(own, recordOf(await advise(WITH_CACHE)), true, (paid) =>
      paid.kind === 'files' && paid.line === 3 ? { when: 'pull', durationMs: null, bytes: 7 } : null,
    );
    expect(found?.map(({ source, isNew, cost }) => [source?.line, isNew, cost?.bytes ?? null])).toEqual([
      [3, true, 7],
      [2, false, null],
    ]);
  });

  test('of the stage that was built only', async () => {
    const text = `FROM debian:12.1@sha256:${'a'.repeat(64)} AS lean\nFROM lean AS fat\nRUN pip install a\n`;
    expect((await advise(text, 'lean')).advice).toEqual([]);
    expect((await advise(text)).advice.map(({ rule }) => rule.id)).toEqual(['package-cache-left']);
  });

  test.each([
    ['no Dockerfile is told', null],
    ['it is none', { name: 'Dockerfile', path: 'api/Dockerfile', text: 'hello', target: null }],
    ['it has no such stage', { name: 'Dockerfile', path: 'api/Dockerfile', text: CLEAN, target: 'other' }],
  ])('nothing is said where %s', async (_, dockerfile) => {
    const own = await adviseOnBuild(dockerfile, [], null, false);
    expect([own, describeFindings(own, null, true, () => null)]).toEqual([null, null]);
  });
});
