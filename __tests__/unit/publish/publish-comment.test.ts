import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PlimsollError } from '../../../src/errors.ts';
import { publishComment, type CommentRequest, type PublishedComment } from '../../../src/publish/publish-comment.ts';
import { renderCommentBody } from '../../../src/report/comment/comment-body.ts';
import type { CommentSection, SectionData } from '../../../src/report/comment/comment-section.ts';
import { parseCommentBody } from '../../../src/report/comment/parse-comment-body.ts';
import { MemoryGitHub } from './memory-github.ts';
import { VirtualClock } from './virtual-clock.ts';

const BOT = 'github-actions[bot]';
const HEAD = 'a'.repeat(40);
const OLD_HEAD = 'b'.repeat(40);

function makeSection(data: Partial<SectionData> = {}, text = `text of ${data.name ?? 'api'}`): CommentSection {
  return {
    data: {
      name: 'api',
      verdict: 'pass',
      significance: 'news',
      grewBytes: 1,
      origin: 'own',
      headSha: HEAD,
      runId: 10,
      runAttempt: 1,
      leftOut: 0,
      ...data,
    },
    parts: [{ importance: 0, text }],
  };
}

function makeBody(...sections: CommentSection[]): string {
  return renderCommentBody(sections, { headSha: HEAD, summaryUrl: null });
}

function makeRequest(section: CommentSection, change: Partial<CommentRequest> = {}): CommentRequest {
  return { pullRequest: 7, isFork: false, mode: 'auto', sections: [section], summaryUrl: null, ...change };
}

async function publish(
  github: MemoryGitHub,
  request: CommentRequest,
  options: Parameters<MemoryGitHub['client']>[0] = {},
): Promise<PublishedComment> {
  const clock = new VirtualClock();
  const [result] = await clock.run([publishComment(github.client(options), request, clock)]);
  if (result === undefined) throw new Error('no result');
  return result;
}

