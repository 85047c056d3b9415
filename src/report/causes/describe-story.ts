import { plural } from '../against.ts';
import { describeBase } from './base-move.ts';
import type { CauseStory } from './cause-story.ts';
import { MOST_OF_AN_INSTRUCTION, nameLayer } from './name-layer.ts';
import { describePaths } from './story-paths.ts';
import { code, foreign, say, type Text } from '../text/text.ts';
import type { Cause } from '../../compare/comparison.ts';

/** What a story is, as the rest of a sentence: where to look first, then what it is made of. */
export function describeStory(story: CauseStory): Text {
  const [cause] = story.causes;
  if (cause === undefined) return say``;
  const layer = nameLayer({ ...cause, detail: story.instruction });
  const several = story.causes.length > 1 ? plural(story.causes.length, 'layer') : null;
  switch (story.kind) {
    case 'config':
      return say`the image's configuration`;
    case 'recompressed':
      return say`${several ?? layer}, the same content compressed otherwise`;
    case 'rebuilt':
      return say`${several ?? layer}, built again with the same content`;
    case 'unknown':
      return say`${layer}, a layer that was not read`;
    case 'base-image':
      return describeBase(cause, story.base);
    case 'package':
      return say`${describePackages(story.causes)}, in ${layer}`;
    case 'layer':
      return say`${layer}${describeStatus(story)}${describePaths(cause)}${describeInside(story)}`;
  }
}

function describeStatus({ status, isRest, instruction, was }: CauseStory): Text {
  if (isRest) return say`, apart from changed packages`;
  if (was === '' || was === instruction) return describeLoneLayer(status);
  const areAlike = was.slice(0, MOST_OF_AN_INSTRUCTION) === instruction.slice(0, MOST_OF_AN_INSTRUCTION);
  return areAlike ? say`, edited` : say`, was ${code(was, MOST_OF_AN_INSTRUCTION)}`;
}

function describeLoneLayer(status: CauseStory['status']): Text {
  if (status === 'added') return say`, a new layer`;
  return status === 'removed' ? say`, a layer that is gone` : say``;
}

/** Characters of a version in a row that says more than it. */
const MOST_OF_A_VERSION = 40;

/** Characters of what changed within programs, in a row that says more. */
const MOST_OF_INSIDE = 240;

function describeInside({ inside }: CauseStory): Text {
  return inside === '' ? say`` : say`. ${foreign(inside, MOST_OF_INSIDE)}`;
}

type Package = NonNullable<Cause['package']>;

const NOUNS: Readonly<Record<Package['type'], string>> = {
  deb: 'deb package',
  apk: 'apk package',
  rpm: 'rpm package',
  npm: 'npm package',
  python: 'Python package',
  go: 'Go module',
  java: 'Java archive',
};

/** `openssl` 3.0.11 → 3.0.14 and 3 more deb packages; the first is the largest. */
function describePackages(causes: readonly Cause[]): Text {
  const packages = causes.flatMap(({ package: changed }) => changed ?? []);
  const [first, ...others] = packages;
  if (first === undefined) return say`packages`;
  if (others.length === 0) return say`${NOUNS[first.type]} ${describePackage(first)}`;
  const noun = others.length === 1 ? say`${NOUNS[first.type]}` : say`${NOUNS[first.type]}s`;
  return say`${describePackage(first)} and ${others.length} more ${noun}`;
}

function describePackage({ name, baselineVersion, version }: Package): Text {
  const show = (text: string): Text => foreign(text, MOST_OF_A_VERSION);
  if (baselineVersion === null) return say`${code(name)} ${show(version ?? '')} (new)`;
  if (version === null) return say`${code(name)} ${show(baselineVersion)} (gone)`;
  return say`${code(name)} ${show(baselineVersion)} → ${show(version)}`;
}
