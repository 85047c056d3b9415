import { downloadBytes, type Image, type ImageLayer, type PlatformImage } from '../image/image.ts';
import { readMergedRoot, readRoot, type ReadRoot } from '../compare/read-root.ts';
import { describeRuntime } from '../compare/runtime/describe-runtime.ts';
import { describeSurface, type Surface } from '../compare/runtime/surface.ts';
import { costImage, type ImageCost, type Usage } from '../worth/image-cost.ts';
import { estimatePull, LINES, type PullTime } from '../worth/pull-time.ts';
import type { Runtime } from '../compare/runtime/runtime.ts';
import { mergeLayers, walkMerged, type MergedNode, type WastedFile } from '../layer/merge-layers.ts';
import type { FileEntry, LayerEntry } from '../layer/layer-entry.ts';
import { describeImageAdvice } from '../report/findings/image-advice.ts';
import type { ReadPlatform } from '../advice/find-in-image.ts';
import type { ImageAdvice } from '../advice/advise-image.ts';
import type { ReadLayers } from '../layer/read-image-layers.ts';

/** What `inspect --json` prints: contract.md, "Command line". `null` is what nobody read. */
export interface Inspection {
  reference: string;
  digest: string;
  platforms: InspectedPlatform[];
  /** With `--worth`: in US dollars a month. */
  cost?: ImageCost | null;
}

export interface InspectedPlatform {
  platform: string;
  digest: string;
  downloadBytes: number;
  onDiskBytes: number | null;
  layers: InspectedLayer[];
  /** As far as it is known without `--files`: the user. */
  runtime: Runtime;
  /** With `--files`: the merged root file system, whiteouts applied. */
  files?: InspectedFile[];
  /** With `--advise`: worst first. */
  findings?: ReturnType<typeof describeImageAdvice>;
  /** With `--worth`: what there is for whoever breaks in. */
  surface?: Surface | null;
  /** With `--worth`: what a node that has nothing of it takes to pull it. */
  pullTimes?: (PullTime & { bitsPerSecond: number })[];
}

interface InspectedLayer {
  digest: string;
  diffID: string;
  mediaType: string;
  downloadBytes: number;
  onDiskBytes: number | null;
  createdBy: string;
  /** With `--layers`: in archive order. */
  entries?: (InspectedEntry | InspectedWhiteout)[];
}

type InspectedEntry = Pick<FileEntry, 'path' | 'type' | 'size' | 'mode' | 'uid' | 'gid' | 'link'>;
interface InspectedWhiteout {
  path: string;
  type: 'whiteout' | 'opaque';
}
/** `layer` is the place in `layers` that it came from. */
type InspectedFile = InspectedEntry & { layer: number };

/** An image with what is in it, where that was read. */
export interface InspectedImage {
  readonly image: Image;
  readonly read: ReadLayers | null;
  /** Whether each layer's own entries are told. */
  readonly withEntries: boolean;
  /** Whether the merged files are. */
  readonly withFiles: boolean;
  /** What rules find on a platform; `null`: they were not asked. */
  readonly advise: ((read: ReadPlatform) => readonly ImageAdvice[]) | null;
  /** How often it is pulled, and what that costs; `null`: what it is worth was not asked. */
  readonly usage: Usage | null;
}

/** What people see besides the JSON. */
export interface DescribedImage {
  readonly inspection: Inspection;
  /** What later layers hide or replace, a list a platform; empty where nothing was read. */
  readonly wasted: readonly (readonly WastedFile[])[];
  /** Likewise what rules find; `null` where they were not asked. */
  readonly advice: readonly (readonly ImageAdvice[])[] | null;
}

export function describeInspection(inspected: InspectedImage): DescribedImage {
  const { image, advise } = inspected;
  const platforms = image.platforms.map((platform) => describePlatform(platform, inspected));
  return {
    inspection: {
      reference: image.name,
      digest: image.digest,
      platforms: platforms.map(({ described }) => described),
      ...(inspected.usage === null ? {} : { cost: costImage(null, image, inspected.usage) }),
    },
    wasted: platforms.map(({ wasted }) => wasted),
    advice: advise === null ? null : platforms.map(({ advice }) => advice),
  };
}

function describePlatform(platform: PlatformImage, { read, withEntries, withFiles, advise, usage }: InspectedImage) {
  const layers = platform.layers.map((layer) => read?.get(layer) ?? null);
  const readLayers = layers.flatMap((layer) => layer ?? []);
  const merged = read === null ? null : mergeLayers(readLayers.map(({ entries }) => entries));
  const root = merged === null ? readRoot(layers) : readMergedRoot(merged.root, readLayers);
  const runtime = describeRuntime(platform, root);
  const disk = read === null ? null : sumDiskBytes(platform.layers, read);
  const described: InspectedPlatform = {
    platform: platform.platform,
    digest: platform.manifestDigest,
    downloadBytes: downloadBytes(platform),
    onDiskBytes: disk,
    layers: platform.layers.map(({ digest, diffID, mediaType, downloadBytes, createdBy }, place) => {
      const layer = platform.layers[place];
      const found = read === null || layer === undefined ? null : read.get(layer);
      return {
        digest,
        diffID,
        mediaType,
        downloadBytes,
        onDiskBytes: found?.diskBytes ?? null,
        createdBy,
        ...(withEntries && found !== null ? { entries: found.entries.map(describeEntry) } : {}),
      };
    }),
    runtime,
    ...(usage === null ? {} : describeWorth(platform, root, runtime, disk)),
  };
  if (merged === null) return { described, wasted: [], advice: [] };
  const advice = advise?.({ platform, layers: readLayers, merged, root }) ?? [];
  return {
    described: {
      ...described,
      ...(withFiles ? { files: describeFiles(merged.root) } : {}),
      ...(advise === null ? {} : { findings: describeImageAdvice(advice) }),
    },
    wasted: merged.wasted,
    advice,
  };
}

function describeWorth(
  platform: PlatformImage,
  root: ReadRoot,
  runtime: Runtime,
  onDiskBytes: number | null,
): Pick<InspectedPlatform, 'surface' | 'pullTimes'> {
  const sizes = { downloadBytes: downloadBytes(platform), onDiskBytes };
  return {
    surface: describeSurface(platform.platform, root, runtime),
    pullTimes: LINES.map(({ bitsPerSecond }) => ({ bitsPerSecond, ...estimatePull(sizes, bitsPerSecond) })),
  };
}

/** Each distinct tar stream once (contract.md, "on disk"). */
function sumDiskBytes(layers: readonly ImageLayer[], read: ReadLayers): number {
  const streams = new Map(layers.map((layer) => [layer.diffID, read.get(layer).diskBytes]));
  return [...streams.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function describeEntry(entry: LayerEntry): InspectedEntry | InspectedWhiteout {
  if (entry.kind !== 'entry') return { path: entry.path, type: entry.kind };
  const { path, type, size, mode, uid, gid, link } = entry;
  return { path, type, size, mode, uid, gid, link };
}

function describeFiles(root: MergedNode): InspectedFile[] {
  const files: InspectedFile[] = [];
  walkMerged(root, ({ file: { path, type, size, mode, uid, gid, link }, layer }) => {
    files.push({ path, type, size, mode, uid, gid, link, layer });
  });
  return files;
}
