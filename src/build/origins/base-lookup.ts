import { wrapError } from '../../errors.ts';
import { readImage } from '../../image/read-image.ts';
import { formatReference, type Reference } from '../../image/reference.ts';
import { networkOfHost } from '../../image/registry/network.ts';
import { openRegistrySource } from '../../image/registry/registry-source.ts';
import type { BaseImage } from './count-base-layers.ts';
import type { RegistryClient } from '../../image/registry/registry-client.ts';

/** What a registry has under a name that an image, or its provenance, gives as a base. */
export type LookedUpBase =
  | { readonly kind: 'read'; readonly image: BaseImage }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly message: string; readonly hint: string };

/** Never throws. `platform` is the one that it is wanted for, `from` where the image is that names it; `null`: in no registry. */
export type LookUpBase = (base: Reference, platform: string, from: Reference | null) => Promise<LookedUpBase>;

/** For one comparison. Far above what honest images name. */
const MOST_LOOKUPS = 60;

/** Looks each base up once, on these platforms: two images mostly have theirs in common. Those that are known are not asked for. */
export function openBaseLookup(
  registry: () => Promise<RegistryClient>,
  platforms: readonly string[],
  known: ReadonlyMap<string, BaseImage>,
): LookUpBase {
  const begun = new Map<string, Promise<LookedUpBase>>();
  return async (base, platform, from) => {
    const image = known.get(base.digest ?? '');
    if (image?.platforms.some((candidate) => candidate.platform === platform)) return { kind: 'read', image };
    const name = formatReference(base);
    if (!mayAsk(base, from)) {
      return { kind: 'failed', message: `${name} is on this machine's own network, and the image is not`, hint: '' };
    }
    const asked = begun.get(name);
    if (asked !== undefined) return await asked;
    if (begun.size >= MOST_LOOKUPS) return { kind: 'failed', message: `more than ${MOST_LOOKUPS} are named`, hint: '' };
    const found = lookUp(registry, base, platforms);
    begun.set(name, found);
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
