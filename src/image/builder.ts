import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { boundBlob } from './bound-blob.ts';
import { checkBytes } from './check-bytes.ts';
import { isDigest, type Digest } from './digest.ts';
import { askDocker, dockerFailed, type Docker } from './docker.ts';
import { fetchDescribed } from './fetch-described.ts';
import { LIMITS } from './limits.ts';
import { isIndexType, isManifestType } from './media-type.ts';
import { openFirstBlob } from './open-first-blob.ts';
import { parseJson } from './parse-json.ts';
import { parsePackageUrl } from './package-url.ts';
import { streamDocker } from './stream-docker.ts';
import type { Reference } from './reference.ts';
import type { BlobKey, Descriptor, ImageSource } from './source.ts';

/** A build that a builder remembers. */
export interface BuildKey {
  /** `null`: the current builder. */
  readonly builder: string | null;
  readonly id: string;
  /**
   * Where it stands in the history, `^0` the newest: of a build that ran on several nodes each has a record under the
   * same ID, and by its ID Buildx tells of one of them only.
   */
  readonly place?: string;
  /** Of the image, where the build has several outputs and one is meant. */
  readonly digest?: string;
}

/** `docker buildx history inspect` with the frames of a failed build's stack. */
const RECORD_BYTES = 8 * 1024 * 1024;

const Text = v.nullish(v.string(), '');

const RecordSchema = v.object({
  Ref: Text,
  Status: v.string(),
  Error: v.nullish(v.object({ Message: v.nullish(v.string()) })),
  Materials: v.nullish(v.array(v.object({ URI: Text }))),
  Attachments: v.nullish(v.array(v.object({ Digest: v.string(), Type: Text, Platform: Text }))),
});

/** Where a layer may be that a builder names and does not hold: beside the bases, or in its cache's repository. */
export type Elsewhere = (bases: readonly Reference[]) => Promise<readonly ImageSource[]>;

/** What a build made: the index where there is one, else the manifest. */
export interface BuildRoot {
  readonly digest: Digest;
  readonly mediaType: string;
}

type BuildSummary = v.InferOutput<typeof RecordSchema>;

/**
 * The image of a build, out of the builder's own record of it (facts/buildkit.md): neither pushed nor exported, and
 * no layer is moved. A layer that is asked for and that the builder never needed itself comes from `elsewhere`. `known`: the record was read already and says what the build made. Throws `BUILD_NOT_FOUND` (no such build or builder, or it runs still), `BUILD_FAILED`,
 * `IMAGE_NOT_FOUND` (it kept no image), `DOCKER_FAILED`.
 */
export function openBuild(
  docker: Docker,
  key: BuildKey,
  elsewhere: Elsewhere = () => Promise.resolve([]),
  known: BuildRoot | null = null,
): ImageSource {
  const name = `build:${key.builder === null ? '' : `${key.builder}/`}${key.id}`;
  const fetchBounded = async (descriptor: Descriptor, maxBytes: number) =>
    await fetchDescribed(
      descriptor,
      { maxBytes, what: name },
      async () => await fetchContent(docker, key, descriptor.digest, maxBytes, name),
    );
  return {
    name,
    async fetchRoot() {
      const root = known ?? chooseRoot(await fetchRecord(docker, key, name), key.digest ?? null, name);
      const bytes = await fetchContent(docker, key, root.digest, LIMITS.manifestBytes, name);
      checkBytes(bytes, root, name);
      return { ...root, bytes };
    },
    async fetchManifest(descriptor) {
      const { mediaType, digest } = descriptor;
      return { mediaType, digest, bytes: await fetchBounded(descriptor, LIMITS.manifestBytes) };
    },
    fetchBlob: async (descriptor) => await fetchBounded(descriptor, LIMITS.configBytes),
    async openBlob(blob) {
      const held = await openHeld(docker, key, blob, name);
      if (held !== null) return held;
      const { Materials } = await fetchRecord(docker, key, name);
      const bases = (Materials ?? []).flatMap(({ URI }) => parsePackageUrl(URI)?.reference ?? []);
      return await openFirstBlob(await elsewhere(bases), blob, notHeld(name, blob.digest));
    },
  };
}

async function fetchRecord(docker: Docker, key: BuildKey, name: string): Promise<BuildSummary> {
  const args = ['buildx', 'history', 'inspect', ...builderArgs(key), '--format', 'json', key.place ?? key.id];
  const answer = await askDocker(docker, args, { maxBytes: RECORD_BYTES });
  if (answer.kind === 'failed') throw refusal(name, answer.said);
  const record = parseJson(answer.stdout, RecordSchema, name);
  // A build that another job began in between moves all places by one.
  if (key.place !== undefined && record.Ref !== key.id) {
    throw new PlimsollError('BUILD_NOT_FOUND', `${name}: its place in the history has another build now`);
  }
  return record;
}

