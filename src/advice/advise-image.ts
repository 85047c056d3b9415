import { LEVELS } from './levels.ts';
import { IMAGE_RULES } from './image-rules.ts';
import { makeImageSubject, type ReadContents } from './image-subject.ts';
import type { ImageFinding, ImageRule } from './image-rule.ts';
import type { Level } from './rule.ts';

/** A finding on an image, with all that is said of it. */
export interface ImageAdvice extends Required<ImageFinding> {
  readonly rule: ImageRule;
  readonly level: Level;
}

/** All rules over what an image holds, worst first, then by bytes; without those of `ignored`, and those that need a base that nobody told. */
export function adviseImage(read: ReadContents, ignored: ReadonlySet<string>): ImageAdvice[] {
  const subject = makeImageSubject(read);
  return IMAGE_RULES.filter(({ id, needsBase }) => !ignored.has(id) && !(needsBase && read.baseLayers === null))
    .flatMap((rule) => rule.check(subject).map((finding) => describe(rule, finding)))
    .sort(
      (one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || (other.bytes ?? 0) - (one.bytes ?? 0),
    );
}

function describe(rule: ImageRule, finding: ImageFinding): ImageAdvice {
  const files = finding.files.toSorted((one, other) => other.bytes - one.bytes || (one.path < other.path ? -1 : 1));
  return { rule, level: rule.level, instead: rule.instead, whose: null, ...finding, files };
}
