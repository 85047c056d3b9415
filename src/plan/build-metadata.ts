import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { isDigest, type Digest } from '../image/digest.ts';
import { formatReference } from '../image/reference.ts';
import { parseInputReference } from './input-reference.ts';
import { invalidInput } from './invalid-input.ts';
import { parseRepository } from './repository.ts';
import type { Repository } from './repository.ts';

/** One image that Buildx says it made: what build-push-action calls `metadata`, and bake's for one target. */
export interface BuiltTarget {
  /** Bake's name of it; `null` for a single build. */
  target: string | null;
  /** Where its builder remembers it; `null` where Buildx does not say. */
  build: { builder: string; id: string } | null;
  digest: Digest | null;
  /** The image's ID: the digest of its config; `null` for an index. */
  imageId: Digest | null;
  /** Of the first name that it was given; `null` where it has none. */
  repository: Repository | null;
  /** The names that it was given, with their tags; whether it was pushed to them Buildx does not say. */
  tags: readonly string[];
}

/** With provenance in it, which is not read, a large build has some hundred kilobytes. */
const MOST_BYTES = 16 * 1024 * 1024;

/** More sections than anybody reads. */
const MOST_TARGETS = 50;

const FORM = 'the output "metadata" of docker/build-push-action or docker/bake-action';

/** Bake's, but for one without a letter or digit. */
const TARGET = /^(?=.*[A-Za-z0-9])[\w.-]{1,128}$/;
const BUILD = /^([A-Za-z0-9][\w.+-]{0,127})\/[A-Za-z0-9][\w.+-]{0,127}\/([a-z0-9]{25})$/;

const digest = v.optional(v.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'not a digest'));

const Target = v.object({
  'buildx.build.ref': v.optional(v.pipe(v.string(), v.regex(BUILD, "not a build's name"))),
  'containerimage.digest': digest,
  'containerimage.config.digest': digest,
  'image.name': v.optional(v.pipe(v.string(), v.maxLength(100_000)), ''),
});

const Targets = v.record(v.string(), v.unknown());

/**
 * Text of the input to what was built, in bake's order: what Buildx writes after a build, flat for one and by target
 * for bake. Where some made an image, those alone. Throws `INPUT_INVALID`, naming the field that is wrong.
 */
export function parseBuildMetadata(input: string, text: string): BuiltTarget[] {
  if (Buffer.byteLength(text) > MOST_BYTES) throw invalidInput(input, text, FORM, `It has over ${MOST_BYTES} bytes.`);
  const object = parseObject(input, text);
  if ('buildx.build.ref' in object || 'containerimage.digest' in object) return [parseTarget(input, null, object)];
  const named = Object.entries(object).filter(([name]) => !/^(?:buildx|containerimage|image)\./.test(name));
  if (named.length === 0) throw invalidInput(input, text, FORM, 'It names no build and no digest.');
  if (named.length > MOST_TARGETS) {
    throw new PlimsollError('INPUT_INVALID', `${input}: has ${named.length} targets; it takes ${MOST_TARGETS} at most`);
  }
  const targets = named.map(([name, value]) => {
    if (!TARGET.test(name)) throw invalidInput(input, name, 'names of targets as bake takes them');
    return parseTarget(input, name, value);
  });
  // Those that bake builds for the sake of others alone make no image.
  const images = targets.filter((target) => target.digest ?? target.imageId ?? target.repository);
  return images.length === 0 ? targets : images;
}

function parseObject(input: string, text: string): Record<string, unknown> {
  try {
    return v.parse(Targets, JSON.parse(text));
  } catch {
    throw invalidInput(input, text, FORM);
  }
}

function parseTarget(input: string, target: string | null, value: unknown): BuiltTarget {
  const where = target === null ? input : `${input}: ${target}`;
  const result = v.safeParse(Target, value, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const field = issue.path?.map(({ key }) => String(key)).join(': ') ?? '';
    throw invalidInput(field === '' ? where : `${where}: ${field}`, formatValue(issue.input), FORM);
  }
  const { output } = result;
  const [, builder, id] = BUILD.exec(output['buildx.build.ref'] ?? '') ?? [];
  return {
    target,
    build: builder === undefined || id === undefined ? null : { builder, id },
    digest: output['containerimage.digest'] ?? null,
    imageId: output['containerimage.config.digest'] ?? null,
    ...parseNames(where, output['image.name']),
  };
}

/** All names are of one image, joined by commas. */
function parseNames(input: string, text: string): Pick<BuiltTarget, 'repository' | 'tags'> {
  const names = text.split(',').filter((name) => name.trim() !== '');
  const references = names.map((name) => parseInputReference(`${input}: image.name`, name.trim(), 'names of an image'));
  const [first] = references;
  if (first === undefined) return { repository: null, tags: [] };
  const repository = parseRepository(input, formatReference({ ...first, tag: null, digest: null }));
  return { repository, tags: references.filter(({ tag }) => tag !== null).map(formatReference) };
}

function formatValue(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? 'nothing' : JSON.stringify(value);
}
