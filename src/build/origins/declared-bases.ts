import { isDigest, type Digest } from '../../image/digest.ts';
import { parseReference, type Reference } from '../../image/reference.ts';
import type { Image, PlatformImage } from '../../image/image.ts';

/** A base that an image itself names (OCI image spec, annotations.md): one of the two is there at least. */
export interface DeclaredBase {
  /** Without a digest. */
  readonly name: Reference | null;
  readonly digest: Digest | null;
}

const NAME = 'org.opencontainers.image.base.name';
const DIGEST = 'org.opencontainers.image.base.digest';
/** Where podman and buildah say that an image is which nobody pulled: on their own machine. */
const LOCAL = 'localhost';

/**
 * In the order to believe them: the manifest's, the index's, the config's labels, which an image has from its base too.
 * A name and a digest belong together only where they stand together. What is neither is passed over.
 */
export function readDeclaredBases({ annotations }: Image, platform: PlatformImage): DeclaredBase[] {
  const places = [platform.annotations, annotations, platform.labels];
  const found = places.flatMap((place) => readPlace(place) ?? []);
  // Without an index, its annotations are the manifest's.
  return [...new Map(found.map((base) => [JSON.stringify(base), base])).values()];
}

function readPlace(place: Readonly<Record<string, string>>): DeclaredBase | null {
  const reference = readName(place[NAME] ?? '');
  if (reference?.registry === LOCAL) return null;
  const digest = place[DIGEST] ?? '';
  const stated = isDigest(digest) ? digest : (reference?.digest ?? null);
  const name = reference === null ? null : { ...reference, digest: null };
  return name === null && stated === null ? null : { name, digest: stated };
}

function readName(text: string): Reference | null {
  try {
    return parseReference(text.trim());
  } catch {
    return null;
  }
}
