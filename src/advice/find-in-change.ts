import { LEVELS } from './levels.ts';
import { adviseSide, type SideAdvice } from './advise-side.ts';
import type { FoundFile } from './image-rule.ts';
import type { ImageAdvice } from './advise-image.ts';
import type { ImageOrigin, SourceLine } from '../build/origins/image-origin.ts';
import type { Image } from '../image/image.ts';
import type { LayerContents } from '../layer/layer-contents.ts';

/** A finding on what was built, beside what there was. */
export interface ChangeFinding {
  readonly advice: ImageAdvice;
  /** New ones first, then largest first. */
  readonly files: readonly FoundFile[];
  /** Whether the baseline had it not; `null` where that is not known. */
  readonly isNew: boolean | null;
  /** The instruction that brought the first of the files. */
  readonly source: SourceLine | null;
}

export interface ReadSides {
  readonly head: Image;
  readonly baseline: Image;
  readonly origins: { readonly head: readonly ImageOrigin[]; readonly baseline: readonly ImageOrigin[] };
  readonly contents: LayerContents;
  /** Whether what only the head has is the change's. */
  readonly isComparable: boolean;
}

/** What the rules find in the platforms that both images have, worst first; what several platforms have is one finding. */
export function findInChange({ head, baseline, origins, contents, isComparable }: ReadSides): ChangeFinding[] {
  const found: ChangeFinding[] = [];
  for (const image of head.platforms) {
    const other = baseline.platforms.find(({ platform }) => platform === image.platform);
    const own = other === undefined ? null : adviseSide(image, origins.head, contents);
    if (other === undefined || own === null) continue;
    const before = isComparable ? adviseSide(other, origins.baseline, contents) : null;
    const earlier = found.length;
    for (const advice of own.advice) add(found, describe(advice, own, before), earlier);
  }
  return found.toSorted((one, two) => LEVELS.indexOf(one.advice.level) - LEVELS.indexOf(two.advice.level));
}

function describe(advice: ImageAdvice, own: SideAdvice, before: SideAdvice | null): ChangeFinding {
  const { id } = advice.rule;
  const isKnown = before?.asked.has(id) === true;
  const ofRule = (side: SideAdvice | null): ImageAdvice[] => (side?.advice ?? []).filter(({ rule }) => rule.id === id);
  const known = new Set(ofRule(before).flatMap(({ files }) => files.map(({ path }) => path)));
  const come = advice.files.filter(({ path }) => !known.has(path));
  // A cache has other paths when what it is of was upgraded.
  const isThere = advice.whose !== null && ofRule(before).some(({ whose }) => whose === advice.whose);
  // Bytes that were there are there still, when some more come to them: as with a line of a Dockerfile that is edited.
  const isNew =
    advice.bytes === null
      ? come.length > 0
      : come.length === advice.files.length && !isThere && ofRule(own).length > ofRule(before).length;
  const files = isKnown && isNew ? [...come, ...advice.files.filter(({ path }) => known.has(path))] : advice.files;
  const [first] = files;
  return {
    advice,
    files,
    isNew: isKnown ? isNew : null,
    source: first === undefined ? null : own.sourceOf(first.layer),
  };
}

/** To what other platforms have, which are the first `earlier` of them. */
function add(found: ChangeFinding[], finding: ChangeFinding, earlier: number): void {
  const paths = new Set(finding.files.map(({ path }) => path));
  const place = found.findIndex(
    ({ advice, files }, index) =>
      index < earlier &&
      advice.rule.id === finding.advice.rule.id &&
      (advice.message === finding.advice.message || files.some(({ path }) => paths.has(path))),
  );
  const same = found[place];
  if (same === undefined) found.push(finding);
  // Where it is new is where to look.
  else if (finding.isNew === true && same.isNew !== true) found[place] = finding;
}
