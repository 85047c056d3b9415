import { findStage } from '../dockerfile/dockerfile.ts';
import { orderFindings } from '../advice/order.ts';
import { findIntroduced } from '../advice/introduced.ts';
import { markLines } from '../advice/mark-lines.ts';
import type { Advice } from '../advice/advise.ts';
import type { Cost } from '../advice/cost.ts';
import type { Paid } from '../advice/paid.ts';
import type { BuiltDockerfile } from '../build/context/built-dockerfile.ts';
import type { ToldFinding } from '../compare/comparison.ts';
import type { ImageRecord } from '../record/record.ts';
import { VERSION } from '../version.ts';

/** What the rules say of the Dockerfile that an image was built from. */
export interface BuildAdvice {
  readonly file: string;
  readonly advice: readonly Advice[];
  /** Whether its comments silence a rule at a line; where no line is known, anywhere. */
  readonly isSilenced: (id: string, line: number | null) => boolean;
  /** For the record. */
  readonly recorded: NonNullable<ImageRecord['advice']>;
}

/**
 * `folder`: of the build's context, on this machine. `null`: nobody told of the Dockerfile, or it is not understood here.
 * Never throws: a Dockerfile that was built and that we stumble over costs its findings, and not the comparison.
 */
export async function adviseOnBuild(
  dockerfile: BuiltDockerfile | null,
  platforms: readonly string[],
  folder: string | null,
  isOnFreshBuilder: boolean,
): Promise<BuildAdvice | null> {
  try {
    return dockerfile === null ? null : await read(dockerfile, platforms, folder, isOnFreshBuilder);
  } catch {
    return null;
  }
}

async function read(
  dockerfile: BuiltDockerfile,
  platforms: readonly string[],
  folder: string | null,
  isOnFreshBuilder: boolean,
): Promise<BuildAdvice | null> {
  // Their weight is for those only who have a Dockerfile to read.
  const [{ parseDockerfile }, { advise }, { isSilenced, isSilencedAnywhere }, { hashText }, { readBuildContext }] =
    await Promise.all([
      import('../dockerfile/parse-dockerfile.ts'),
      import('../advice/advise.ts'),
      import('../advice/silenced.ts'),
      import('../build/context/hash-text.ts'),
      import('../build/context/read-build-context.ts'),
    ]);
  const parsed = parseDockerfile(dockerfile.text);
  if (parsed.kind !== 'parsed') return null;
  const { stages, lines } = parsed.dockerfile;
  const target = dockerfile.target === null ? stages.at(-1) : findStage(parsed.dockerfile, dockerfile.target);
  if (target === undefined || target === null) return null;
  const context = folder === null ? null : await readBuildContext(folder, dockerfile.name);
  const freshBuilder = isOnFreshBuilder ? ({ kind: 'own' } as const) : null;
  const advice = advise(parsed.dockerfile, target, { platforms, context, freshBuilder }, new Set());
  const hash = (text: string): string => hashText(text).slice(0, 16);
  // Many words have the same one: none can be read from it.
  const hashWord = (text: string): string => hashText(text).slice(0, 4);
  return {
    file: dockerfile.path,
    advice,
    isSilenced: (id, line) =>
      line === null ? isSilencedAnywhere(parsed.dockerfile, id) : isSilenced(parsed.dockerfile, id, line),
    recorded: {
      dockerfile: hash(dockerfile.text),
      hasContext: context !== null,
      context:
        context === null
          ? null
          : {
              ignore: context.ignoreText === null ? null : hash(context.ignoreText),
              needless: context.needless.map(({ path }) => path),
            },
      findings: advice.map(({ rule, line, lastLine }) => ({
        rule: rule.id,
        hash: hash(lines.slice(line - 1, lastLine).join('\n')),
        marks: markLines(lines, { line, lastLine }, hashWord),
      })),
    },
  };
}

/** Of `advice/rules`, whose weight is not loaded for a name. */
const CONTEXT_RULE = 'context-too-wide';
const MOUNT_RULE = 'cache-mount-not-kept';

/**
 * Whether the file that says what is left out of the context is another one, and something comes in that did not. Where the
 * file is the same, a step of the workflow may have put it there.
 */
function isContextWider(own: RecordedContext, before: RecordedContext): boolean {
  if (own === null || before === null || own.ignore === before.ignore) return false;
  return own.needless.some((path) => !before.needless.includes(path));
}

type RecordedContext = BuildAdvice['recorded']['context'];

/**
 * With what of them is new since the baseline: known only where the same rules looked at as much of both, and the baseline
 * is the commit that was wanted (`isExact`), for what others brought since an older one is not the change's.
 */
export function describeFindings(
  own: BuildAdvice | null,
  baseline: ImageRecord | null,
  isExact: boolean,
  measure: (paid: Paid) => Cost | null,
): ToldFinding[] | null {
  if (own === null) return null;
  const before = isExact && baseline?.plimsoll === VERSION ? baseline.advice : null;
  const isComparable = before !== null && (before.hasContext || !own.recorded.hasContext);
  const isSame = before?.dockerfile === own.recorded.dockerfile;
  const isWider = isContextWider(own.recorded.context, before?.context ?? null);
  const introduced = isComparable ? findIntroduced(own.recorded.findings, before.findings) : null;
  const findings = own.advice.map(({ rule, level, line, lastLine, message, instead, paid }, place) => ({
    rule: rule.id,
    level,
    title: rule.title,
    source: { file: own.file, line },
    lastLine,
    path: null,
    morePaths: 0,
    message,
    instead,
    isNew:
      introduced === null ? null : (!isSame && introduced[place] === true) || (isWider && rule.id === CONTEXT_RULE),
    cost: paid === null ? null : measure(paid),
  }));
  return orderFindings(findings, ({ source }) => source.line).filter(
    // Nobody lost anything by it in this run.
    ({ rule, cost }) => rule !== MOUNT_RULE || cost !== null,
  );
}
