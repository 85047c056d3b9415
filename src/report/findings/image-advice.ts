import { formatBytes } from '../text/bytes.ts';
import { formatPlain } from '../text/plain.ts';
import { shortenPath } from '../text/shorten-path.ts';
import { code, say } from '../text/text.ts';
import type { ImageAdvice } from '../../advice/advise-image.ts';

const STYLES = { high: '31', medium: '33', low: '2' } as const;
/** Of one finding. */
const MOST_FILES = 5;

/** Findings on an image for a terminal; no escape unless `color`, and no command to GitHub's runner. */
export function formatImageAdvice(advice: readonly ImageAdvice[], color: boolean): string[] {
  const style = (code: string, line: string): string => (color ? `\u001B[${code}m${line}\u001B[0m` : line);
  if (advice.length === 0) return ['', '  nothing found'];
  return advice.flatMap(({ rule, level, message, bytes, instead, files }) => [
    '',
    `  ${style(STYLES[level], level)}  ${style('1', rule.title)}  ${style('2', rule.id)}`,
    `    ${message}${bytes === null ? '' : ` ${formatBytes(bytes)} on disk.`}`,
    `    ${rule.why}`,
    `    ${instead}`,
    ...files
      .slice(0, MOST_FILES)
      .map(({ path, bytes: size, layer }) =>
        formatPlain(say`      ${code(shortenPath(path))} (${formatBytes(size)}, layer ${layer})`),
      ),
    ...(files.length > MOST_FILES ? [`      and ${files.length - MOST_FILES} more`] : []),
  ]);
}

/** Files that are listed of one finding; the others are counted. */
const MOST_LISTED = 100;

/** `inspect --advise --json`. */
export function describeImageAdvice(advice: readonly ImageAdvice[]) {
  return advice.map(({ rule: { id, title, why }, level, message, instead, bytes, files }) => ({
    rule: id,
    level,
    title,
    message,
    why,
    instead,
    bytes,
    files: files.slice(0, MOST_LISTED),
    moreFiles: Math.max(0, files.length - MOST_LISTED),
  }));
}
