import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareBuilds } from '../../../../src/compare/steps.ts';
import { renderBuildMarkdown, renderBuildText, type ToldBuild } from '../../../../src/report/timing/told-build.ts';
import { NO_ORIGINS, readFixtureBuild } from '../../build/fixture.ts';
import { makeHostile } from '../hostile-comparison.ts';
import { arbitraryHostileText } from '../hostile.ts';
import { parseGantt } from '../parse-gantt.ts';

async function tell(name: string): Promise<ToldBuild> {
  const build = await readFixtureBuild(name, { ...NO_ORIGINS, builderPlatform: 'linux/amd64' });
  const { builder, id, status, error, failedStep, startedAtMs } = build;
  const startedAt = new Date(startedAtMs).toISOString();
  return { builder, id, status, startedAt, error, failedStep, build: compareBuilds(build, null) };
}

describe('a build at the terminal', () => {
  test('with an emulated step: a bar for what took time, what it waited for, and the way out', async () => {
    const text = renderBuildText(await tell('emulated'), { color: false, width: 100 });
    expect(text.split('\n')).toEqual([
      'b/emulated: built in 14 s, 8 of 14 steps from the cache',
      '',
      '0.3 s █                                          preparing: load metadata for registry.example:5000…',
      '0.2 s ▒                                          preparing: load metadata for registry.example:5000…',
      '0.1 s █                                          preparing: load .dockerignore',
      '0.6 s  █                             linux/arm64 WORKDIR /src, from the cache',
      '0.5 s  ▒                             linux/amd64 WORKDIR /src, from the cache',
      ' 11 s   ████████████████████████     linux/arm64 RUN i=0; while [ $i -lt 300000 ]; do i=$((i+1));…,…',
      '2.1 s   ▒▒▒▒▒                        linux/amd64 RUN i=0; while [ $i -lt 300000 ]; do i=$((i+1));…',
      '0.1 s        ▒                       linux/amd64 COPY --from=cross /cross /cross, from the cache',
      '0.2 s        ▒                       linux/amd64 RUN echo last > /last',
      '0.1 s                           █    linux/arm64 COPY --from=cross /cross /cross, from the cache',
      '0.1 s                            █   linux/arm64 RUN echo last > /last, emulated',
      '0.2 s                            █               exporting',
      '0.9 s                            ██              writing the cache',
      '0.4 s                            ▒               pushing',
      '█ the longest way, 7 shorter ones not shown',
      '',
      'Longest way (linux/arm64): WORKDIR /src from the cache 0.7 s → RUN i=0; while [ $i -lt 300000 ]; do i=$((i+1));… by emulation 11 s → writing the cache 0.9 s, and 9 shorter.',
      "RUN i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; echo $i > /out took 5.2 times as long by emulation (QEMU) as on the builder's own platform: cross-compile it in a stage that begins with FROM --platform=$BUILDPLATFORM, or build this platform on a native runner.",
      'Cache: writing it took 0.9 s.',
      '',
    ]);
  });

  test('that failed: where, and what was interrupted', async () => {
    const text = renderBuildText(await tell('failed'), { color: false, width: 60 });
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^b\/failed: failed after 1\.3 s at RUN sleep 1; exit 4/),
        '1.1 s ▒▒▒▒▒▒▒▒▒▒▒▒▒   linux/amd64 RUN sleep 1; exit 4, fail…',
        '1.1 s  █████████████  linux/arm64 RUN sleep 1; exit 4, fail…',
        '1.2 s  ▒▒▒▒▒▒▒▒▒▒▒▒▒  linux/arm64 RUN sleep 30, interrupted',
        'Error: process "/bin/sh -c sleep 1; exit 4" did not complete successfully: exit code: 4',
      ]),
    );
  });

  test('in colour is the same without it', async () => {
    const told = await tell('emulated');
    const plain = renderBuildText(told, { color: false, width: 80 });
    const coloured = renderBuildText(told, { color: true, width: 80 });
    expect(coloured).toContain('\u001B[31m');
    expect(coloured.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain);
  });

  test('fits its width, and gives no commands, whatever others wrote', () => {
    fc.assert(
      fc.property(arbitraryHostileText, fc.integer({ min: 30, max: 200 }), (text, width) => {
        const lines = renderBuildText(makeHostileBuild(text), { color: false, width }).split('\n');
        const bars = lines.filter((line) => /^\s*[\d.]+ s .*[█▒]/.test(line));
        expect(bars.length).toBeGreaterThan(0);
        for (const line of bars) expect(Array.from(line).length).toBeLessThanOrEqual(width);
        for (const line of lines) {
          expect(line).not.toMatch(/^\s*::|##\[/);
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        }
      }),
    );
  });
});

describe('a build in Markdown', () => {
  test('has a chart that Mermaid reads, and every step', async () => {
    const markdown = renderBuildMarkdown(await tell('emulated'));
    const [, chart = ''] = /```mermaid\n([^`]*)```/.exec(markdown) ?? [];
    expect(await parseGantt(chart)).toHaveLength(14);
    expect(markdown.split('\n').filter((line) => line.startsWith('| <code>'))).toHaveLength(14);
  });

  test('has nothing but ours, whatever others wrote', () => {
    fc.assert(
      fc.property(arbitraryHostileText, (text) => {
        const markdown = renderBuildMarkdown(makeHostileBuild(text)).replace(/\n```mermaid\n[^`]*\n```\n/, '');
        expect(markdown.replaceAll(/<\/?(?:code|wbr)>/g, ' ')).not.toMatch(/[<`@~$\\^{}[\]]|&(?!#\d+;)|:\/\//);
      }),
      { examples: [[':/']] },
    );
  });
});

function makeHostileBuild(text: string): ToldBuild {
  const { build } = makeHostile(text, 'none').comparison;
  if (build === null) throw new Error('no build');
  const failedStep = { name: text, platform: text, source: { file: text, line: 3 }, lines: [text] };
  return { builder: text, id: text, status: 'failed', startedAt: text, error: text, failedStep, build };
}
