import { planBaseline } from './baseline-query.ts';
import { describeEvent } from './describe-event.ts';
import { isAtEvent } from './at-event.ts';
import { decideOverBudget } from './over-budget.ts';
import type { CompareInputs } from './compare-inputs.ts';
import type { ComparedImage } from './compared-images.ts';
import type { WorkflowEvent } from './event.ts';
import type { ReportPlan } from './report-plan.ts';
import type { WorkTree } from './work-tree.ts';

/** The plan for an image that other steps built: what it is compared with and what it is judged by. */
export function planComparison(
  inputs: CompareInputs,
  event: WorkflowEvent,
  workTree: WorkTree,
  { name, repository }: ComparedImage,
): ReportPlan {
  const { budgets, countDrift, noise, overrideLabel, details, maxReadBytes } = inputs;
  const { comment, report, usage, vulnerabilities, strict } = inputs;
  return {
    name,
    image: repository,
    event: describeEvent(event),
    // As many as it has.
    platforms: [],
    part: { kind: inputs.partial ? 'platforms' : 'whole' },
    // Which caches other steps gave is not known.
    cache: { from: [], to: [] },
    baseline: planBaseline(inputs.baseline, event, {
      repository,
      workTree,
      isAtEvent: isAtEvent(event, workTree),
      // The steps before may have moved it to the very image that is compared.
      isBranchTagOverwritten: true,
      movedTags: [],
      tags: null,
    }),
    overBudget: decideOverBudget(event.trigger),
    ...{ budgets, countDrift, noise, overrideLabel, details, maxReadBytes },
    ...{ comment, report, usage, vulnerabilities, strict },
  };
}
