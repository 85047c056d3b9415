import { PlimsollError } from '../errors.ts';
import { parseConfig } from './config.ts';
import { inParallel } from './in-parallel.ts';
import { LIMITS } from './limits.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { isIndexType, isLayerType, isManifestType } from './media-type.ts';
import { formatPlatform, normalizePlatform } from './platform.ts';
import type { Digest } from './digest.ts';
import type { Image, ImageLayer, PlatformImage } from './image.ts';
import type { Descriptor, ImageSource } from './source.ts';

type ImageManifest = Extract<Manifest, { kind: 'image' }>;

export interface ReadImageOptions {
  /** Only these, normalised; what the index names otherwise is not fetched. */
  readonly platforms?: readonly string[];
}

/**
 * Reads what a source stands for: the root, and each platform's manifest and config; no layer. `null`: there is no such
 * image. Throws `IMAGE_INVALID`, `LIMIT_EXCEEDED`, `IMAGE_NOT_FOUND` (none of the platforms asked for), and what the
 * source throws.
 */
export async function readImage(source: ImageSource, options: ReadImageOptions = {}): Promise<Image | null> {
  const root = await source.fetchRoot();
  if (root === null) return null;
  const manifest = parseManifest(root.bytes, root.mediaType, source.name);
  const read = await readPlatforms(source, manifest, root.digest, options.platforms ?? null);
  return { name: source.name, digest: root.digest, ...read, annotations: annotationsOf(manifest) };
}

async function readPlatforms(
  source: ImageSource,
  manifest: Manifest,
  digest: Digest,
  wanted: readonly string[] | null,
): Promise<Pick<Image, 'platforms' | 'repeated'>> {
  if (manifest.kind === 'artifact') throw refuseArtifact(source, manifest.type);
  const { all, left } =
    manifest.kind === 'image'
      ? { all: [await readPlatform(source, manifest, digest, null)], left: [] }
      : await readIndex(source, manifest, wanted);
  const repeated = new Set(left);
  const found = new Map<string, PlatformImage>();
  for (const platform of all) {
    // Twice in an index (a twin for zstd, another Windows version): container engines take the first, so do we.
    if (platform === null) continue;
    const first = found.get(platform.platform);
    if (first === undefined) found.set(platform.platform, platform);
    else if (first.manifestDigest !== platform.manifestDigest) repeated.add(platform.platform);
  }
  const asked = [...found.values()].filter(({ platform }) => wanted?.includes(platform) ?? true);
  if (asked.length > 0) {
    return { platforms: asked, repeated: asked.flatMap(({ platform }) => (repeated.has(platform) ? [platform] : [])) };
  }
  if (wanted === null) {
    throw new PlimsollError('IMAGE_INVALID', `${source.name} has no image of any platform in it`);
  }
  throw new PlimsollError('IMAGE_NOT_FOUND', `${source.name} has no image for ${wanted.join(', ')}`, {
    hint: `It has ${listPlatforms(manifest, found)}.`,
  });
}

function listPlatforms(manifest: Manifest, found: ReadonlyMap<string, unknown>): string {
  const named = manifest.kind === 'index' ? manifest.entries.flatMap((entry) => platformOf(entry) ?? []) : [];
  const all = [...new Set([...named, ...found.keys()])].filter((platform) => platform !== 'unknown/unknown');
  return all.length === 0 ? 'no other' : all.slice(0, 20).join(', ');
}

/** `null` in place of what turned out to be no image; `left`: platforms of which others were left out. */
async function readIndex(
  source: ImageSource,
  index: Extract<Manifest, { kind: 'index' }>,
  wanted: readonly string[] | null,
): Promise<{ all: (PlatformImage | null)[]; left: readonly string[] }> {
  const seen = new Map<string, Digest>();
  const left: string[] = [];
  const entries = (await flattenIndex(source, index.entries)).filter((entry) => {
    const platform = platformOf(entry);
    if (platform !== null && wanted !== null && !wanted.includes(platform)) return false;
    const key = platform ?? entry.digest;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, entry.digest);
    else if (first !== entry.digest) left.push(key);
    return first === undefined;
  });
  const all = await inParallel(entries, LIMITS.parallelPlatforms, async (entry) => {
    const { bytes, mediaType, digest } = await source.fetchManifest(entry);
    const manifest = parseManifest(bytes, mediaType, `${source.name}, manifest ${digest}`);
    if (manifest.kind === 'index') throw refuse(source, `manifest ${digest} is an index, and its entry says otherwise`);
    return manifest.kind === 'image' ? await readPlatform(source, manifest, digest, platformOf(entry)) : null;
  });
  return { all, left };
}

