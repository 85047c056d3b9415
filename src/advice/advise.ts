import { orderFindings } from './order.ts';
import { isSilenced } from './silenced.ts';
import { RULES } from './rules.ts';
import { makeSubject, type KnownOfBuild } from './subject.ts';
import type { Cost } from './cost.ts';
import type { Paid } from './paid.ts';
import type { Finding, Level, Patch, Rule } from './rule.ts';
import type { Dockerfile, Stage } from '../dockerfile/dockerfile.ts';

/** A finding with all that is said of it. */
export interface Advice {
  readonly rule: Omit<Rule, 'check'>;
  readonly level: Level;
  readonly line: number;
  readonly lastLine: number;
  readonly message: string;
  readonly instead: string;
  readonly patch: Patch | null;
  /** Where it shows what it costs; `null`: nowhere. */
  readonly paid: Paid | null;
  /** `null`: it was not measured. */
  readonly cost: Cost | null;
}

/**
 * All rules over a Dockerfile, worst first, then by line; what is found in several lines alike once. What its comments or
 * `ignored` silence is not among it.
 */
export function advise(
  dockerfile: Dockerfile,
  target: Stage,
  known: KnownOfBuild,
  ignored: ReadonlySet<string>,
): Advice[] {
  const subject = makeSubject(dockerfile, target, known);
  const found = RULES.filter(({ id }) => !ignored.has(id))
    .flatMap((rule) =>
      rule.check(subject).map((finding) => ({ ...describe(rule, finding), common: finding.common ?? null })),
    )
    .filter(({ rule, line }) => !isSilenced(dockerfile, rule.id, line));
  return joinAlike(orderFindings(found, ({ line }) => line));
}

/** Of one image that several FROM name, for example: as one, with the other lines behind what is said. */
function joinAlike(advice: readonly (Advice & Required<Pick<Finding, 'common'>>)[]): Advice[] {
  const firsts = new Map<string, { readonly line: number; readonly others: Set<number> }>();
  const joined = advice.flatMap(({ common, ...one }) => {
    const { rule, level, line, message, instead } = one;
    const key = JSON.stringify([rule.id, level, message, instead, common ?? line]);
    const first = firsts.get(key) ?? { line, others: new Set<number>() };
    firsts.set(key, first);
    if (line === first.line) return [{ one, others: first.others }];
    first.others.add(line);
    return [];
  });
  return joined.map(({ one, others }) =>
    others.size === 0 ? one : { ...one, message: `${one.message} ${sayAlso([...others])}` },
  );
}

function sayAlso(lines: readonly number[]): string {
  const last = lines.at(-1) ?? 0;
  return lines.length === 1 ? `Also in line ${last}.` : `Also in lines ${lines.slice(0, -1).join(', ')} and ${last}.`;
}

/** With what each costs, where that can be measured. */
export function putCosts(advice: readonly Advice[], measure: (paid: Paid) => Cost | null): Advice[] {
  const measured = advice.map((one) => ({ ...one, cost: one.paid === null ? null : measure(one.paid) }));
  return orderFindings(measured, ({ line }) => line);
}

function describe(rule: Rule, { line, lastLine, message, level, instead, patch, paid }: Finding): Advice {
  return {
    rule,
    level: level ?? rule.level,
    line,
    lastLine,
    message,
    instead: instead ?? rule.instead,
    patch,
    paid: paid ?? null,
    cost: null,
  };
}
