import type { Cause } from './comparison.ts';
import type { SideOrigin } from './side-origin.ts';
import type { PlatformImage } from '../image/image.ts';

/** Labels that every build writes anew, whatever is in it. */
const OF_EVERY_BUILD = new Set(
  ['created', 'revision', 'version', 'ref.name', 'base.digest'].map((name) => `org.opencontainers.image.${name}`),
);

/** Of a value that is a time, a commit, a version or a digest. */
const LONGEST_OF_EVERY_BUILD = 256;

/** One side of a platform. */
export interface ConfigSide {
  readonly image: PlatformImage | null;
  readonly origin: SideOrigin;
}

/**
 * Whose doing a difference in the image's configuration is: it lists the instructions, the settings and the labels, each
 * with the base's. `inDiff`: whether the FROM asks for something else.
 */
export function judgeConfig(baseline: ConfigSide, head: ConfigSide, inDiff: boolean | null): Cause['by'] {
  const [before, after] = [listRecipes(baseline.origin), listRecipes(head.origin)];
  if (baseline.image === null || head.image === null || before === null || after === null) return null;
  if (inDiff === true || JSON.stringify(before) !== JSON.stringify(after)) return 'change';
  if (inDiff === null) return null;
  if (describe(baseline.image) === describe(head.image)) return 'drift';
  // Of what both set, a base that moved may have set it.
  return isSameBase(baseline.origin, head.origin) ? 'change' : null;
}

/** `null` where one is not known. */
function listRecipes(side: SideOrigin): string[] | null {
  if (side.kind !== 'known' || side.layers === null) return null;
  const recipes = side.layers.flatMap(({ recipe }) => (recipe === null ? [] : [recipe]));
  return recipes.length === side.layers.length ? recipes : null;
}

function describe({ settings, labels }: PlatformImage): string {
  const lasting = Object.entries(labels).filter(
    ([name, value]) => !OF_EVERY_BUILD.has(name) || value.length > LONGEST_OF_EVERY_BUILD,
  );
  return JSON.stringify([Object.entries(settings).sort(byName), lasting.sort(byName)]);
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function isSameBase(baseline: SideOrigin, head: SideOrigin): boolean {
  if (baseline.kind !== 'known' || head.kind !== 'known') return false;
  if (baseline.base === null || head.base === null) return baseline.base === head.base;
  return baseline.base.digest !== null && baseline.base.digest === head.base.digest;
}
