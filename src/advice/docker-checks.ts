import * as v from 'valibot';
import { orderFindings } from './order.ts';
import type { Advice } from './advise.ts';
import type { Level } from './rule.ts';

/** More of one Dockerfile nobody reads. */
const MOST_WARNINGS = 500;

const text = v.pipe(v.string(), v.maxLength(4000));
const line = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What `docker buildx build --call=check,format=json` prints, as far as it is told on. */
const Printed = v.object({
  warnings: v.optional(
    v.nullable(
      v.pipe(
        v.array(
          v.object({
            ruleName: v.pipe(v.string(), v.regex(/^[A-Za-z]{1,60}$/)),
            description: text,
            // Where else it leads, nobody knows.
            url: v.fallback(v.pipe(text, v.regex(/^https:\/\/docs\.docker\.com\/[\w./-]*$/)), ''),
            detail: text,
            location: v.object({
              ranges: v.pipe(
                v.array(v.object({ start: v.object({ line }), end: v.object({ line }) })),
                v.minLength(1),
                v.maxLength(1000),
              ),
            }),
          }),
        ),
        v.maxLength(MOST_WARNINGS),
      ),
    ),
    [],
  ),
});

/** What can be read out of an image, then what builds or starts something else than what was meant; the rest is how it is written. */
const LEVELS: Readonly<Record<string, Level>> = {
  SecretsUsedInArgOrEnv: 'high',
  CopyIgnoredFile: 'medium',
  DuplicateStageName: 'medium',
  InvalidBaseImagePlatform: 'medium',
  InvalidDefaultArgInFrom: 'medium',
  JSONArgsRecommended: 'medium',
  MultipleInstructionsDisallowed: 'medium',
  UndefinedArgInFrom: 'medium',
  UndefinedVar: 'medium',
};

/** Warnings of Docker's own checks as findings; their texts hold some of the Dockerfile. Throws where it is something else. */
export function readDockerChecks(printed: unknown): Advice[] {
  const { warnings } = v.parse(Printed, printed);
  return (warnings ?? []).map(({ ruleName, description, url, detail, location: { ranges } }) => {
    const level = LEVELS[ruleName] ?? 'low';
    return {
      rule: {
        id: `docker:${ruleName}`,
        level,
        title: description,
        why: "It is one of the checks that Docker's own builder makes.",
        instead: '',
      },
      level,
      line: Math.min(...ranges.map(({ start }) => start.line)),
      lastLine: Math.max(...ranges.map(({ end }) => end.line)),
      message: detail,
      instead: url === '' ? 'See the documentation of Docker.' : `See ${url}`,
      patch: null,
      paid: null,
      cost: null,
    };
  });
}

/** Both as one list. What Docker tells is not told by us on the same line once more. */
export function joinDockerChecks(own: readonly Advice[], checks: readonly Advice[]): Advice[] {
  const secrets = new Set(
    checks.flatMap(({ rule, line: at }) => (rule.id === 'docker:SecretsUsedInArgOrEnv' ? [at] : [])),
  );
  const rest = own.filter(({ rule, line: at }) => rule.id !== 'secret-in-argument' || !secrets.has(at));
  return orderFindings([...rest, ...checks], ({ line: at }) => at);
}