/** The entries that can be images, those of nested indexes in the place of theirs. */
async function flattenIndex(source: ImageSource, root: readonly Descriptor[]): Promise<Descriptor[]> {
  let count = 0;
  const flatten = async (entries: readonly Descriptor[], depth: number): Promise<Descriptor[]> => {
    count += entries.length;
    if (count > LIMITS.indexEntries) throw exceeded(source, `${LIMITS.indexEntries} entries in its indexes`);
    const flat: Descriptor[] = [];
    for (const entry of entries) {
      if (isAttestation(entry)) continue;
      if (isManifestType(entry.mediaType)) flat.push(entry);
      if (!isIndexType(entry.mediaType)) continue;
      if (depth === LIMITS.nestingDepth) throw exceeded(source, `${LIMITS.nestingDepth} indexes inside one another`);
      const { bytes, mediaType, digest } = await source.fetchManifest(entry);
      const nested = parseManifest(bytes, mediaType, `${source.name}, index ${digest}`);
      if (nested.kind !== 'index') throw refuse(source, `${digest} is no index, and its entry says so`);
      flat.push(...(await flatten(nested.entries, depth + 1)));
    }
    return flat;
  };
  return await flatten(root, 0);
}

/** BuildKit puts provenance and SBOMs beside the images (its docs, attestation-storage.md). */
function isAttestation(entry: Descriptor): boolean {
  return entry.annotations['vnd.docker.reference.type'] !== undefined || platformOf(entry) === 'unknown/unknown';
}

function platformOf({ platform }: Descriptor): string | null {
  return platform === null ? null : formatPlatform(normalizePlatform(platform));
}

async function readPlatform(
  source: ImageSource,
  manifest: ImageManifest,
  digest: Digest,
  named: string | null,
): Promise<PlatformImage> {
  const what = `${source.name}, config ${manifest.config.digest}`;
  if (manifest.config.size > LIMITS.configBytes) throw exceeded(source, `${LIMITS.configBytes} bytes in its config`);
  const config = parseConfig(await source.fetchBlob(manifest.config), what);
  const platform = named ?? (config.platform === null ? null : formatPlatform(config.platform));
  if (platform === null) throw refuseUnknown(source, manifest);
  if (platform === 'unknown/unknown') throw refuseOther(source, 'an attestation');
  return {
    platform,
    manifestDigest: digest,
    config: { digest: manifest.config.digest, size: manifest.config.size },
    layers: pairLayers(manifest, config, what),
    labels: config.labels,
    settings: config.settings,
    annotations: manifest.annotations,
  };
}

function pairLayers(manifest: ImageManifest, config: ReturnType<typeof parseConfig>, what: string): ImageLayer[] {
  if (config.diffIDs.length !== manifest.layers.length) {
    throw new PlimsollError(
      'IMAGE_INVALID',
      `${what} names ${config.diffIDs.length} layers, and the manifest ${manifest.layers.length}`,
    );
  }
  return manifest.layers.flatMap(({ digest, mediaType, size }, place) => {
    const diffID = config.diffIDs[place];
    if (diffID === undefined) return [];
    return [{ digest, diffID, mediaType, downloadBytes: size, createdBy: config.createdBy[place] ?? '' }];
  });
}

function annotationsOf(manifest: Manifest): Readonly<Record<string, string>> {
  return manifest.kind === 'artifact' ? {} : manifest.annotations;
}

/** cosign's signatures and attestations have the config of an image, with nothing in it. */
function refuseUnknown(source: ImageSource, { config, layers }: ImageManifest): PlimsollError {
  const other = layers.find(({ mediaType }) => !isLayerType(mediaType));
  if (other !== undefined) return refuseArtifact(source, other.mediaType);
  return refuse(source, `neither its index nor config ${config.digest} says for which platform it is`);
}

function refuseArtifact(source: ImageSource, type: string): PlimsollError {
  return refuseOther(source, `an artifact of type ${type.slice(0, 255)}`);
}

function refuseOther(source: ImageSource, what: string): PlimsollError {
  return new PlimsollError('IMAGE_INVALID', `${source.name} is no container image, but ${what}`);
}

function refuse(source: ImageSource, why: string): PlimsollError {
  return new PlimsollError('IMAGE_INVALID', `${source.name}: ${why}`);
}

function exceeded(source: ImageSource, what: string): PlimsollError {
  return new PlimsollError('LIMIT_EXCEEDED', `${source.name} has more than ${what}`);
}
