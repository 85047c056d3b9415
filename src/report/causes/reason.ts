import { formatSource } from './name-layer.ts';
import { code, joinTexts, type Text } from '../text/text.ts';
import { phraseReason, type Phrase } from '../../compare/because.ts';
import type { StepComparison, StepReason } from '../../compare/comparison.ts';

/** Characters of a name in a sentence that says more than it. */
const MOST_OF_A_NAME = 80;

/** Why a step ran, as the end of a sentence: `go.sum` changed. */
export function formatReason(reason: StepReason, steps: readonly StepComparison[]): Text {
  return joinTexts(phraseReason(reason, steps).map(formatPhrase), '');
}

function formatPhrase(phrase: Phrase): Text {
  switch (phrase.kind) {
    case 'ours':
      return { pieces: [{ kind: 'ours', text: phrase.text }] };
    case 'name':
      return code(phrase.text, MOST_OF_A_NAME);
    case 'place':
      return formatSource(phrase.source);
  }
}
