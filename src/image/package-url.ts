import { formatPlatform, parsePlatform } from './platform.ts';
import { parseReference, type Reference } from './reference.ts';
import { isDigest } from './digest.ts';

/** An image of a registry, as provenance names what a build was made from. */
export interface PackageImage {
  /** Its digest is the one that was asked for; `null` where only the tag was. */
  readonly reference: Reference;
  /** Normalised; `null` where it is not said. */
  readonly platform: string | null;
}

/** `pkg:docker/ghcr.io/acme/base@1.2?digest=sha256:…&platform=linux%2Famd64` (the purl specification, type docker). `null`: it is none. */
export function parsePackageUrl(url: string): PackageImage | null {
  const [, name, version, query = ''] = /^pkg:docker\/([^@?#]+)(?:@([^?#]*))?(?:\?([^#]*))?/.exec(url) ?? [];
  if (name === undefined) return null;
  try {
    const qualifiers = new URLSearchParams(query);
    const digest = qualifiers.get('digest') ?? '';
    const tag = version === undefined ? '' : decodeURIComponent(version);
    const reference = parseReference(`${decodeURIComponent(name)}${tag === '' ? '' : `:${tag}`}`);
    const platform = qualifiers.get('platform');
    return {
      reference: isDigest(digest) ? { ...reference, digest } : reference,
      platform: platform === null ? null : formatPlatform(parsePlatform(platform)),
    };
  } catch {
    return null;
  }
}
