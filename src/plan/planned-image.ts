import { PlimsollError } from '../errors.ts';
import { parseRepository } from './repository.ts';
import type { WorkflowEvent } from './event.ts';
import type { Inputs } from './inputs.ts';
import type { Note } from '../note.ts';
import type { Repository } from './repository.ts';

/** The image's repository, and how the comment calls it. */
export interface PlannedImage {
  repository: Repository;
  name: string;
  notes: readonly Note[];
}

/** Longest `name` (contract.md). */
const MAX_NAME_CHARACTERS = 63;

/** By the inputs `image` and `name`, else by the workflow's repository on ghcr.io. Throws `INPUT_INVALID`. */
export function planImage(inputs: Pick<Inputs, 'image' | 'name'>, event: WorkflowEvent): PlannedImage {
  const repository = inputs.image ?? defaultRepository(inputs.name, event);
  return {
    repository,
    name: inputs.name ?? repository.lastElement.slice(0, MAX_NAME_CHARACTERS),
    notes: repository.wasLowered
      ? [
          {
            code: 'image-lowered',
            message: `image: upper case was lowered to ${repository.text}, since registries take lower case only.`,
            hint: '',
          },
        ]
      : [],
  };
}

function defaultRepository(name: string | null, event: WorkflowEvent): Repository {
  if (event.serverUrl !== 'https://github.com') {
    throw new PlimsollError(
      'INPUT_INVALID',
      `image: is required on ${event.serverUrl}, whose registry is not ghcr.io`,
      {
        hint: 'Set "image" to a repository without tag, as in registry.example.com/acme/api.',
      },
    );
  }
  const own = `ghcr.io/${event.repository}`;
  return name === null ? parseRepository('image', own) : parseRepository('name', `${own}/${name}`);
}
