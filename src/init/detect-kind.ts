import { PlimsollError } from '../errors.ts';
import { KINDS, MANIFESTS, type Kind } from './kinds.ts';
import type { Project } from './project.ts';

/** What kind of project it is. Throws `INPUT_INVALID` where it is none that is known, or could be several. */
export function detectKind({ names }: Project): Kind {
  const found = KINDS.filter((kind) => names.has(MANIFESTS[kind]));
  const [first, ...others] = found;
  if (first === undefined) {
    throw new PlimsollError('INPUT_INVALID', 'this is no project that init knows', {
      hint: `It looks for ${[...new Set(Object.values(MANIFESTS))].join(', ')} in the folder itself.`,
    });
  }
  if (others.length === 0) return first;
  throw new PlimsollError(
    'INPUT_INVALID',
    `this could be several kinds of project: ${found.map((kind) => `${kind} (${MANIFESTS[kind]})`).join(', ')}`,
    { hint: `Say which: --kind ${first}.` },
  );
}
