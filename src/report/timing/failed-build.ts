import { mark } from '../text/markdown.ts';
import { formatPlain } from '../text/plain.ts';
import { code, foreign, joinTexts, say, type Text } from '../text/text.ts';
import type { FailedStep } from '../../build/steps/failed-step.ts';

const LONGEST_LINE = 300;

/** Where a build failed: plain text of several lines for the annotation, Markdown for the job's summary. */
export function renderFailedBuild(name: string, step: FailedStep): { annotation: string; summary: string } {
  const headline = describe(name, step);
  const lines = step.lines.map((line) => foreign(line, LONGEST_LINE));
  const output = lines.length === 0 ? [] : [mark`<pre>${joinTexts(lines, '\n')}</pre>`];
  return {
    annotation: [headline, ...lines].map(formatPlain).join('\n'),
    summary: `${[mark`❌ **${headline}**`, ...output].map(String).join('\n\n')}\n`,
  };
}

function describe(name: string, { name: step, platform, source }: FailedStep): Text {
  const place = source === null ? say`` : say`${code(`${source.file}:${source.line}`)} `;
  const on = platform === null ? say`` : say` on ${code(platform)}`;
  return say`${name}: the build failed at ${place}${code(step)}${on}`;
}
