import type { Cause, LayerComparison, PlatformComparison } from '../../compare/comparison.ts';
import { formatInstruction } from '../../compare/instruction.ts';

/** One reason why the download changed, for all platforms that have it: causes that a reader would tell in one breath. */
export interface CauseStory {
  kind: Cause['kind'];
  by: Cause['by'];
  /** What became of its layer; `null` where it has none, or several. */
  status: LayerComparison['status'] | null;
  /** Of the platform where it weighs most, largest first. */
  causes: Cause[];
  base: PlatformComparison['base'];
  /** What made its layer; of several layers, the first's. */
  instruction: string;
  /** What made the layer that it stands in the place of; '' where it is none such. */
  was: string;
  /** What changed within the layer's programs, untrusted text; '' where nothing is known of it. */
  inside: string;
  /** Whether packages of the same layer are stories of their own, and this is what else is in it. */
  isRest: boolean;
  /** By platform. */
  downloadBytes: ReadonlyMap<string, number>;
  /** Of the platform where it weighs most. */
  onDiskBytes: number | null;
  isEstimate: boolean;
}

/** The stories of the platforms that were compared, largest first. */
export function tellCauses(platforms: readonly PlatformComparison[]): CauseStory[] {
  const stories = new Map<string, CauseStory>();
  for (const platform of platforms.filter(({ status }) => status === 'compared')) {
    for (const [key, story] of tellPlatform(platform)) {
      const other = stories.get(key);
      const larger = other !== undefined && weighStory(other) >= weighStory(story) ? other : story;
      const downloadBytes = new Map([...(other?.downloadBytes ?? []), ...story.downloadBytes]);
      stories.set(key, { ...larger, downloadBytes, isEstimate: story.isEstimate || other?.isEstimate === true });
    }
  }
  return [...stories.values()].toSorted((a, b) => weighStory(b) - weighStory(a));
}

/** Bytes of the download that it moves, on the platform where it moves most. */
export function weighStory({ downloadBytes }: Pick<CauseStory, 'downloadBytes'>): number {
  return Math.max(...[...downloadBytes.values()].map(Math.abs));
}

function tellPlatform(platform: PlatformComparison): Map<string, CauseStory> {
  const groups = new Map<string, Cause[]>();
  const told = listTold(platform);
  for (const cause of told) {
    const like = nameStory(cause, splitDetail(cause, platform).instruction, findStatus(cause, platform));
    // The same instruction may stand twice: the first goes with the first of the other platforms.
    let key = like;
    for (let count = 2; cause.kind === 'layer' && groups.has(key); count++) key = `${like} ${count}`;
    groups.set(key, [...(groups.get(key) ?? []), cause]);
  }
  return new Map([...groups].map(([key, causes]) => [key, makeStory(causes, told, platform)]));
}

/** The causes, those of an edited instruction's two layers as of one, and none of a layer that only stands elsewhere. */
function listTold({ causes, layers, replaced }: PlatformComparison): Cause[] {
  const removed = layers.filter(({ status }) => status === 'removed').map(({ digest }) => digest);
  const moved = layers.filter(({ status, digest }) => status === 'added' && removed.includes(digest));
  const left = new Set([
    ...replaced.flatMap(({ baseline, head }) => [baseline, head]),
    ...moved.map(({ digest }) => digest),
  ]);
  const others = causes.filter(({ layer }) => layer === null || !left.has(layer));
  return [...others, ...replaced.flatMap((one) => one.causes)];
}

/** Equal for what is one story: packages of a kind in one layer, all layers that were only built again. */
function nameStory({ kind, by, package: changed }: Cause, instruction: string, status: CauseStory['status']): string {
  switch (kind) {
    case 'rebuilt':
    case 'recompressed':
    case 'config':
      return JSON.stringify([kind, by]);
    case 'package':
      return JSON.stringify([kind, by, instruction, changed?.type]);
    default:
      return JSON.stringify([kind, by, instruction, status]);
  }
}

function makeStory(causes: readonly Cause[], told: readonly Cause[], platform: PlatformComparison): CauseStory {
  const sorted = causes.toSorted((a, b) => Math.abs(b.downloadBytes) - Math.abs(a.downloadBytes));
  const [first] = sorted;
  if (first === undefined) throw new RangeError('a story has a cause');
  return {
    kind: first.kind,
    by: first.by,
    status: sorted.length === 1 || first.kind === 'package' ? findStatus(first, platform) : null,
    causes: sorted,
    base: platform.base,
    ...splitDetail(first, platform),
    was: findReplaced(first, platform),
    isRest: first.kind === 'layer' && told.some(({ kind, layer }) => kind === 'package' && layer === first.layer),
    downloadBytes: new Map([[platform.platform, sorted.reduce((sum, cause) => sum + cause.downloadBytes, 0)]]),
    onDiskBytes: sorted.reduce<number | null>(
      (sum, { onDiskBytes }) => (sum === null || onDiskBytes === null ? null : sum + onDiskBytes),
      0,
    ),
    isEstimate: sorted.some(({ estimated }) => estimated),
  };
}

/** A layer's detail is its instruction, and after a semicolon what changed within its programs. */
function splitDetail(
  { layer, detail }: Cause,
  { layers }: PlatformComparison,
): { instruction: string; inside: string } {
  const createdBy = layers.find(({ digest }) => digest === layer)?.createdBy;
  const instruction = createdBy === undefined ? detail : formatInstruction(createdBy);
  if (!detail.startsWith(`${instruction}; `)) return { instruction: detail, inside: '' };
  return { instruction, inside: detail.slice(instruction.length + 2) };
}

/** The instruction in whose place the cause's layer stands. */
function findReplaced({ layer }: Cause, { layers, replaced }: PlatformComparison): string {
  const before = replaced.find(({ head }) => head === layer)?.baseline;
  return formatInstruction(layers.find(({ digest }) => digest === before)?.createdBy ?? '');
}

function findStatus({ layer }: Cause, { layers, replaced }: PlatformComparison): CauseStory['status'] {
  if (replaced.some(({ head }) => head === layer)) return null;
  return layers.find(({ digest, status }) => digest === layer && status !== 'same')?.status ?? null;
}
