import { PlimsollError } from '../errors.ts';
import { isDigest, type Digest } from '../image/digest.ts';
import { parseLocalForm } from '../image/local-form.ts';
import { parseBuildMetadata } from './build-metadata.ts';
import { parseInputReference } from './input-reference.ts';
import { environmentName } from './input-table.ts';
import { parseInputs } from './inputs.ts';
import type { BuiltTarget } from './build-metadata.ts';
import type { InputName } from './input-table.ts';
import type { Inputs } from './inputs.ts';
import type { Reference } from '../image/reference.ts';

/** Inputs of compare/action.yml that action.yml has too, with the same meaning; `contract.test.ts` holds both to it. */
export const SHARED_INPUTS = [
  'builder',
  'baseline',
  'name',
  'partial',
  'max-size',
  'max-increase',
  'max-size-on-disk',
  'max-increase-on-disk',
  'noise',
  'override-label',
  'details',
  'max-read',
  'comment',
  'report',
  'pulls',
  'price-storage',
  'price-transfer',
  'baseline-vulnerabilities',
  'head-vulnerabilities',
  'strict',
] as const satisfies InputName[];

/** What compare/ is asked for. */
export interface CompareInputs extends Pick<
  Inputs,
  | 'builder'
  | 'baseline'
  | 'name'
  | 'partial'
  | 'budgets'
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
> {
  subject: CompareSubject;
  /** For the API of GitHub; '' where none was given. */
  token: string;
}

/** Which image it is. */
export type CompareSubject =
  | { kind: 'reference'; reference: Reference }
  /** In the repository that the workflow's own image has. */
  | { kind: 'digest'; digest: Digest }
  /** A REF that is read on this machine: `oci:DIR`, `build:`, … */
  | { kind: 'local'; text: string }
  | { kind: 'metadata'; targets: readonly BuiltTarget[] };

/** The environment of the step to checked inputs. Throws `INPUT_INVALID`. */
export function parseCompareInputs(environment: Readonly<Record<string, string | undefined>>): CompareInputs {
  const given = (name: string): string => environment[environmentName(name)] ?? '';
  const inputs = parseInputs(Object.fromEntries(SHARED_INPUTS.map((name) => [environmentName(name), given(name)])));
  const subject = parseSubject(given('image').trim(), given('metadata').trim(), inputs.builder);
  if (subject.kind === 'metadata' && subject.targets.length > 1 && inputs.vulnerabilities !== null) {
    throw new PlimsollError(
      'INPUT_INVALID',
      `baseline-vulnerabilities, head-vulnerabilities: a report is on one image, and "metadata" has ${subject.targets.length}`,
      { hint: 'Compare each target in a step of its own, by "image".' },
    );
  }
  return { ...inputs, subject, token: environment['GITHUB_TOKEN'] ?? '' };
}

function parseSubject(image: string, metadata: string, builder: string): CompareSubject {
  if ((image === '') === (metadata === '')) {
    throw new PlimsollError(
      'INPUT_INVALID',
      image === ''
        ? 'image, metadata: neither is given; one is needed'
        : 'image, metadata: both are given; one is taken',
      { hint: 'Set "image" to a reference, oci:DIR or build:, or "metadata" to the output of the build step.' },
    );
  }
  if (metadata !== '') return { kind: 'metadata', targets: parseBuildMetadata('metadata', metadata) };
  if (isDigest(image)) return { kind: 'digest', digest: image };
  if (image === 'build:' && builder !== '') return { kind: 'local', text: `build:${builder}/` };
  if (parseLocalForm(image) !== null) return { kind: 'local', text: image };
  const form = 'a reference, a digest, oci:DIR, or build: for the last build of "builder"';
  const reference = parseInputReference('image', image, form);
  // As Docker reads a name without one.
  const isBare = reference.tag === null && reference.digest === null;
  return { kind: 'reference', reference: isBare ? { ...reference, tag: 'latest' } : reference };
}
