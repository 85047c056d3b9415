import { libraryName, rootImage } from '../base-image.ts';
import { insertAt, insertLines } from '../edit.ts';
import { listGoBuilds, mayBeSetElsewhere, outputOf, type GoBuild } from '../go-build.ts';
import { findStage, listChain, type Stage } from '../../dockerfile/dockerfile.ts';
import { readCopied } from '../../dockerfile/copied.ts';
import { readPairs } from '../../dockerfile/read-pairs.ts';
import type { Finding, Patch, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

const ON_THE_BUILDER = /^\$\{?BUILDPLATFORM\}?$/;

/** Found where a stage on the builder's platform compiles for that platform what the image for another one ships. */
export const goForTheBuilder: Rule = {
  id: 'go-for-the-builder',
  level: 'high',
  title: 'A Go program is compiled for the builder, not for the platform of the image',
  why: 'On --platform=$BUILDPLATFORM Go compiles for the builder unless it is told otherwise. The image of every other platform has a program that does not start there: "exec format error".',
  instead: 'ARG TARGETOS TARGETARCH, and GOOS=$TARGETOS GOARCH=$TARGETARCH go build.',
  check: (subject) => {
    const isForOne = subject.platforms.length > 0 && new Set(subject.platforms).size === 1;
    const [root] = listChain(subject.dockerfile, subject.target);
    if (isForOne || root?.platform !== null) return [];
    return subject.needed.flatMap((stage) => checkStage(subject, stage));
  },
};

function checkStage(subject: Subject, stage: Stage): Finding[] {
  const [root] = listChain(subject.dockerfile, stage);
  const image = rootImage(subject, stage);
  if (image === null || libraryName(image) !== 'golang' || !ON_THE_BUILDER.test(root?.platform ?? '')) return [];
  const steps = subject.stepsOf(stage);
  // Wrapped, `go` is another program.
  const isWrapped = steps.some(({ instruction }) =>
    (subject.commandsOf(instruction) ?? []).some(({ program }) => program === 'xx-go'),
  );
  if (isWrapped || mayBeSetElsewhere(subject, steps)) return [];
  const programs = listShipped(subject, stage);
  return listGoBuilds(subject, steps)
    .filter(
      ({ step, command, environment }) =>
        step.stage === stage &&
        environment('GOARCH') === undefined &&
        /^(?:|linux)$/.test(environment('GOOS') ?? '') &&
        programs.has(nameOf(outputOf(command) ?? '')),
    )
    .map((build) => {
      const { line } = build.command.place;
      return {
        line,
        lastLine: line,
        message: '"go build" runs on the builder\'s platform, and no GOARCH says that it is for another.',
        patch: mend(stage, build),
      };
    });
}

/** Names of what is copied out of a stage into the image. */
function listShipped({ shipped, dockerfile }: Subject, stage: Stage): ReadonlySet<string> {
  return new Set(
    shipped.flatMap((step) => {
      const { from = null, sources = [] } = readCopied(step, dockerfile.escape) ?? {};
      if (from === null || findStage(dockerfile, from) !== stage) return [];
      return sources.flatMap((source) => (source === null ? [] : nameOf(source)));
    }),
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function mend(stage: Stage, { command, step, environment }: GoBuild): Patch | null {
  if (command.text === null) return null;
  const declared = stage.instructions.flatMap((one) =>
    one.keyword === 'ARG' ? readPairs(one).map(({ name }) => name) : [],
  );
  const system = environment('GOOS') === undefined ? ['TARGETOS'] : [];
  const missing = [...system, 'TARGETARCH'].filter((name) => !declared.includes(name));
  const settings = `${system.length === 0 ? '' : 'GOOS=$TARGETOS '}GOARCH=$TARGETARCH `;
  return {
    edits: [
      ...(missing.length === 0 ? [] : [insertLines(step.instruction.line, [`ARG ${missing.join(' ')}`])]),
      insertAt(command.text, command.start, settings),
    ],
    isSafe: true,
  };
}
