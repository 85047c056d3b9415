import { hideArguments } from './hide-arguments.ts';
import { parseStepName } from './step-name.ts';
import { INLINE_DOCKERFILE, type SourceLine } from '../origins/image-origin.ts';

/** The step that a build failed at. Texts are untrusted. */
export interface FailedStep {
  /** `RUN go build`, with the values of build arguments taken out; or what BuildKit calls it where it is no instruction. */
  readonly name: string;
  /** Normalised; `null` in a single-platform build. */
  readonly platform: string | null;
  /** `file` without its folders, as BuildKit says it, or `INLINE_DOCKERFILE`; `null`: it stands in no line. */
  readonly source: SourceLine | null;
  /** The last lines that it printed. */
  readonly lines: readonly string[];
}

/** As `docker buildx history inspect` has them. */
export interface FailureFacts {
  readonly name: string;
  readonly logs: readonly string[];
  /** Base64 of `Dockerfile:4`, then that part of it. */
  readonly sources: string;
  /** Whether Buildx was given the text of the Dockerfile, and no file. */
  readonly isInline: boolean;
}

const MOST_LINES = 10;
const LONGEST_LINE = 400;
const LONGEST_NAME = 2000;

/** `null` where the build failed at no step: the Dockerfile could not be read, it was cancelled. */
export function findFailedStep(
  { name, logs, sources, isInline }: FailureFacts,
  buildArguments: readonly { name: string; value: string }[],
): FailedStep | null {
  if (name === '') return null;
  const step = parseStepName(name);
  return {
    name: hideArguments(step?.instruction ?? name, buildArguments).slice(0, LONGEST_NAME),
    platform: step?.platform ?? null,
    source: parsePlace(sources, isInline),
    lines: logs.slice(-MOST_LINES).map((line) => hideArguments(line.slice(0, LONGEST_LINE), buildArguments)),
  };
}

function parsePlace(sources: string, isInline: boolean): SourceLine | null {
  const [, file, line] =
    /^([^\r\n]{1,255}):(\d{1,6})\r?\n-/.exec(Buffer.from(sources, 'base64').toString('utf8')) ?? [];
  if (file === undefined || Number(line) < 1) return null;
  return { file: isInline ? INLINE_DOCKERFILE : file, line: Number(line) };
}
