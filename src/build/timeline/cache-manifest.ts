import * as v from 'valibot';
import { DescriptorSchema } from '../../image/descriptor.ts';
import { parseJson } from '../../image/parse-json.ts';
import type { Digest } from '../../image/digest.ts';

/** A build of a thousand steps for several platforms has fewer. */
const MOST_BLOBS = 20_000;

const Blobs = v.nullish(v.pipe(v.array(DescriptorSchema), v.maxLength(MOST_BLOBS)), []);

/** BuildKit writes a cache as a manifest, and before 0.21 as an index, in which the configuration stands between the layers. */
const CacheManifest = v.object({ layers: Blobs, manifests: Blobs });

const CONFIG = 'application/vnd.buildkit.cacheconfig.v0';

/** The layers that a cache in a registry has, each once. Throws `IMAGE_INVALID`, naming `what`. */
export function parseCacheManifest(bytes: Uint8Array, what: string): { digest: Digest; bytes: number }[] {
  const { layers, manifests } = parseJson(bytes, CacheManifest, what);
  const blobs = [...layers, ...manifests].filter(({ mediaType }) => mediaType !== CONFIG);
  const sizes = new Map(blobs.map(({ digest, size }) => [digest, size]));
  return [...sizes].map(([digest, size]) => ({ digest, bytes: size }));
}
