import { formatCost } from './cost.ts';
import { formatPlace } from './finding-lines.ts';
import { formatPlain } from '../text/plain.ts';
import type { ReportContext } from '../report-context.ts';
import { tellStory } from '../causes/story.ts';
import { joinTexts } from '../text/text.ts';
import type { Comparison } from '../../compare/comparison.ts';

/** What stands beside the job on GitHub, as plain text; the runner's own encoding of it is `@actions/core`'s. */
export interface Annotation {
  level: 'error' | 'warning';
  message: string;
}

/** A finding that a pull request brings, beside its line. */
export interface FindingAnnotation {
  level: 'warning' | 'notice';
  message: string;
  place: { file: string; line: number } | null;
}

/** `file`: path of the Dockerfile in the work tree; where it is not known, the message says the line. None where nothing is known to be new. */
export function renderFindingAnnotations(
  { findings }: Pick<Comparison, 'findings'>,
  { subject }: Pick<ReportContext, 'subject'>,
  file: string | null,
): FindingAnnotation[] {
  if (subject !== 'change') return [];
  return (findings ?? [])
    .filter(({ isNew }) => isNew === true)
    .map(({ level, source, path, morePaths, message, instead, rule, cost }) => {
      const place = file === null || source === null ? null : { file, line: source.line };
      const isSaid = path === null && place !== null;
      // Beside its line, the line need not be said.
      const where = formatPlain(formatPlace({ path, morePaths, source: place === null ? source : null }));
      return {
        level: level === 'low' ? 'notice' : 'warning',
        message: `${isSaid ? '' : `${where}: `}${message} ${cost === null ? '' : `${formatCost(cost)} `}${instead} (${rule})`,
        place,
      };
    });
}

/** One annotation for a broken budget or a comparison that could not be made; `null` where all is well. */
export function renderAnnotation(comparison: Comparison, context: ReportContext): Annotation | null {
  const { headline, reasons, advice } = tellStory(comparison, context);
  const sentences = [headline.text, headline.because, ...reasons, advice].filter((text) => text !== null);
  const level = headline.icon === 'over' ? 'error' : headline.icon === 'warning' ? 'warning' : null;
  if (level === null) return null;
  return {
    level,
    message: formatPlain(joinTexts(sentences, ' ')),
  };
}
