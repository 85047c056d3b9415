import type { Plan } from './plan.ts';

/** What of a plan the comparison and its report go by: `action.yml` makes a whole one, `compare/` no more than this. */
export type ReportPlan = Pick<
  Plan,
  | 'name'
  | 'image'
  | 'event'
  | 'platforms'
  | 'part'
  | 'cache'
  | 'baseline'
  | 'budgets'
  | 'overBudget'
  | 'countDrift'
  | 'noise'
  | 'overrideLabel'
  | 'details'
  | 'maxReadBytes'
  | 'comment'
  | 'report'
  | 'usage'
  | 'vulnerabilities'
  | 'strict'
>;
