import { insertAt, insertLines, type Edit } from '../edit.ts';
import { libraryName, rootImage } from '../base-image.ts';
import { listGoBuilds, type GoBuild } from '../go-build.ts';
import { listChain, type Stage } from '../../dockerfile/dockerfile.ts';
import { readPairs } from '../../dockerfile/read-pairs.ts';
import type { Finding, Patch, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Found where several platforms are built, and a Go program without cgo is compiled on each of them. */
export const emulatedGoBuild: Rule = {
  id: 'emulated-go-build',
  level: 'medium',
  title: 'A Go program is compiled under emulation',
  why: 'For a platform that the builder is not, the compiler itself runs under QEMU, five to ten times slower. Go compiles for any platform from any other.',
  instead: 'FROM --platform=$BUILDPLATFORM, ARG TARGETOS TARGETARCH, and GOOS=$TARGETOS GOARCH=$TARGETARCH go build.',
  check: (subject) => {
    if (!isForSeveral(subject)) return [];
    const shipped = new Set(listChain(subject.dockerfile, subject.target));
    return subject.needed.filter((stage) => !shipped.has(stage)).flatMap((stage) => checkStage(subject, stage));
  },
};

/** As it was told, or as the file says itself: it asks for the target's platform. */
function isForSeveral({ platforms, needed }: Subject): boolean {
  if (platforms.length > 0) return new Set(platforms).size > 1;
  return needed.some(({ instructions }) =>
    instructions.some(
      (one) =>
        one.keyword === 'ARG' && readPairs(one).some(({ name }) => name === 'TARGETARCH' || name === 'TARGETPLATFORM'),
    ),
  );
}

function checkStage(subject: Subject, stage: Stage): Finding[] {
  const chain = listChain(subject.dockerfile, stage);
  const [root] = chain;
  const image = rootImage(subject, stage);
  if (root === undefined || image === null || libraryName(image) !== 'golang') return [];
  if (chain.some(({ platform }) => platform !== null)) return [];
  const builds = listGoBuilds(subject, subject.stepsOf(stage)).filter(({ step }) => step.stage === stage);
  const [build] = builds;
  // With cgo it takes a C compiler for each target.
  if (build === undefined || builds.some(({ environment }) => environment('CGO_ENABLED') !== '0')) return [];
  const fixed = build.environment('GOARCH');
  if (fixed !== undefined && fixed !== null) return [];
  const { line, lastLine } = root.from;
  return [
    {
      line,
      lastLine,
      message: `"go build" in line ${build.command.place.line} runs on each platform that is built for.`,
      patch: plan(subject, root, stage, builds),
      // Of several, one step's time would be part of it.
      ...(builds.length === 1 ? { paid: { kind: 'emulation', line: build.step.instruction.line } } : {}),
    },
  ];
}

/** Only where one `go build` is all that the stage compiles, and it has no other setting of the target yet. */
function plan(subject: Subject, root: Stage, stage: Stage, builds: readonly GoBuild[]): Patch | null {
  const [build, ...others] = builds;
  if (build === undefined || others.length > 0 || root !== stage) return null;
  const { command, step, environment } = build;
  if (command.text === null || environment('GOARCH') !== undefined) return null;
  // Packages of the system that are installed would be the builder's own; and a stage that others are built on is more than one's.
  if (subject.dockerfile.stages.some(({ base }) => base.kind === 'stage' && base.index === stage.index)) return null;
  const { argument } = root.from;
  const declared = stage.instructions.flatMap((one) =>
    one.keyword === 'ARG' ? readPairs(one).map(({ name }) => name) : [],
  );
  const missing = ['TARGETOS', 'TARGETARCH'].filter((name) => !declared.includes(name));
  const hasSystem = environment('GOOS') !== undefined;
  const edits: Edit[] = [
    insertAt(argument, argument.text.search(/\S/), '--platform=$BUILDPLATFORM '),
    ...(missing.length === 0 ? [] : [insertLines(step.instruction.line, [`ARG ${missing.join(' ')}`])]),
    insertAt(command.text, command.start, `${hasSystem ? '' : 'GOOS=$TARGETOS '}GOARCH=$TARGETARCH `),
  ];
  return { edits, isSafe: true };
}
