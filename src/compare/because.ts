import { formatInstruction } from './instruction.ts';
import { shortenReference } from './shorten-reference.ts';
import type { SourceLine, StepComparison, StepReason } from './comparison.ts';

/** A piece of a sentence: our words, or what somebody else called something, which is untrusted. */
export type Phrase =
  { readonly kind: 'ours' | 'name'; readonly text: string } | { readonly kind: 'place'; readonly source: SourceLine };

/** What of a step its reason needs. */
export type ReasonedStep = Pick<StepComparison, 'name' | 'source' | 'baseline'>;

/** Characters of a name in a text for which nobody else sets a bound. */
const LONGEST_NAME = 120;

/**
 * A reason as the end of a sentence: `go.sum` changed, which `COPY . .` (`Dockerfile:4`) takes. `steps`: those of the
 * build.
 */
export function phraseReason({ kind, names, step: place }: StepReason, steps: readonly ReasonedStep[]): Phrase[] {
  const step = place === null ? null : (steps[place] ?? null);
  switch (kind) {
    case 'instruction':
      return names.length === 0 ? [ours('its instruction changed')] : [...list(names), ours(' changed')];
    case 'argument':
      return [
        ours(names.length === 1 ? 'the build argument ' : 'the build arguments '),
        ...list(names),
        ours(' changed'),
      ];
    case 'file':
      return [...listFiles(names), ours(' changed'), ...phraseTaker(step)];
    case 'step':
      return phraseStep(names[0] ?? '', place, step);
    case 'base': {
      const [before = '', after] = names.map(shortenReference);
      if (after === undefined) return [ours('the image '), name(before), ours(' changed')];
      return [ours('the image '), name(before), ours(' became '), name(after)];
    }
    case 'cache':
      return [ours(names.length === 0 ? 'the cache did not have it' : 'it was not to be taken from the cache')];
  }
}

/** The same as a text without any mark-up, for programs and people. */
export function formatBecause(reason: StepReason, steps: readonly ReasonedStep[]): string {
  return phraseReason(reason, steps)
    .map((phrase) => (phrase.kind === 'place' ? `${phrase.source.file}:${phrase.source.line}` : phrase.text))
    .join('');
}

function ours(text: string): Phrase {
  return { kind: 'ours', text };
}

function name(text: string): Phrase {
  const characters = Array.from(text);
  const cut = characters.length <= LONGEST_NAME ? text : `${characters.slice(0, LONGEST_NAME - 1).join('')}…`;
  return { kind: 'name', text: cut };
}

/** `a`, `b` and `c`. */
function list(names: readonly string[]): Phrase[] {
  return names.flatMap((one, index) => {
    if (index === 0) return [name(one)];
    return [ours(index === names.length - 1 ? ' and ' : ', '), name(one)];
  });
}

/** As many as are told there may be more of. */
const MOST_TOLD = 3;

function listFiles(names: readonly string[]): Phrase[] {
  return names.length < MOST_TOLD ? list(names) : [ours('files such as '), ...list(names.slice(0, MOST_TOLD - 1))];
}

/** Who takes all of the context takes what has nothing to do with it: that is the lesson. */
const TAKES_ALL = /^(?:COPY|ADD)(?: --\S+)* (?:\.\/?|\/) /;

function phraseTaker(step: ReasonedStep | null): Phrase[] {
  if (step === null) return [];
  const instruction = formatInstruction(step.name);
  return TAKES_ALL.test(instruction) ? [ours(', which '), ...phrasePlace(instruction, step), ours(' takes')] : [];
}

function phraseStep(instruction: string, place: number | null, step: ReasonedStep | null): Phrase[] {
  if (place === null) return [name(formatInstruction(instruction)), ours(' before it is gone')];
  if (step === null) return [name(formatInstruction(instruction)), ours(' before it changed')];
  const told = phrasePlace(formatInstruction(step.name), step);
  return [...told, ours(step.baseline === null ? ' is new' : ' changed')];
}

function phrasePlace(instruction: string, { source }: ReasonedStep): Phrase[] {
  if (source === null) return [name(instruction)];
  return [name(instruction), ours(' ('), { kind: 'place', source }, ours(')')];
}
