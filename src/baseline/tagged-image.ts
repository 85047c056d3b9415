import type { FoundBaseline } from './found-baseline.ts';
import type { Image } from '../image/image.ts';

/** An image that was found under a tag, and the commit that it is of, as far as that is known. */
export type TaggedImage = Pick<Extract<FoundBaseline, { kind: 'found' }>, 'kind' | 'image' | 'reference' | 'commit'>;

const REVISION = 'org.opencontainers.image.revision';

/** What the image says of its commit goes before what its tag says: `commit`, `null` where that says none. */
export function describeImage(image: Image, reference: string, commit: string | null): TaggedImage {
  return { kind: 'found', image, reference, commit: readRevision(image) ?? commit };
}

/** The commit that an image says it was built from. */
export function readRevision({ platforms }: Image): string | null {
  const said = platforms.map(({ labels }) => labels[REVISION] ?? '');
  return said.find((text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) ?? null;
}
