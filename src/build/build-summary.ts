import { resolve } from 'node:path';
import * as v from 'valibot';
import { PlimsollError } from '../errors.ts';
import { askDocker, dockerFailed, type Docker } from '../image/docker.ts';
import { findFailedStep, type FailedStep } from './steps/failed-step.ts';
import { findRoot, type BuildKey, type BuildRoot } from '../image/builder.ts';
import { isDigest, type Digest } from '../image/digest.ts';
import { isManifestType } from '../image/media-type.ts';
import { parseJson } from '../image/parse-json.ts';
import { isFolderContext } from '../plan/work-tree.ts';

/** What `docker buildx history inspect` says of a build, as far as it is needed. */
export interface BuildSummary {
  id: string;
  status: 'running' | 'completed' | 'failed' | 'canceled';
  startedAtMs: number;
  durationMs: number;
  /** Of the build's own context, where it was on this machine; `null`: it was on another, or in none. */
  folder: string | null;
  /** As BuildKit lists them; empty in a single-platform build. */
  platforms: readonly string[];
  /** Digests of what the build made: index and manifests, and what BuildKit states about them. */
  digests: readonly string[];
  /** `null`: it made no image, or did not go through. */
  root: BuildRoot | null;
  /** Of the provenance, one a platform; none for a build that failed. */
  provenances: readonly ProvenanceKey[];
  /** Values of build arguments may be secret: they are here to be taken out of what is shown. */
  buildArguments: readonly { name: string; value: string }[];
  /** Untrusted text. */
  error: string | null;
  /** `null`: it did not fail, or at no step. */
  failedStep: FailedStep | null;
}

export interface ProvenanceKey {
  /** Part of `digests`. */
  digest: Digest;
  /** As BuildKit writes it; `null`: it does not say, and there are several. */
  platform: string | null;
}

/** A failed build's stack makes it long. */
const MOST_BYTES = 8 * 1024 * 1024;
const LONGEST_ERROR = 4000;

/** Its version follows: v0.2 or v1. */
const PROVENANCE = 'https://slsa.dev/provenance/';

const Text = v.nullish(v.string(), '');

const SummarySchema = v.object({
  Ref: Text,
  Status: v.picklist(['running', 'completed', 'failed', 'canceled']),
  StartedAt: v.pipe(v.string(), v.transform(Date.parse), v.safeInteger('not a time')),
  Duration: v.nullish(v.number(), 0),
  Context: Text,
  Platform: v.nullish(v.array(v.string()), []),
  Attachments: v.nullish(v.array(v.object({ Digest: v.string(), Type: Text, Platform: Text })), []),
  BuildArgs: v.nullish(v.array(v.object({ Name: v.string(), Value: v.nullish(v.string(), '') })), []),
  // What it was told and Buildx has no field of its own for.
  Config: v.nullish(v.object({ RestRaw: v.nullish(v.array(v.object({ Name: v.string() })), []) }), {}),
  Error: v.nullish(v.object({ Message: Text, Name: Text, Logs: v.nullish(v.array(v.string()), []), Sources: Text })),
});

/** Throws `BUILD_NOT_FOUND` and `DOCKER_FAILED`. Buildx says so since 0.20, with the digests since 0.21. */
export async function fetchBuildSummary(docker: Docker, key: BuildKey): Promise<BuildSummary> {
  const builder = key.builder === null ? [] : ['--builder', key.builder];
  const args = ['buildx', 'history', 'inspect', ...builder, key.place ?? key.id, '--format', 'json'];
  const answer = await askDocker(docker, args, { maxBytes: MOST_BYTES });
  const name = `build ${key.id}`;
  if (answer.kind === 'failed') {
    if (answer.said.includes('no record found')) throw new PlimsollError('BUILD_NOT_FOUND', `${name}: ${answer.said}`);
    throw dockerFailed(name, answer.said);
  }
  const summary = parseBuildSummary(answer.stdout, name);
  // A build that another job began in between moves all places by one.
  if (key.place !== undefined && summary.id !== key.id) {
    throw new PlimsollError('BUILD_NOT_FOUND', `${name}: its place in the history has another build now`);
  }
  return summary;
}

/** Throws `IMAGE_INVALID`, naming `what`. */
export function parseBuildSummary(json: Uint8Array, what: string): BuildSummary {
  const { Ref, Status, Context, StartedAt, Duration, Platform, Attachments, BuildArgs, Config, Error } = parseJson(
    json,
    SummarySchema,
    what,
  );
  // Buildx says so of one that it was given the text of, and of a file beside a context that is an address.
  const isInline = Config.RestRaw.some(({ Name }) => Name === 'dockerfilekey') && isFolderContext(Context);
  const buildArguments = BuildArgs.map(({ Name, Value }) => ({ name: Name, value: Value }));
  return {
    id: Ref,
    status: Status,
    startedAtMs: StartedAt,
    durationMs: Math.max(0, Math.round(Duration / 1e6)),
    // Relative to where docker runs, which is here; `-` is an archive on its input.
    folder: isFolderContext(Context) && Context !== '-' ? resolve(Context) : null,
    platforms: Platform,
    digests: Attachments.map(({ Digest }) => Digest),
    root: Status === 'completed' ? findRoot(Attachments) : null,
    provenances: listProvenances(Attachments),
    buildArguments,
    error: Error ? Error.Message.slice(0, LONGEST_ERROR) : null,
    failedStep: Error
      ? findFailedStep({ name: Error.Name, logs: Error.Logs, sources: Error.Sources, isInline }, buildArguments)
      : null,
  };
}

/** Of a single-platform build only the manifest says which platform it is for. */
function listProvenances(attachments: v.InferOutput<typeof SummarySchema>['Attachments']): ProvenanceKey[] {
  const manifests = attachments.filter(({ Type }) => isManifestType(Type));
  const only = manifests.length === 1 ? manifests[0]?.Platform : undefined;
  return attachments
    .filter(({ Type }) => Type.startsWith(PROVENANCE))
    .flatMap(({ Digest, Platform }) =>
      isDigest(Digest) ? [{ digest: Digest, platform: Platform || only || null }] : [],
    );
}