function chooseRoot(build: BuildSummary, wanted: string | null, name: string): BuildRoot {
  if (build.Status === 'running') {
    throw new PlimsollError('BUILD_NOT_FOUND', `${name} has not ended`, { hint: 'Ask again when it has.' });
  }
  if (build.Status !== 'completed') {
    const why = build.Error?.Message ?? '';
    throw new PlimsollError(
      'BUILD_FAILED',
      `${name} made no image (${build.Status})${why && `: ${why.slice(0, 600)}`}`,
      {
        hint: 'Build again, or name a build that went through: see "docker buildx history ls".',
      },
    );
  }
  const root = findRoot(build.Attachments ?? [], wanted);
  if (root === null) throw noImage(name);
  return root;
}

/**
 * Buildx lists what the exporters made, with BuildKit's statements about it, of several outputs now in this order and now
 * in another: it is `wanted` where that is one of them, else always the same one. `null`: no image.
 */
export function findRoot(
  attachments: readonly { readonly Digest: string; readonly Type: string; readonly Platform: string }[],
  wanted: string | null = null,
): BuildRoot | null {
  const made = attachments
    .flatMap(({ Digest: digest, Type: mediaType, Platform: platform }) =>
      isDigest(digest) ? [{ digest, mediaType, isWhole: platform === '' }] : [],
    )
    .toSorted((a, b) => (a.digest < b.digest ? -1 : 1));
  const root =
    made.find(({ digest, mediaType }) => digest === wanted && (isIndexType(mediaType) || isManifestType(mediaType))) ??
    made.find(({ mediaType }) => isIndexType(mediaType)) ??
    made.find(({ mediaType, isWhole }) => isManifestType(mediaType) && isWhole) ??
    made.find(({ mediaType }) => isManifestType(mediaType));
  return root === undefined ? null : { digest: root.digest, mediaType: root.mediaType };
}

async function fetchContent(docker: Docker, key: BuildKey, digest: Digest, maxBytes: number, name: string) {
  const args = ['buildx', 'history', 'inspect', 'attachment', ...builderArgs(key), key.place ?? key.id, digest];
  const answer = await askDocker(docker, args, { maxBytes });
  if (answer.kind === 'failed') throw refusal(name, answer.said);
  return answer.stdout;
}

/** A layer that the builder made or needed. `null`: it stayed where it came from (facts/buildkit.md). */
async function openHeld(
  docker: Docker,
  key: BuildKey,
  blob: BlobKey,
  name: string,
): Promise<AsyncIterable<Uint8Array> | null> {
  const args = ['buildx', 'history', 'inspect', 'attachment', ...builderArgs(key), key.place ?? key.id, blob.digest];
  const stream = streamDocker(docker, args, {
    what: name,
    silenceMs: LIMITS.exchangeMs,
    explain: (what, said) => {
      const error = refusal(what, said);
      return error.code === 'DOCKER_FAILED' && /not ?found/i.test(said) ? new NotHeld(said) : error;
    },
  });
  try {
    const first = await stream.next();
    return boundBlob(first.done === true ? [] : startWith(first.value, stream), blob, name);
  } catch (error) {
    if (error instanceof NotHeld) return null;
    throw error;
  }
}

class NotHeld extends Error {}

async function* startWith(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

function notHeld(name: string, digest: Digest): PlimsollError {
  return new PlimsollError('IMAGE_NOT_FOUND', `${name}: the builder holds no bytes of the layer ${digest}`, {
    hint: 'It lies where the base or the cache came from: is that registry still there, and may you read it?',
  });
}

function builderArgs({ builder }: BuildKey): string[] {
  return builder === null ? [] : ['--builder', builder];
}

function refusal(name: string, said: string): PlimsollError {
  if (/no record found|no builder .* found/.test(said)) {
    return new PlimsollError('BUILD_NOT_FOUND', `${name}: ${said}`, {
      hint: 'See "docker buildx ls" for the builders, and "docker buildx history ls --builder NAME" for what one remembers.',
    });
  }
  return dockerFailed(name, said);
}

function noImage(name: string): PlimsollError {
  return new PlimsollError('IMAGE_NOT_FOUND', `${name} went through, and the builder kept no image of it`, {
    hint:
      'Build with "--output type=image,name=x,push=false" (in docker/build-push-action "outputs: type=image", in ' +
      'docker/bake-action "set: *.output=type=image"), which keeps it in the builder. The "docker" driver does so with the containerd image store only; without it, name the image: ' +
      'docker:NAME. Buildx before 0.21 does not tell.',
  });
}
