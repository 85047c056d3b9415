import { nameBaseline, plural } from '../against.ts';
import type { Block } from '../text/block.ts';
import { formatByteChange } from '../text/bytes.ts';
import { formatStoryChange } from '../causes/cause-rows.ts';
import { weighStory } from '../causes/cause-story.ts';
import type { ReportContext } from '../report-context.ts';
import { code, foreign, say, type Text } from '../text/text.ts';
import type { Cause, PlatformComparison } from '../../compare/comparison.ts';

type Package = NonNullable<Cause['package']>;

/** A package that came, went or changed version, wherever it is in an image. */
interface ChangedPackage {
  package: Package;
  /** By platform. */
  downloadBytes: Map<string, number>;
  /** Of the platform where it is most. */
  onDiskBytes: number | null;
  isEstimate: boolean;
}

/** Packages that came, went or changed version, largest first. */
export function formatPackageBlocks(
  platforms: readonly PlatformComparison[],
  context: ReportContext,
  mostRows: number,
): Block[] {
  const packages = gatherPackages(platforms).toSorted((a, b) => weighStory(b) - weighStory(a));
  if (packages.length === 0) return [];
  const shown = packages.slice(0, mostRows);
  const left = packages.length - shown.length;
  const head = [say`package`, say``, nameBaseline(context), say`this ${context.subject}`, say`download`, say`on disk`];
  const rows = shown.map((changed) => [
    code(changed.package.name),
    say`${changed.package.type}`,
    formatVersion(changed.package.baselineVersion),
    formatVersion(changed.package.version),
    formatStoryChange(changed),
    changed.onDiskBytes === null ? say`not known` : say`${formatByteChange(changed.onDiskBytes)}`,
  ]);
  return [
    { kind: 'table', head, rows, words: 4 },
    ...(left > 0 ? [{ kind: 'paragraph' as const, text: say`${plural(left, 'smaller package')} not shown.` }] : []),
  ];
}

function formatVersion(version: string | null): Text {
  return version === null ? say`–` : foreign(version, 60);
}

function gatherPackages(platforms: readonly PlatformComparison[]): ChangedPackage[] {
  const packages = new Map<string, ChangedPackage>();
  for (const { platform, causes, status } of platforms) {
    if (status !== 'compared') continue;
    const here = new Map<string, number | null>();
    for (const cause of causes) {
      if (cause.package === null) continue;
      const { type, name, baselineVersion, version } = cause.package;
      const key = JSON.stringify([type, name, baselineVersion, version]);
      const changed = packages.get(key) ?? {
        package: cause.package,
        downloadBytes: new Map<string, number>(),
        onDiskBytes: 0,
        isEstimate: cause.estimated,
      };
      packages.set(key, changed);
      changed.downloadBytes.set(platform, (changed.downloadBytes.get(platform) ?? 0) + cause.downloadBytes);
      const bytes = here.get(key) ?? (here.has(key) ? null : 0);
      here.set(key, bytes === null || cause.onDiskBytes === null ? null : bytes + cause.onDiskBytes);
    }
    for (const [key, bytes] of here) {
      const changed = packages.get(key);
      if (changed !== undefined && Math.abs(bytes ?? 0) >= Math.abs(changed.onDiskBytes ?? 0))
        changed.onDiskBytes = bytes;
    }
  }
  return [...packages.values()];
}