/** A clock, and requests that take up to `mostMs` one way. */
function makeWorld(seed: number, mostMs: number): { clock: VirtualClock; wait: () => Promise<void> } {
  let state = seed;
  const random = (): number => {
    // Numerical Recipes' linear congruential generator.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const clock = new VirtualClock(random);
  const wait = async (): Promise<void> => {
    await clock.sleep(random() * mostMs);
  };
  return { clock, wait };
}

function namesIn(body: string | undefined): string[] {
  return (parseCommentBody(body ?? '') ?? []).map(({ data }) => data.name).sort();
}

describe('whether there is a comment', () => {
  test.each([
    ['auto', 'news', 'created'],
    ['auto', 'noise', 'none'],
    ['auto', 'unchanged', 'none'],
    ['always', 'unchanged', 'created'],
    ['never', 'news', 'none'],
    ['collect', 'news', 'none'],
  ] as const)('%s with %s: %s', async (mode, significance, kind) => {
    const github = new MemoryGitHub();
    const result = await publish(github, makeRequest(makeSection({ significance }), { mode }));
    expect(result.kind).toBe(kind);
    expect(github.comments).toHaveLength(kind === 'created' ? 1 : 0);
  });

  test('one that is there is kept up to date with nothing to say', async () => {
    const github = new MemoryGitHub();
    const { url } = github.add(BOT, makeBody(makeSection({ runId: 9 })));
    const quiet = makeSection({ significance: 'unchanged' }, 'api: no change against main');
    expect(await publish(github, makeRequest(quiet))).toEqual({ kind: 'updated', url });
    expect(github.comments.map(({ body }) => body)).toEqual([makeBody(quiet)]);
  });

  test.each(['never', 'collect'] as const)('one that is there is left alone under %s', async (mode) => {
    const github = new MemoryGitHub();
    const { body } = github.add(BOT, makeBody(makeSection({ runId: 9 })));
    await publish(github, makeRequest(makeSection(), { mode }));
    expect(github.comments.map((comment) => comment.body)).toEqual([body]);
  });

  test('the same again writes nothing', async () => {
    const github = new MemoryGitHub();
    github.add(BOT, makeBody(makeSection()));
    expect((await publish(github, makeRequest(makeSection()))).kind).toBe('unchanged');
    expect(github.writes).toEqual([]);
  });
});

describe('which comment is ours', () => {
  test('it is found among a thousand, with forged ones before it', async () => {
    const github = new MemoryGitHub();
    for (let index = 0; index < 1000; index += 1) {
      github.add(
        index % 7 === 0 ? 'mallory' : 'ann',
        index % 7 === 0 ? makeBody(makeSection({ runId: 999 })) : `+${index}`,
      );
    }
    github.add('github-actions', makeBody(makeSection({ runId: 999 })));
    const ours = github.add(BOT, makeBody(makeSection({ name: 'web' })));
    github.add('eve', makeBody(makeSection({ runId: 999 })));
    expect(await publish(github, makeRequest(makeSection()))).toEqual({ kind: 'updated', url: ours.url });
    expect(github.writes).toEqual([`update ${ours.id}`]);
    expect(github.comments).toHaveLength(1003);
    expect(namesIn(github.comments.find(({ id }) => id === ours.id)?.body)).toEqual(['api', 'web']);
  });

  test('a comment that only quotes ours is not', async () => {
    const github = new MemoryGitHub();
    github.add(BOT, `> ${makeBody(makeSection())}`);
    expect((await publish(github, makeRequest(makeSection()))).kind).toBe('created');
  });

  test('with a token of a user or an app it is that one', async () => {
    const github = new MemoryGitHub();
    github.add(BOT, makeBody(makeSection({ runId: 9 })));
    const options = { author: 'release-app[bot]', login: 'release-app[bot]' };
    expect((await publish(github, makeRequest(makeSection()), options)).kind).toBe('created');
    expect((await publish(github, makeRequest(makeSection({ runId: 11 })), options)).kind).toBe('updated');
    expect(github.comments.map(({ author }) => author)).toEqual([BOT, 'release-app[bot]']);
  });

  test('of several the oldest is kept, with what the others say', async () => {
    const github = new MemoryGitHub();
    const oldest = github.add(BOT, makeBody(makeSection({ name: 'web' })));
    github.add(BOT, makeBody(makeSection({ name: 'jobs' })));
    github.add(BOT, makeBody(makeSection({ name: 'web', runId: 9 })));
    github.add(BOT, 'the text of another action');
    await publish(github, makeRequest(makeSection()));
    expect(github.comments.map(({ id }) => id)).toEqual([oldest.id, 4]);
    expect(namesIn(github.comments[0]?.body)).toEqual(['api', 'jobs', 'web']);
    expect(github.comments[0]?.body).toContain('text of jobs');
  });
});

describe('what is newer stays', () => {
  test.each([
    ['a newer run', { runId: 11 }],
    ['a later attempt', { runAttempt: 2 }],
  ])('%s', async (_, data) => {
    const github = new MemoryGitHub();
    const { url, body } = github.add(BOT, makeBody(makeSection(data)));
    expect(await publish(github, makeRequest(makeSection()))).toEqual({ kind: 'superseded', url });
    expect(github.comments[0]?.body).toBe(body);
  });

  test('a section for the head as it is, beside one for an older commit', async () => {
    const github = new MemoryGitHub();
    github.add(BOT, makeBody(makeSection()));
    const late = makeSection({ runId: 12, headSha: OLD_HEAD });
    expect((await publish(github, makeRequest(late))).kind).toBe('superseded');
  });

  test('a section that is not for the head says so', async () => {
    const github = new MemoryGitHub();
    await publish(github, makeRequest(makeSection({ headSha: OLD_HEAD })));
    expect(github.comments[0]?.body).toContain('As of bbbbbbb');
  });

  test('whoever of two runs ends last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 4000 }), async (seed, headStartMs) => {
        const github = new MemoryGitHub();
        const { clock, wait } = makeWorld(seed, 400);
        const start = async (afterMs: number, section: CommentSection): Promise<PublishedComment> => {
          await clock.sleep(afterMs);
          return await publishComment(github.client({ wait }), makeRequest(section), clock);
        };
        await clock.run([
          start(headStartMs, makeSection({ runId: 10 }, 'OLD')),
          start(2000, makeSection({ runId: 11 }, 'NEW')),
        ]);
        expect(github.comments).toHaveLength(1);
        expect(github.comments[0]?.body).toContain('NEW');
        expect(github.comments[0]?.body).not.toContain('OLD');
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a fork says of itself', () => {
  test.each([
    ['never takes the place of what a run of the repository wrote', 'own', 'fork', 99, 'superseded'],
    ['gives way to it', 'fork', 'own', 1, 'updated'],
    ['takes the place of what it said before', 'fork', 'fork', 99, 'updated'],
  ] as const)('%s', async (_, present, fresh, runId, kind) => {
    const github = new MemoryGitHub();
    github.add(BOT, makeBody(makeSection({ origin: present }, 'PRESENT')));
    expect((await publish(github, makeRequest(makeSection({ origin: fresh, runId }, 'FRESH')))).kind).toBe(kind);
    const [comment] = github.comments;
    expect(comment?.body.includes('FRESH')).toBe(kind === 'updated');
    expect(comment?.body.includes('PRESENT')).toBe(kind === 'superseded');
  });

  test('crowds out nothing of what a run of the repository wrote', async () => {
    const github = new MemoryGitHub();
    const own = makeSection({ headSha: OLD_HEAD }, 'OWN');
    const ours: CommentSection = { ...own, parts: [...own.parts, { importance: 9, text: 'OUR DETAILS' }] };
    github.add(BOT, makeBody(ours));
    const sections = Array.from({ length: 9 }, (_, index) =>
      makeSection({ name: `f${index}`, origin: 'fork', verdict: 'not-compared' }, 'x'.repeat(10_000)),
    );
    expect((await publish(github, makeRequest(makeSection(), { sections }))).kind).toBe('updated');
    const [body = ''] = github.comments.map((comment) => comment.body);
    expect(body.indexOf('OWN')).toBeLessThan(body.indexOf('xxx'));
    expect(body).toContain('OUR DETAILS');
    expect(body).toContain('3 images');
  });

  test('is marked as such, and lines of unchanged images too', () => {
    const body = makeBody(
      makeSection({ origin: 'fork' }),
      makeSection({ name: 'jobs' }),
      makeSection({ name: 'web', origin: 'fork', significance: 'unchanged' }),
      makeSection({ name: 'mail', significance: 'unchanged' }),
    );
    expect(body.match(/The fork's own numbers/g)).toHaveLength(1);
    expect(body).toContain('\n1 image unchanged: mail\n');
    expect(body).toMatch(/\n1 image unchanged, by the fork's own numbers: web$/);
  });
});

describe('six images that one job writes', () => {
  const names = ['api', 'docs', 'jobs', 'mail', 'web', 'worker'];
  const sections = names.map((name) => makeSection({ name }));
  const request = makeRequest(makeSection(), { sections });

  test('are one comment, written once', async () => {
    const github = new MemoryGitHub();
    expect((await publish(github, request)).kind).toBe('created');
    expect(github.writes).toEqual(['create']);
    expect(namesIn(github.comments[0]?.body)).toEqual(names);
  });

  test('leave what a newer run wrote, and sections that nobody asked of them', async () => {
    const github = new MemoryGitHub();
    github.add(BOT, makeBody(makeSection({ runId: 11 }, 'NEWER'), makeSection({ name: 'other', headSha: OLD_HEAD })));
    expect((await publish(github, request)).kind).toBe('updated');
    expect(namesIn(github.comments[0]?.body)).toEqual([...names, 'other'].sort());
    expect(github.comments[0]?.body).toContain('NEWER');
    expect(github.comments[0]?.body).toMatch(/As of bbbbbbb[^]*text of other/);
  });

  test('write nothing where each was overtaken', async () => {
    const github = new MemoryGitHub();
    github.add(BOT, makeBody(...names.map((name) => makeSection({ name, runId: 11 }))));
    expect((await publish(github, request)).kind).toBe('superseded');
    expect(github.writes).toEqual([]);
  });

  test('start a comment where one of them has something to say', async () => {
    const github = new MemoryGitHub();
    const quiet = names.map((name) => makeSection({ name, significance: 'unchanged' }));
    expect((await publish(github, { ...request, sections: quiet })).kind).toBe('none');
    expect((await publish(github, { ...request, sections: [...quiet.slice(1), makeSection()] })).kind).toBe('created');
    expect(github.comments[0]?.body).toContain('5 images unchanged: docs, jobs, mail, web, worker');
  });

  test('beside two other jobs that write for themselves, none is lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const github = new MemoryGitHub();
        const { clock, wait } = makeWorld(seed, 600);
        const requests = [request, ...['one', 'two'].map((name) => makeRequest(makeSection({ name })))];
        await clock.run(requests.map(async (one) => await publishComment(github.client({ wait }), one, clock)));
        expect(github.comments).toHaveLength(1);
        expect(namesIn(github.comments[0]?.body)).toEqual([...names, 'one', 'two'].sort());
      }),
      { numRuns: 60 },
    );
  });

  test('are none without any', async () => {
    const github = new MemoryGitHub();
    github.add(BOT, makeBody(makeSection()));
    expect(await publish(github, { ...request, mode: 'always', sections: [] })).toEqual({ kind: 'none' });
  });
});

describe('jobs of a matrix that write side by side', () => {
  const names = ['api', 'docs', 'jobs', 'mail', 'web', 'worker'];

  test.each([
    ['a comment that is there', true],
    ['no comment yet', false],
  ])('lose no section, with %s', async (_, isThere) => {
    const starts = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: names.length, maxLength: names.length });
    await fc.assert(
      fc.asyncProperty(fc.nat(), starts, async (seed, startsMs) => {
        const github = new MemoryGitHub();
        if (isThere) github.add(BOT, makeBody(makeSection({ name: 'old', runId: 3 })));
        const { clock, wait } = makeWorld(seed, 600);
        const results = await clock.run(
          names.map(async (name, index) => {
            await clock.sleep(startsMs[index] ?? 0);
            return await publishComment(github.client({ wait }), makeRequest(makeSection({ name })), clock);
          }),
        );
        expect(github.comments).toHaveLength(1);
        expect(namesIn(github.comments[0]?.body)).toEqual(isThere ? [...names, 'old'].sort() : names);
        expect(new Set(results.map((result) => ('url' in result ? result.url : result.kind))).size).toBe(1);
      }),
      { numRuns: 150 },
    );
  });

  test('end, where somebody else writes the comment over and over', async () => {
    const github = new MemoryGitHub();
    const { id } = github.add(BOT, makeBody(makeSection({ name: 'web' })));
    const result = await publish(github, makeRequest(makeSection()), {
      before: (method) => {
        const comment = github.comments.find((candidate) => candidate.id === id);
        if (method === 'listComments' && comment !== undefined) comment.body = makeBody(makeSection({ name: 'web' }));
      },
    });
    expect(result).toMatchObject({ kind: 'failed', note: { code: 'comment-failed' } });
    expect(JSON.stringify(result)).toContain('their summaries');
  });
});

