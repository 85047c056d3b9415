import { assertNever } from '../errors.ts';
import { MOST_ANCESTORS } from './baseline-query.ts';
import type { BaselineQuery, Plan, PlannedTag } from './plan.ts';

/** The plan as lines for the log: what was taken, why, and how far back. Untrusted text. Notes are not here: they are printed as notices. */
export function formatPlan(plan: Plan): string[] {
  const { build } = plan;
  return [
    `image      ${plan.image} (${plan.name}) for ${plan.platforms.join(', ')}`,
    `commit     ${plan.commit ?? 'not known'}`,
    `context    ${[build.context || 'the repository', build.file, build.target].filter((part) => part !== '').join(', ')}`,
    `builder    ${formatBuilder(build.builder)}`,
    `emulation  ${build.emulation.enabled ? build.emulation.architectures.join(', ') || 'all' : 'none'}`,
    `login      ${build.login.enabled ? `${build.login.registry} as ${build.login.username}` : 'none'}`,
    `push       ${plan.push.enabled ? 'yes' : 'no'}: ${plan.push.reason}`,
    ...formatList('tags', plan.tags.map(formatTag)),
    ...formatList('cache from', plan.cache.from),
    ...formatList('cache to', plan.cache.to),
    ...formatMounts(plan.cacheMounts),
    `baseline   ${formatBaseline(plan.baseline)}`,
    ...formatList(
      'budgets',
      plan.budgets.map(({ text }) => text),
    ),
    ...(plan.budgets.length === 0 ? [] : [`over       ${formatOverBudget(plan.overBudget)}`]),
  ];
}

/** Under the docker driver the step that sets a builder up takes the engine's own, which has another name. */
function formatBuilder({ name, isSetUp, driver }: Plan['build']['builder']): string {
  if (name === '') return 'none: what other jobs built is merged';
  if (!isSetUp) return `${name} (there already)`;
  return driver === 'docker' ? "the Docker engine's own (docker)" : `${name} (${driver}, set up here)`;
}

function formatMounts(mounts: Plan['cacheMounts']): string[] {
  if (mounts.kind === 'off') return [];
  const from = mounts.from.map((reference) => `from ${reference}`);
  return formatList('mounts', [...from, ...(mounts.to === null ? [] : [`to ${mounts.to}`])]);
}

function formatList(title: string, values: readonly string[]): string[] {
  return values.map((value, place) => `${(place === 0 ? title : '').padEnd(10)} ${value}`);
}

function formatTag(tag: PlannedTag): string {
  switch (tag.write) {
    case 'always':
      return tag.reference;
    case 'unless-newer':
      return `${tag.reference} (unless a later commit of ${tag.branch} has it)`;
    case 'once':
      return `${tag.reference} (unless it is there)`;
    case 'if-highest':
      return `${tag.reference} (if ${tag.version} is the highest)`;
    default:
      return assertNever(tag);
  }
}

function formatBaseline(query: BaselineQuery): string {
  const thenTag = 'branchTag' in query && query.branchTag !== null ? `, then the tag ${query.branchTag}` : '';
  switch (query.kind) {
    case 'commit':
      return `${query.commit}, ${query.why}; up to ${MOST_ANCESTORS} first parents before it${thenTag}`;
    case 'merge-base':
      return `the merge base of ${query.base} and ${query.head}, ${query.why}; up to ${MOST_ANCESTORS} first parents before it${thenTag}`;
    case 'tag':
    case 'given':
      return `${query.reference}, ${query.why}`;
    case 'release':
      return `${query.why}: the highest version${query.version === null ? '' : ` below ${query.version}`}${query.prefix === '' ? '' : ` of ${query.prefix}`}`;
    case 'none':
      return `none: ${query.why}`;
    default:
      return assertNever(query);
  }
}

function formatOverBudget(over: Plan['overBudget']): string {
  return { fail: 'the job fails', warn: 'a warning', none: 'nothing: budgets do not apply to this event' }[over];
}
