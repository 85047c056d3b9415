import { formatByteChange } from './bytes.ts';
import { code, say, type Text } from './text.ts';
import type { Cause, Comparison, PlatformComparison } from '../compare/comparison.ts';

/** Rows in the open; the rest is in the details. */
const MOST_ROWS = 3;

/** A share of the largest below which a cause is not worth a word: BuildKit's time stamps alone make a config's. */
const WORTH_A_WORD = 0.02;

/** The same cause on all platforms that have it. */
interface Group {
  text: Text;
  /** Bytes by platform. */
  downloadBytes: Map<string, number>;
  isEstimate: boolean;
}

/** One cause in the open: `+1.9 MB`, and what it is. */
export interface CauseRow {
  change: Text;
  what: Text;
}

/** What made the download grow or shrink, largest first, a row a cause for all platforms together; few rows. `left`: others that are worth a word. */
export function formatCauseRows(comparison: Comparison): { rows: CauseRow[]; left: number } {
  const compared = comparison.platforms.filter(({ status }) => status === 'compared');
  const groups = groupCauses(compared).toSorted((a, b) => weigh(b) - weigh(a));
  const floor = Math.max(...groups.map(weigh), 0) * WORTH_A_WORD;
  const worthy = groups.filter((group) => weigh(group) >= floor);
  const rows = worthy.slice(0, MOST_ROWS).map((group) => ({
    change: group.isEstimate ? say`≈ ${formatRange(group)}` : formatRange(group),
    what: say`${group.text}${formatWhere(group, compared)}`,
  }));
  return { rows, left: worthy.length - rows.length };
}

function groupCauses(platforms: readonly PlatformComparison[]): Group[] {
  const groups = new Map<string, Group>();
  for (const platform of platforms) {
    const seen = new Map<string, number>();
    for (const cause of platform.causes) {
      const status = findStatus(cause, platform);
      const like = JSON.stringify([cause.kind, status, cause.detail, cause.package, cause.by]);
      // The same instruction may stand twice: the first goes with the first of the other platforms.
      const count = seen.get(like) ?? 0;
      seen.set(like, count + 1);
      const key = `${like} ${count}`;
      const group = groups.get(key) ?? {
        text: describeCause(cause, status),
        downloadBytes: new Map<string, number>(),
        isEstimate: cause.estimated,
      };
      group.downloadBytes.set(platform.platform, cause.downloadBytes);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

type Package = NonNullable<Cause['package']>;
type LayerStatus = PlatformComparison['layers'][number]['status'];

function findStatus(cause: Cause, platform: PlatformComparison): LayerStatus | null {
  return platform.layers.find((layer) => layer.digest === cause.layer && layer.status !== 'same')?.status ?? null;
}

function describeCause(cause: Cause, status: LayerStatus | null): Text {
  const what = nameCause(cause, status);
  return cause.by === 'drift' ? say`${what}: not from this change` : what;
}

function nameCause(cause: Cause, status: LayerStatus | null): Text {
  switch (cause.kind) {
    case 'config':
      return say`the image's configuration`;
    case 'recompressed':
      return say`${nameLayer(cause)}, the same content compressed otherwise`;
    case 'rebuilt':
      return say`${nameLayer(cause)}, built again with the same content`;
    case 'unknown':
      return say`${nameLayer(cause)}, a layer that could not be read`;
    case 'base-image':
      return say`the base image ${code(cause.detail)}`;
    case 'package':
      return cause.package === null ? nameLayer(cause) : say`${describePackage(cause.package)}, in ${nameLayer(cause)}`;
    case 'layer':
      if (status === 'added') return say`${nameLayer(cause)}, a new layer`;
      if (status === 'removed') return say`${nameLayer(cause)}, a layer that is gone`;
      return nameLayer(cause);
  }
}

const ECOSYSTEMS: Readonly<Record<Package['type'], string>> = {
  deb: 'Debian package',
  apk: 'Alpine package',
  rpm: 'RPM package',
  npm: 'npm package',
  python: 'Python package',
  go: 'Go module',
  java: 'Java archive',
};

function describePackage({ type, name, baselineVersion, version }: Package): Text {
  const what = say`${ECOSYSTEMS[type]} ${code(name)}`;
  if (baselineVersion === null) return say`${what} ${code(version ?? '')} is new`;
  if (version === null) return say`${what} ${code(baselineVersion)} is gone`;
  return say`${what} ${code(baselineVersion)} → ${code(version)}`;
}

function nameLayer(cause: Cause): Text {
  if (cause.detail !== '') return code(cause.detail);
  return say`layer ${code((cause.layer ?? '').replace(/^sha\d+:/, '').slice(0, 12))}`;
}

function weigh(group: Group): number {
  return Math.max(...[...group.downloadBytes.values()].map(Math.abs));
}

/** `+1.9 MB`, or `+1.8 to +1.9 MB` where platforms differ. */
function formatRange(group: Group): Text {
  const bytes = [...group.downloadBytes.values()];
  const least = formatByteChange(Math.min(...bytes));
  const most = formatByteChange(Math.max(...bytes));
  if (least === most) return say`${most}`;
  const [leastNumber, leastUnit] = least.split(' ');
  return leastUnit === most.split(' ')[1] ? say`${leastNumber ?? ''} to ${most}` : say`${least} to ${most}`;
}

function formatWhere(group: Group, compared: readonly PlatformComparison[]): Text {
  if (group.downloadBytes.size === compared.length) return say``;
  const names = [...group.downloadBytes.keys()];
  return names.length <= 2
    ? say`, on ${names.join(' and ')} only`
    : say`, on ${names.length} of ${compared.length} platforms`;
}
