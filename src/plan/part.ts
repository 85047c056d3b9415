import { PlimsollError } from '../errors.ts';
import { isDigest } from '../image/digest.ts';
import { parseList } from './csv.ts';
import { invalidInput } from './invalid-input.ts';
import type { PushDecision } from './push-decision.ts';

/** How much of the image this job makes, where each platform is built in a job of its own. */
export type Part =
  | { kind: 'whole' }
  /** Some of its platforms: pushed by digest, without a tag, and compared with the same platforms of the baseline. */
  | { kind: 'platforms' }
  /** None: what other jobs have pushed under these digests becomes one index. */
  | { kind: 'merged'; digests: readonly string[] };

/** Each platform that a registry index may hold, and more than anybody builds. */
const MOST_DIGESTS = 32;

/** Input `digests`: a line each. Throws `INPUT_INVALID`. */
export function parseDigests(input: string, text: string): string[] {
  const digests = [...new Set(parseList(text))];
  const form = `up to ${MOST_DIGESTS} digests, one per line, sha256: and 64 hexadecimal digits each`;
  const wrong = digests.find((digest) => !isDigest(digest));
  if (wrong !== undefined) throw invalidInput(input, wrong, form);
  if (digests.length > MOST_DIGESTS) throw invalidInput(input, `${digests.length} digests`, form);
  return digests;
}

/** Throws `INPUT_INVALID` where the job is to do both, or is to merge what was not pushed. */
export function planPart(inputs: { partial: boolean; digests: readonly string[] }, push: PushDecision): Part {
  const { partial, digests } = inputs;
  if (digests.length === 0) return { kind: partial ? 'platforms' : 'whole' };
  if (partial) {
    throw new PlimsollError('INPUT_INVALID', 'digests: are merged by a job that builds nothing, and partial is true', {
      hint: 'Set "partial: true" where platforms are built, "digests" in the job that needs those.',
    });
  }
  if (!push.enabled) {
    throw new PlimsollError(
      'INPUT_INVALID',
      `digests: there is nothing to merge, since nothing is pushed: ${push.reason}`,
      {
        hint: 'Run the job that merges only if the output "pushed" of those that build is \'true\'.',
      },
    );
  }
  return { kind: 'merged', digests };
}

/** How a part is called: `api` for `linux/arm64` is `api-arm64`, with a section of the comment and a cache of its own. */
export function namePart(name: string, part: Part, platforms: readonly string[]): string {
  if (part.kind !== 'platforms') return name;
  const suffix = platforms.map((platform) => `-${platform.replace(/^linux\//, '').replaceAll('/', '-')}`).join('');
  return `${name.slice(0, Math.max(1, 63 - suffix.length))}${suffix}`.slice(0, 63);
}
