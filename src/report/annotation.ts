import { formatPlain } from './plain.ts';
import type { ReportContext } from './report-context.ts';
import { tellStory } from './story.ts';
import { joinTexts } from './text.ts';
import type { Comparison } from '../compare/comparison.ts';

/** What stands beside the job on GitHub, as plain text; the runner's own encoding of it is `@actions/core`'s. */
export interface Annotation {
  level: 'error' | 'warning';
  message: string;
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
