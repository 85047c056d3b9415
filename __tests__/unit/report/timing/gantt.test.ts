import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Gantt } from '../../../../src/report/timing/gantt.ts';
import { mark, Markdown } from '../../../../src/report/text/markdown.ts';
import { code } from '../../../../src/report/text/text.ts';
import { arbitraryHostileText } from '../hostile.ts';
import { parseGantt } from '../parse-gantt.ts';
import type { TimelineRow } from '../../../../src/report/timing/timeline-rows.ts';

function makeRow(name: string, rest: Partial<TimelineRow> = {}): TimelineRow {
  return {
    what: code(name),
    platform: null,
    startMs: 0,
    durationMs: 1000,
    isCritical: false,
    isCached: false,
    isEmulated: false,
    ...rest,
  };
}

function draw(rows: readonly TimelineRow[], totalMs = 60_000): string {
  const chart = Gantt.of({ totalMs, rows: [...rows], left: 0 });
  if (chart === null) throw new Error('no chart');
  return chart.toString();
}

/** A time of the day is local, whatever the zone. */
const msOf = (date: Date): number =>
  ((date.getHours() * 60 + date.getMinutes()) * 60 + date.getSeconds()) * 1000 + date.getMilliseconds();

describe('the chart, as Mermaid reads it', () => {
  test('has a section a platform, and of a bar its name, times and marks', async () => {
    const tasks = await parseGantt(
      draw(
        [
          makeRow('RUN go build', { platform: 'linux/amd64', startMs: 1299, durationMs: 10_912, isCritical: true }),
          makeRow('RUN a', { platform: 'linux/arm64', startMs: 3_723_004, isCached: true }),
          makeRow('RUN b', { platform: 'linux/arm64', isEmulated: true }),
          makeRow('writing the cache'),
        ],
        4_000_000,
      ),
    );
    expect(
      tasks.map(({ section, task, crit, done, active, startTime, endTime }) => [
        section,
        task.trim(),
        [crit, done, active].map(Number).join(''),
        msOf(startTime),
        endTime.getTime() - startTime.getTime(),
      ]),
    ).toEqual([
      ['linux/amd64', '11 s RUN go build', '100', 1299, 10_912],
      ['linux/arm64', '1 s RUN a', '010', 3_723_004, 1000],
      ['linux/arm64', '1 s RUN b, emulated', '001', 0, 1000],
      ['all', '1 s writing the cache', '000', 0, 1000],
    ]);
  });

  test.each([
    'x : crit, 00:00:00.000, 1d',
    'x\nclick task1 href "javascript:alert(1)"',
    '%%{init: {"securityLevel": "loose"}}%%',
    'x; section evil',
    'x #colon; y #35; z',
    '```\n<script>',
    'section evil',
    'title evil',
    '2026-01-01',
    'a, b, after task1',
    '$$x$$ <img src=x onerror=alert(1)> &lt;b&gt;',
    '---\nconfig: x\n---',
    'accTitle { x }',
    '',
  ])('takes %j for a name', async (name) => {
    const rows = [makeRow(name, { platform: name }), makeRow('RUN last', { platform: name })];
    const tasks = await parseGantt(draw(rows));
    expect(tasks.map(({ task }) => task.trim())).toEqual([expect.stringMatching(/^1 s ./), '1 s RUN last']);
    expect(tasks.map(({ startTime, endTime }) => endTime.getTime() - startTime.getTime())).toEqual([1000, 1000]);
  });

  test('whatever names there are: a bar each, of the times that were given', async () => {
    const rows = fc.array(
      fc.record({
        name: arbitraryHostileText,
        platform: fc.option(arbitraryHostileText),
        startMs: fc.nat(80_000_000),
        durationMs: fc.integer({ min: 1, max: 80_000_000 }),
        marks: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        const source = draw(
          made.map(({ name, marks: [isCritical, isCached, isEmulated], ...row }) =>
            makeRow(name, { ...row, isCritical, isCached, isEmulated }),
          ),
        );
        expect(source.split('\n').slice(3).join('\n')).not.toMatch(/[`<>"#%;{}\\]|:.*:.*:.*:/);
        const times = (await parseGantt(source)).map(({ startTime, endTime }) => [
          msOf(startTime),
          endTime.getTime() - startTime.getTime(),
        ]);
        const bySection = [...new Set(made.map(({ platform }) => platform))];
        expect(times).toEqual(
          bySection.flatMap((section) =>
            made.flatMap(({ platform, startMs, durationMs }) => (platform === section ? [[startMs, durationMs]] : [])),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('is none of a build of a day', () => {
    expect(Gantt.of({ totalMs: 86_400_000, rows: [makeRow('RUN a')], left: 0 })).toBeNull();
  });

  test('stands in a fence that nothing in it closes', () => {
    const chart = Gantt.of({ totalMs: 1000, rows: [makeRow('```\n```')], left: 0 });
    if (chart === null) throw new Error('no chart');
    const lines = mark`${Markdown.chart(chart)}`.toString().split('\n');
    expect(lines.filter((line) => line.includes('`'))).toEqual(['```mermaid', '```']);
  });
});