describe('in between', () => {
  test('a comment that somebody deletes is made again', async () => {
    const github = new MemoryGitHub();
    github.add(BOT, makeBody(makeSection({ runId: 9 })));
    let deletions = 0;
    const result = await publish(github, makeRequest(makeSection()), {
      before: (method) => {
        if (method !== 'updateComment' || deletions > 0) return;
        deletions += 1;
        github.comments = [];
      },
    });
    expect(result.kind).toBe('created');
    expect(github.comments.map(({ body }) => namesIn(body))).toEqual([['api']]);
  });

  test('a comment that GitHub made while it said that it did not is not made twice', async () => {
    const github = new MemoryGitHub();
    let failures = 0;
    const result = await publish(github, makeRequest(makeSection()), {
      before: (method) => {
        if (method !== 'createComment' || failures > 0) return;
        failures += 1;
        github.add(BOT, makeBody(makeSection()));
        throw new PlimsollError('GITHUB_FAILED', 'GitHub: could not comment: 502');
      },
    });
    expect(result.kind).toBe('unchanged');
    expect(github.comments).toHaveLength(1);
  });

  test('a list that is behind makes no second comment', async () => {
    const github = new MemoryGitHub();
    const client = github.client();
    const clock = new VirtualClock();
    let lists = 0;
    const behind = {
      ...client,
      listComments: async (number: number) => {
        lists += 1;
        return lists <= 2 ? [] : await client.listComments(number);
      },
    };
    const [result] = await clock.run([publishComment(behind, makeRequest(makeSection()), clock)]);
    expect(result?.kind).toBe('created');
    expect(github.comments).toHaveLength(1);
  });
});

