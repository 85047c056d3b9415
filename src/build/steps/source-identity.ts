import { OWN_CONTEXT } from '../origins/image-origin.ts';
import { formatCanonical } from './canonical-json.ts';
import { parseGitAddress } from '../context/git-address.ts';
import { listPlaces, readPlace } from './step-sources.ts';
import type { GraphStep } from './build-graph.ts';
import type { LlbOp } from './llb-op.ts';
import type { Provenance } from '../origins/provenance.ts';

/** What a build takes from outside. */
export type SourceIdentity =
  | {
      readonly kind: 'image';
      /** In whole, without a digest: `docker.io/library/debian:12`. */
      readonly reference: string;
      /** Of what was taken; '' where it does not say. */
      readonly digest: string;
    }
  /** A folder of who builds, or the repository that all of the build comes from. `ignored`: what `.dockerignore` keeps out. */
  | { readonly kind: 'context'; readonly name: string; readonly ignored: string }
  | { readonly kind: 'other' };

/** Tells images from build contexts, and both from the rest. */
export function identifySource(op: Extract<LlbOp, { kind: 'source' }>, provenance: Provenance): SourceIdentity {
  const { identifier, attributes } = op;
  const [, image, digest = ''] = /^(?:docker-image|oci-layout):\/\/([^@]+)(?:@(.*))?$/.exec(identifier) ?? [];
  if (image !== undefined) return { kind: 'image', reference: image, digest };
  const [, name] = /^local:\/\/(.*)$/.exec(identifier) ?? [];
  if (name !== undefined) return { kind: 'context', name, ignored: attributes['local.excludepatterns'] ?? '' };
  const isOwn = identifier.startsWith('git://') && isOfContext(identifier, provenance.contextUri);
  return isOwn ? { kind: 'context', name: OWN_CONTEXT, ignored: '' } : { kind: 'other' };
}

/** The folder may be told by the step alone. */
function isOfContext(identifier: string, contextUri: string): boolean {
  const [own, context] = [parseGitAddress(identifier), parseGitAddress(contextUri)];
  return own.repository === context.repository && (context.ref === null || context.ref === own.ref);
}

/** Attributes that differ from run to run, or from machine to machine, and not by what is asked for. */
const NOISE = new Set(['git.knownsshhosts', 'git.fullurl']);

/**
 * What a source asks for, the same in two builds whatever it stood for: an image by its reference, with a digest only
 * where the author pins it; a build context by its name and what is kept out of it. `null`: not known.
 */
export function formatRequest(step: GraphStep, provenance: Provenance): string | null {
  const { op, platform } = step;
  if (op.kind !== 'source') return null;
  const source = identifySource(op, provenance);
  switch (source.kind) {
    case 'image': {
      const isPinned = source.digest !== '' && pins(step, source.digest, provenance);
      return formatCanonical(['image', source.reference, isPinned ? source.digest : null, platform]);
    }
    case 'context':
      return formatCanonical(['context', source.name, source.ignored]);
    case 'other':
      return formatCanonical(['other', op.identifier, op.attributes], NOISE);
  }
}

/** Of a FROM, a COPY or a mount: those that name its image. */
const LINES_OF_IMAGE = 10;

/** Whether a digest is what the author wrote: in the instruction, or in an argument or a build context that it names. */
function pins(step: GraphStep, digest: string, provenance: Provenance): boolean {
  const instructions = listPlaces(provenance, step.id).map((place) => readPlace(place, LINES_OF_IMAGE));
  if (instructions.some((instruction) => instruction.includes(digest))) return true;
  // In parts, mostly: `debian:12@sha256:$HEX`.
  if (instructions.some((instruction) => /^FROM\s.*@/.test(instruction))) return true;
  // An image that a build context puts in the place of a name has no line.
  const isFromArgument = instructions.length === 0 || instructions.some((instruction) => instruction.includes('$'));
  return isFromArgument && provenance.writtenDigests.has(digest.replace(/^.*:/, ''));
}
