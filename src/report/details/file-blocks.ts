import { nameBaseline, plural } from '../against.ts';
import type { Block } from '../text/block.ts';
import { formatByteChange, formatBytes } from '../text/bytes.ts';
import type { ReportContext } from '../report-context.ts';
import { shortenPath } from '../text/shorten-path.ts';
import { code, joinTexts, say, type Text } from '../text/text.ts';
import type { FileChanges, PlatformComparison } from '../../compare/comparison.ts';

/** A file that came, went or changed, on the platform where that weighs most. */
interface ChangedFile {
  path: string;
  before: number | null;
  after: number | null;
  /** `new`, `gone`, or what is another; `new or changed` where it is not known what was there. */
  what: string;
  platforms: string[];
}

/** Files that came, went or changed, those that weigh most first; sizes as a container sees them. */
export function formatFileBlocks(
  platforms: readonly PlatformComparison[],
  context: ReportContext,
  mostRows: number,
): Block[] {
  const compared = platforms.filter(({ status }) => status === 'compared');
  const files = gatherFiles(compared).toSorted((a, b) => weigh(b) - weigh(a));
  if (files.length === 0) return [];
  const shown = files.slice(0, mostRows);
  const left = files.length - shown.length;
  const isTruncated = compared.some((platform) => platform.files?.truncated === true);
  const sentences = [
    ...(left > 0 ? [say`${isTruncated ? say`At least ` : say``}${plural(left, 'smaller change')} not shown.`] : []),
    ...(compared.length > 1 ? [say`Sizes are of the platform where they changed most.`] : []),
  ];
  const head = [say`file`, say``, nameBaseline(context), say`this ${context.subject}`, say`change`];
  const rows = shown.map((file) => [
    say`${code(shortenPath(file.path))}${formatWhere(file, compared.length)}`,
    say`${file.what}`,
    formatSize(file.before),
    formatSize(file.after),
    formatChange(file),
  ]);
  return [
    { kind: 'table', head, rows, words: 2 },
    ...(sentences.length === 0 ? [] : [{ kind: 'paragraph' as const, text: joinTexts(sentences, ' ') }]),
  ];
}

function gatherFiles(platforms: readonly PlatformComparison[]): ChangedFile[] {
  const files = new Map<string, ChangedFile>();
  for (const { platform, files: changes } of platforms) {
    for (const file of changes === null ? [] : listFiles(changes, platform)) {
      const other = files.get(file.path);
      const larger = other !== undefined && weigh(other) >= weigh(file) ? other : file;
      files.set(file.path, { ...larger, platforms: [...(other?.platforms ?? []), platform] });
    }
  }
  return [...files.values()];
}

function listFiles({ added, removed, changed }: FileChanges, platform: string): ChangedFile[] {
  const platforms = [platform];
  return [
    ...added.map(({ path, size }) => ({ path, before: null, after: size, what: 'new', platforms })),
    ...removed.map(({ path, size }) => ({ path, before: size, after: null, what: 'gone', platforms })),
    ...changed.map(({ path, baselineSize, size, what }) => {
      return { path, before: baselineSize, after: size, what: what.join(', ') || 'new or changed', platforms };
    }),
  ];
}

/** What is not known to have been another size weighs nothing. */
function weigh({ before, after, what }: ChangedFile): number {
  if (before === null && what !== 'new') return 0;
  return Math.abs((after ?? 0) - (before ?? 0));
}

function formatSize(bytes: number | null): Text {
  return bytes === null ? say`–` : say`${formatBytes(bytes)}`;
}

function formatChange({ before, after, what }: ChangedFile): Text {
  if (before === null && what !== 'new') return say`not known`;
  return say`${formatByteChange((after ?? 0) - (before ?? 0))}`;
}

function formatWhere({ platforms }: ChangedFile, compared: number): Text {
  if (platforms.length === compared) return say``;
  return platforms.length <= 2 ? say`, on ${platforms.join(' and ')} only` : say`, on ${platforms.length} platforms`;
}
