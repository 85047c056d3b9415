import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderCommentBody } from '../../../../src/report/comment/comment-body.ts';
import type { CommentSection, SectionData } from '../../../../src/report/comment/comment-section.ts';
import { mergeSection } from '../../../../src/report/comment/merge-section.ts';
import { parseCommentBody } from '../../../../src/report/comment/parse-comment-body.ts';

const SHA = 'a'.repeat(40);
const CONTEXT = { headSha: SHA, summaryUrl: 'https://github.com/acme/api/actions/runs/1' };

function makeSection(
  data: Partial<SectionData>,
  parts: CommentSection['parts'] = [{ importance: 0, text: 'text' }],
): CommentSection {
  return {
    data: {
      name: 'api',
      verdict: 'pass',
      significance: 'news',
      grewBytes: 1,
      origin: 'own',
      headSha: SHA,
      runId: 10,
      runAttempt: 1,
      leftOut: 0,
      ...data,
    },
    parts,
  };
}

const arbitrarySection: fc.Arbitrary<CommentSection> = fc.record({
  data: fc.record({
    name: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,12}$/),
    verdict: fc.constantFrom('over', 'overridden', 'not-compared', 'no-baseline', 'pass'),
    significance: fc.constantFrom('news', 'noise', 'unchanged'),
    grewBytes: fc.option(fc.integer()),
    origin: fc.constantFrom('own', 'fork'),
    headSha: fc.constantFrom(SHA, 'b'.repeat(40), null),
    runId: fc.nat(),
    runAttempt: fc.nat(9),
    leftOut: fc.constant(0),
  }),
  parts: fc.array(
    fc.record({
      importance: fc.nat(9),
      // What `mark` makes: no line of it can be a marker, for `<!--` is no text of ours.
      text: fc
        .array(fc.stringMatching(/^[A-Za-z0-9|<>/*: \n-]{1,400}$/), { minLength: 1, maxLength: 3 })
        .map((lines) => lines.join('\n').trim()),
    }),
    { maxLength: 5 },
  ),
});

const arbitrarySections = fc.uniqueArray(arbitrarySection, { selector: ({ data }) => data.name, maxLength: 12 });

describe('the comment', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(arbitrarySections, (sections) => {
        const read = parseCommentBody(renderCommentBody(sections, CONTEXT)) ?? [];
        const byName = new Map(read.map((section) => [section.data.name, section]));
        expect(byName.size).toBe(sections.length);
        for (const section of sections) {
          const isListed = section.data.significance !== 'news' && sections.length > 1;
          expect(byName.get(section.data.name)).toEqual(isListed ? { data: section.data, parts: [] } : section);
        }
      }),
    );
  });

  test('never exceeds its limit, and says what it left out', () => {
    fc.assert(
      fc.property(arbitrarySections, fc.integer({ min: 400, max: 4000 }), (sections, limit) => {
        const body = renderCommentBody(sections, CONTEXT, limit);
        expect(body.length).toBeLessThanOrEqual(limit);
        const whole = renderCommentBody(sections, CONTEXT, Infinity);
        expect(body.includes('Left out')).toBe(body !== whole);
      }),
    );
  });

  test('leaves out the least important part of the least bad section first', () => {
    const parts = [
      { importance: 0, text: 'headline' },
      { importance: 9, text: 'details'.repeat(50) },
    ];
    const sections = [makeSection({ name: 'good' }, parts), makeSection({ name: 'bad', verdict: 'over' }, parts)];
    const whole = renderCommentBody(sections, CONTEXT);
    const cut = renderCommentBody(sections, CONTEXT, whole.length - 1);
    const [bad, good] = parseCommentBody(cut) ?? [];
    expect(bad).toEqual(makeSection({ name: 'bad', verdict: 'over' }, parts));
    expect(good).toEqual(makeSection({ name: 'good', leftOut: 1 }, parts.slice(0, 1)));
    expect(cut).toContain("Left out, to stay within GitHub's limit of a comment: 1 part.");
    expect(cut).toContain("[the job's summary](https://github.com/acme/api/actions/runs/1)");
    // What was left out stays said when another job writes the comment again.
    expect(renderCommentBody(parseCommentBody(cut) ?? [], CONTEXT)).toBe(cut);
  });

  test('orders sections worst first and lists the unchanged ones', () => {
    const names = ['web', 'jobs', 'mail', 'docs'];
    const sections = [
      ...names.map((name, place) =>
        makeSection({ name, significance: 'unchanged', grewBytes: place }, [
          { importance: 0, text: `${name}: no change` },
        ]),
      ),
      makeSection({ name: 'small', grewBytes: 5 }, [{ importance: 0, text: 'SMALL' }]),
      makeSection({ name: 'large', grewBytes: 50 }, [{ importance: 0, text: 'LARGE' }]),
      makeSection({ name: 'broken', verdict: 'over' }, [{ importance: 0, text: 'BROKEN' }]),
      makeSection({ name: 'tiny', significance: 'noise' }),
    ];
    const lines = renderCommentBody(sections, CONTEXT)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('<!--'));
    expect(lines).toEqual([
      'BROKEN',
      '---',
      'LARGE',
      '---',
      'SMALL',
      '4 images unchanged: docs, jobs, mail, web',
      '1 image with next to no change: tiny',
    ]);
  });

  test('says of what commit an older section is', () => {
    const body = renderCommentBody([makeSection({ headSha: `abc1234${'0'.repeat(33)}` })], CONTEXT);
    expect(body).toContain('<sub>As of abc1234: the head is another commit by now.</sub>');
    expect(renderCommentBody([makeSection({})], CONTEXT)).not.toContain('As of');
    expect(renderCommentBody([makeSection({ headSha: null })], CONTEXT)).not.toContain('As of');
  });

  test('keeps what a newer run wrote', () => {
    const older = makeSection({ runId: 10, runAttempt: 2 });
    const newer = makeSection({ runId: 11, runAttempt: 1, verdict: 'over' });
    expect(mergeSection([newer], older)).toEqual([newer]);
    expect(mergeSection([older], newer)).toEqual([newer]);
    expect(mergeSection([older], makeSection({ runId: 10, runAttempt: 3 }))[0]?.data.runAttempt).toBe(3);
    expect(mergeSection([older], makeSection({ runId: 10, runAttempt: 1 }))[0]?.data.runAttempt).toBe(2);
  });

  test('takes only what is ours and whole', () => {
    const body = renderCommentBody([makeSection({ name: 'api' }), makeSection({ name: 'web' })], CONTEXT);
    expect(parseCommentBody(`hello\n${body}`)).toBeNull();
    expect(parseCommentBody('')).toBeNull();
    expect(parseCommentBody(body.replaceAll('\n', '\r\n'))?.map(({ data }) => data.name)).toEqual(['api', 'web']);
    const mangled = [
      body.replace('"verdict":"pass"', '"verdict":"fine"'),
      body.replace('"name":"api"', '"name":"API"'),
      body.replace('"name":"api"', '"name":"a\\u002d->"'),
      body.replace('"runId":10', '"runId":-1'),
      body.replace('{"name":"api"', '{{"name":"api"'),
      body.replace('<!-- plimsoll:end -->', ''),
    ];
    for (const text of mangled) {
      expect(text).not.toBe(body);
      expect(parseCommentBody(text)?.map(({ data }) => data.name)).toEqual(['web']);
    }
  });

  test('reads any text without failing', () => {
    const scraps = fc.constantFrom(
      '<!-- plimsoll:comment -->',
      '<!-- plimsoll:end -->',
      '<!-- plimsoll:part 3 -->',
      '<!-- plimsoll:section {} -->',
      '\n',
      'text',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(scraps, fc.string())), (pieces) => {
        const sections = parseCommentBody(pieces.join(''));
        expect(sections ?? []).toBeInstanceOf(Array);
      }),
    );
  });
});
