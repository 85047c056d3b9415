import { isOnScratch, isStaticImage, libraryName, rootImage } from '../base-image.ts';
import { insertAt } from '../edit.ts';
import { hasOwnLinking, listGoBuilds, mayBeSetElsewhere } from '../go-build.ts';
import { findStage } from '../../dockerfile/dockerfile.ts';
import { readCopied } from '../../dockerfile/copied.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Found where a Go program built by a Debian image of golang, with cgo left on, is copied into a base that has no libc. */
export const cgoInStaticBase: Rule = {
  id: 'cgo-in-static-base',
  level: 'high',
  title: 'A Go program with cgo goes into a base without a libc',
  why: 'With a C compiler at hand, Go links packages such as net and os/user to the libc of the build image. The last stage has none: the program does not start there, with "no such file or directory".',
  instead: 'Build with CGO_ENABLED=0; where the program needs cgo, end on distroless/base instead.',
  check: (subject) => {
    const image = rootImage(subject, subject.target);
    const isStatic = isOnScratch(subject, subject.target) || (image !== null && isStaticImage(image));
    return isStatic ? check(subject) : [];
  },
};

function check(subject: Subject): Finding[] {
  const sources = new Set(subject.shipped.map((step) => readCopied(step, subject.dockerfile.escape)?.from ?? null));
  const stages = subject.needed.filter((stage) =>
    [...sources].some((name) => name !== null && findStage(subject.dockerfile, name) === stage),
  );
  return stages.flatMap((stage) => {
    const image = rootImage(subject, stage);
    // Alpine's has no C compiler, and a tag that is not known may be Alpine's.
    if (image === null || libraryName(image) !== 'golang' || /alpine|windows/.test(image.tag ?? '')) return [];
    const steps = subject.stepsOf(stage);
    if (mayBeSetElsewhere(subject, steps) || bringsLibc(subject)) return [];
    return listGoBuilds(subject, steps)
      .filter(({ command, environment }) => {
        const flags = environment('GOFLAGS');
        return (
          environment('CGO_ENABLED') === undefined &&
          (flags === undefined || flags === '') &&
          !isForeign(environment('GOOS'), environment('GOARCH')) &&
          !hasOwnLinking(command)
        );
      })
      .map(({ command: { place, text, start } }): Finding => ({
        line: place.line,
        lastLine: place.line,
        message: '"go build" leaves cgo on, and the last stage has no libc.',
        patch: text === null ? null : { edits: [insertAt(text, start, 'CGO_ENABLED=0 ')], isSafe: true },
      }));
  });
}

/** Built for another system or a fixed machine, cgo may be off. */
function isForeign(system: string | null | undefined, machine: string | null | undefined): boolean {
  return (system !== undefined && system !== 'linux') || (machine !== undefined && machine !== 'amd64');
}

/** Whether the last stage copies what may be a libc. */
function bringsLibc({ shipped, dockerfile }: Subject): boolean {
  return shipped.some((step) => {
    const copy = readCopied(step, dockerfile.escape);
    return (
      copy !== null &&
      [...copy.sources, copy.target].some((path) => path === null || path === '/' || /\blib/.test(path))
    );
  });
}
