import { parseReference, type Reference } from './reference.ts';

/** `pkg:docker/ghcr.io/acme/base@1.2?digest=…&platform=linux%2Famd64`, as provenance names a base. `null`: it is no image's. */
export function parsePackageUrl(uri: string): Reference | null {
  const [, encoded, version] = /^pkg:docker\/([^@?]+)(?:@([^?]+))?/.exec(uri) ?? [];
  if (encoded === undefined) return null;
  try {
    const name = decodeURIComponent(encoded);
    return parseReference(version === undefined ? name : `${name}:${decodeURIComponent(version)}`);
  } catch {
    return null;
  }
}
