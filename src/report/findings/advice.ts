import { formatCost } from './cost.ts';
import { diffLines } from '../../advice/diff-lines.ts';
import { makeInertLine } from '../text/plain.ts';
import { makeVisible } from '../text/visible.ts';
import type { Advice } from '../../advice/advise.ts';

/** Of a message, and of a line of the file. */
const LONGEST = 500;

const STYLES = { high: '31', medium: '33', low: '2' } as const;

/** What is told of a Dockerfile: `text` is its own, `file` is what it is called. */
export interface ToldAdvice {
  readonly file: string;
  readonly text: string;
  readonly advice: readonly Advice[];
}

/** Findings for a terminal, one block each; no escape unless `color`, and no command to GitHub's runner. */
export function formatAdvice({ file, text, advice }: ToldAdvice, color: boolean): string {
  const style = (code: string, line: string): string => (color ? `\u001B[${code}m${line}\u001B[0m` : line);
  const show = (line: string): string => makeInertLine(makeVisible(line, LONGEST));
  if (advice.length === 0) return `${show(file)}: nothing found\n`;
  const blocks = advice.map(({ rule, level, line, message, instead, patch, cost }) => {
    const diff = patch === null ? [] : diffLines(text, patch.edits);
    return [
      `${style(STYLES[level], level)}  ${show(`${file}:${line}`)}  ${style('1', show(rule.title))}  ${style('2', rule.id)}`,
      `  ${show(message)}${cost === null ? '' : ` ${style('1', formatCost(cost))}`}`,
      `  ${rule.why}`,
      `  ${show(instead)}`,
      // The blanks that a line starts with are its own.
      ...diff.map((one) => style(one.startsWith('-') ? '31' : '32', `    ${one.charAt(0)} ${showLine(one.slice(1))}`)),
    ].join('\n');
  });
  const fixable = advice.filter(({ patch }) => patch?.isSafe === true).length;
  const count = advice.length === 1 ? '1 finding' : `${advice.length} findings`;
  const tail = fixable === 0 ? count : `${count}, ${fixable} of them mended by --fix`;
  return `${[...blocks, tail].join('\n\n')}\n`;
}

function showLine(line: string): string {
  const [blanks = ''] = /^ {0,16}/.exec(line) ?? [];
  return makeInertLine(blanks + makeVisible(line, LONGEST));
}

/** `--json`. */
export function describeAdvice({ file, text, advice }: ToldAdvice) {
  return {
    schemaVersion: 1,
    file,
    findings: advice.map(({ rule: { id, title, why }, level, line, lastLine, message, instead, patch, cost }) => ({
      rule: id,
      level,
      title,
      line,
      lastLine,
      message,
      why,
      instead,
      cost,
      patch: patch === null ? null : { safe: patch.isSafe, diff: diffLines(text, patch.edits) },
    })),
  };
}
