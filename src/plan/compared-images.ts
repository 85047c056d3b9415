import { assertNever, PlimsollError } from '../errors.ts';
import { formatReference } from '../image/reference.ts';
import { planImage } from './planned-image.ts';
import { parseRepository } from './repository.ts';
import type { BuiltTarget } from './build-metadata.ts';
import type { CompareInputs } from './compare-inputs.ts';
import type { WorkflowEvent } from './event.ts';

/** An image that compare/ compares: what it is called, and where it is. */
export interface ComparedImage {
  /** How the comment calls it. */
  name: string;
  /** Repository that its baseline is looked for in, without tag. */
  repository: string;
  place:
    | { kind: 'registry'; reference: string }
    /** A REF that is read on this machine. */
    | { kind: 'local'; text: string }
    | { kind: 'built'; target: BuiltTarget };
}

/**
 * One image, or one a target of bake. Where nothing names the repository it is the workflow's own, as in action.yml.
 * Throws `INPUT_INVALID` where that is not known.
 */
export function listComparedImages(
  inputs: Pick<CompareInputs, 'subject' | 'name' | 'baseline'>,
  event: WorkflowEvent,
): ComparedImage[] {
  const images = nameImages(inputs, event);
  // Two sections of one name would be one, with the numbers of whoever came last.
  const twice = images.find(({ name }, place) => images.findIndex((other) => other.name === name) !== place);
  if (twice !== undefined) {
    const message = `metadata: more than one target is called ${JSON.stringify(twice.name)} in the comment`;
    throw new PlimsollError('INPUT_INVALID', message, { hint: 'Upper and lower case are one in it: rename a target.' });
  }
  return images;
}

function nameImages(
  { subject, name, baseline }: Pick<CompareInputs, 'subject' | 'name' | 'baseline'>,
  event: WorkflowEvent,
): ComparedImage[] {
  const own = (called: string | null) => planImage({ image: null, name: called }, event).repository;
  const ofBaseline = baseline.kind === 'reference' ? withoutTag(baseline.reference) : null;
  switch (subject.kind) {
    case 'reference': {
      const { reference } = subject;
      const repository = parseRepository('image', formatReference({ ...reference, tag: null, digest: null }));
      const place = { kind: 'registry', reference: formatReference(reference) } as const;
      return [{ name: name ?? repository.lastElement.slice(0, 63), repository: repository.text, place }];
    }
    case 'digest': {
      const { text, lastElement } = own(name);
      const place = { kind: 'registry', reference: `${text}@${subject.digest}` } as const;
      return [{ name: name ?? lastElement.slice(0, 63), repository: text, place }];
    }
    case 'local': {
      const { text, lastElement } = ofBaseline ?? own(name);
      return [{ name: name ?? lastElement.slice(0, 63), repository: text, place: subject }];
    }
    case 'metadata': {
      const isAlone = subject.targets.length === 1;
      return subject.targets.map((target) => {
        const called = isAlone ? name : nameTarget(target.target ?? '', name);
        const { text, lastElement } = target.repository ?? (isAlone ? ofBaseline : null) ?? own(called);
        return { name: called ?? lastElement.slice(0, 63), repository: text, place: { kind: 'built', target } };
      });
    }
    default:
      return assertNever(subject);
  }
}

/** A target as a name of a section; `name` goes before it where several steps of a workflow build the same targets. */
function nameTarget(target: string, name: string | null): string {
  const whole = name === null ? target.replace(/^[^A-Za-z0-9]+/, '') : `${name}-${target}`;
  return whole.toLowerCase().slice(0, 63);
}

function withoutTag(reference: string) {
  return parseRepository('baseline', reference.replace(/@.*$/, '').replace(/:[^:/]*$/, ''));
}