describe("GitHub's refusals", () => {
  const denied = (method: string): void => {
    if (method === 'createComment') {
      throw new PlimsollError('GITHUB_DENIED', 'GitHub: could not comment on pull request 7: 403 No', {
        hint: 'permissions:',
      });
    }
  };

  test('are told with what to do', async () => {
    const result = await publish(new MemoryGitHub(), makeRequest(makeSection()), { before: denied });
    expect(result).toEqual({
      kind: 'denied',
      note: {
        code: 'comment-denied',
        message: 'GitHub: could not comment on pull request 7: 403 No',
        hint: 'permissions:',
      },
    });
  });

  test('are what a fork gets', async () => {
    const result = await publish(new MemoryGitHub(), makeRequest(makeSection(), { isFork: true }), { before: denied });
    expect(result).toMatchObject({ kind: 'denied', note: { hint: expect.stringContaining('summary of the job') } });
  });

  test('that stay are a note', async () => {
    let tries = 0;
    const result = await publish(new MemoryGitHub(), makeRequest(makeSection()), {
      before: (method) => {
        if (method !== 'createComment') return;
        tries += 1;
        throw new PlimsollError('GITHUB_FAILED', 'GitHub: could not comment on pull request 7: 422 No');
      },
    });
    expect(result).toMatchObject({ kind: 'failed', note: { message: expect.stringContaining('422') } });
    expect(tries).toBe(2);
  });

  test('hide no fault of ours', async () => {
    const before = (): void => {
      throw new TypeError('ours');
    };
    await expect(publish(new MemoryGitHub(), makeRequest(makeSection()), { before })).rejects.toThrow('ours');
  });
});

test('a comment too long for GitHub is cut to its limit', async () => {
  const github = new MemoryGitHub();
  const sections = Array.from({ length: 4 }, (_, index) => makeSection({ name: `image-${index}` }, 'x'.repeat(20_000)));
  github.add(BOT, makeBody(...sections.slice(0, 3)));
  const last = sections[3] ?? makeSection();
  const long: CommentSection = { ...last, parts: [...last.parts, { importance: 9, text: 'y'.repeat(20_000) }] };
  expect((await publish(github, makeRequest(long))).kind).toBe('updated');
  expect(namesIn(github.comments[0]?.body)).toHaveLength(3);
});
