import { wrapError } from '../errors.ts';
import { readImage } from '../image/read-image.ts';
import { formatReference, type Reference } from '../image/reference.ts';
import { networkOfHost } from '../image/registry/network.ts';
import { openRegistrySource } from '../image/registry/registry-source.ts';
import type { Image } from '../image/image.ts';
import type { RegistryClient } from '../image/registry/registry-client.ts';

/** What a registry has under a name that an image, or its provenance, gives as a base. */
export type LookedUpBase =
  | { readonly kind: 'read'; readonly image: Image }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly message: string; readonly hint: string };

/** Never throws. `from` is where the image is that names the base; `null`: in no registry. */
export type LookUpBase = (base: Reference, from: Reference | null) => Promise<LookedUpBase>;

/** For one comparison. Far above what honest images name. */
const MOST_LOOKUPS = 60;

/** Looks each base up once, on these platforms: two images mostly have theirs in common. */
export function openBaseLookup(registry: () => Promise<RegistryClient>, platforms: readonly string[]): LookUpBase {
  const known = new Map<string, Promise<LookedUpBase>>();
  return async (base, from) => {
    const name = formatReference(base);
    if (!mayAsk(base, from)) {
      return { kind: 'failed', message: `${name} is on this machine's own network, and the image is not`, hint: '' };
    }
    const asked = known.get(name);
    if (asked !== undefined) return await asked;
    if (known.size >= MOST_LOOKUPS) return { kind: 'failed', message: `more than ${MOST_LOOKUPS} are named`, hint: '' };
    const found = lookUp(registry, base, platforms);
    known.set(name, found);
    return await found;
  };
}

async function lookUp(
  registry: () => Promise<RegistryClient>,
  base: Reference,
  platforms: readonly string[],
): Promise<LookedUpBase> {
  try {
    const image = await readImage(openRegistrySource(await registry(), base), { platforms });
    return image === null ? { kind: 'absent' } : { kind: 'read', image };
  } catch (error) {
    const { message, hint } = wrapError('REGISTRY_FAILED', formatReference(base), error);
    return { kind: 'failed', message, hint };
  }
}

/** What somebody wrote into an image in the open must not send us to an address that only we can reach. */
function mayAsk(base: Reference, from: Reference | null): boolean {
  const network = networkOf(base);
  return network === null || network === 'public' || from === null || network === networkOf(from);
}

function networkOf({ registry }: Reference): ReturnType<typeof networkOfHost> {
  return networkOfHost(registry.replace(/:[0-9]+$/, ''));
}
