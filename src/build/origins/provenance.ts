import * as v from 'valibot';
import { isDigest, type Digest } from '../../image/digest.ts';
import { parsePackageUrl } from '../../image/package-url.ts';
import { parseJson } from '../../image/parse-json.ts';
import { formatReference } from '../../image/reference.ts';
import { readWorkTreePath } from '../context/work-tree-path.ts';
import { INLINE_DOCKERFILE } from './image-origin.ts';
import { readGraph, WrittenStepsSchema, type BuildGraph } from '../steps/build-graph.ts';

/** What BuildKit states of a build of one platform, as far as it is needed. It has the values of build arguments in it. */
export interface Provenance {
  /** The name of a step (`step3`) by the digest of its vertex. */
  readonly stepOf: Readonly<Record<string, string>>;
  /** By the name of a step; into `files`. */
  readonly locations: Readonly<Record<string, { readonly locations: readonly Location[] }>>;
  /** The Dockerfile, and those of other targets that went in; untrusted text. */
  readonly files: readonly DockerfileText[];
  /** The stage that was asked for; '' for the last. */
  readonly target: string;
  /** `null`: it is not told, or not understood. */
  readonly graph: BuildGraph | null;
  /** How many layers there are after an output of a step (`step3:0`), as far as the builder has packed them. */
  readonly layerCounts: ReadonlyMap<string, number>;
  /** Digests of the images that went in, by their names in whole and without a digest. */
  readonly images: ReadonlyMap<string, Digest>;
  /** Of a build context that the builder fetches itself (`https://github.com/acme/api.git#main`); '' for one of who builds. */
  readonly contextUri: string;
  /** As BuildKit writes it: `linux/amd64`; `null`: it is not told. */
  readonly builderPlatform: string | null;
  /** What the builder found there, in hexadecimal; '' where it does not say. */
  readonly contextCommit: string;
  /** Where it is no address: what Buildx found in the work tree that the context is in. */
  readonly workTree: WorkTree;
  /** Whether other targets of bake went in: what they take of their contexts is called as what this one takes of its own. */
  readonly isLinked: boolean;
  /** Digests, in hexadecimal, that stand in a Dockerfile, in the build arguments, or in what `build-contexts` names. */
  readonly writtenDigests: ReadonlySet<string>;
  /** Values of the build arguments that were given, by name. */
  readonly buildArguments: ReadonlyMap<string, string>;
  /** The stages that the build was told not to look for in its cache: all where there are none; `null`: it was not told so. */
  readonly uncachedStages: readonly string[] | null;
}

/** Texts are '' where they are not told. */
interface WorkTree {
  readonly revision: string;
  /** From the root of the work tree; `.` for it. */
  readonly context: string;
  readonly dockerfileFolder: string;
  /** In that folder. */
  readonly dockerfile: string;
}

interface DockerfileText {
  /** Without folders. */
  readonly name: string;
  /** From the root of the work tree that it is in; the name alone where that is not known, `INLINE` where it is no file. */
  readonly path: string;
  readonly lines: readonly string[];
}

interface Location {
  readonly sourceIndex: number;
  readonly ranges: readonly { readonly start: { readonly line: number }; readonly end: { readonly line: number } }[];
}

const LONGEST_FILE = 255;
const LONGEST_LINE = 16 * 1024;
/** Of one instruction, heredocs included. */
const MOST_LINES = 50_000;

const Position = v.object({ line: v.nullish(v.pipe(v.number(), v.safeInteger()), 0) });
const Source = v.object({
  locations: v.nullish(
    v.record(
      v.string(),
      v.object({
        locations: v.nullish(
          v.array(
            v.object({
              sourceIndex: v.nullish(v.number(), 0),
              ranges: v.nullish(
                v.pipe(v.array(v.object({ start: Position, end: Position })), v.maxLength(MOST_LINES)),
                [],
              ),
            }),
          ),
          [],
        ),
      }),
    ),
    {},
  ),
  infos: v.nullish(v.array(v.object({ filename: v.string(), data: v.string() })), []),
});

/** What is malformed in these costs the origins of layers, and not the names of steps. */
const Config = v.object({
  digestMapping: v.record(v.string(), v.string()),
  llbDefinition: v.fallback(v.nullish(WrittenStepsSchema, []), []),
});
const Layers = v.fallback(v.nullish(v.record(v.string(), v.array(v.array(v.unknown()))), {}), {});
const WorkTreeText = v.fallback(v.nullish(v.string(), ''), '');
const Vcs = v.object({
  revision: WorkTreeText,
  'localdir:context': WorkTreeText,
  'localdir:dockerfile': WorkTreeText,
});
const NO_VCS = { revision: '', 'localdir:context': '', 'localdir:dockerfile': '' };
const Metadata = v.object({ source: Source, layers: Layers, vcs: v.fallback(v.nullish(Vcs, NO_VCS), NO_VCS) });
const Request = v.fallback(
  v.nullish(v.object({ args: v.nullish(v.record(v.string(), v.string()), {}) }), { args: {} }),
  { args: {} },
);

const BuilderPlatform = v.fallback(v.nullish(v.pipe(v.string(), v.maxLength(64)), null), null);
const Environment = v.fallback(v.nullish(v.object({ platform: BuilderPlatform }), { platform: null }), {
  platform: null,
});
const NO_SOURCE: { uri: string; digest: Record<string, string>; file: string } = { uri: '', digest: {}, file: '' };
/** The Dockerfile is called `path` in v1, `entryPoint` in v0.2. */
const ConfigSource = v.fallback(
  v.nullish(
    v.pipe(
      v.object({
        uri: v.nullish(v.string(), ''),
        digest: v.nullish(v.record(v.string(), v.string()), {}),
        path: v.nullish(v.string(), ''),
        entryPoint: v.nullish(v.string(), ''),
      }),
      v.transform(({ uri, digest, path, entryPoint }) => ({ uri, digest, file: path || entryPoint })),
    ),
    NO_SOURCE,
  ),
  NO_SOURCE,
);
const Materials = v.fallback(
  v.nullish(
    v.array(v.object({ uri: v.nullish(v.string(), ''), digest: v.nullish(v.record(v.string(), v.string()), {}) })),
    [],
  ),
  [],
);

/** In its two shapes (facts/buildkit.md, "Layer -> Dockerfile line"). */
const ProvenanceSchema = v.union([
  v.pipe(
    v.object({
      buildDefinition: v.object({
        internalParameters: v.object({ buildConfig: Config, builderPlatform: BuilderPlatform }),
        externalParameters: v.nullish(v.object({ request: Request, configSource: ConfigSource })),
        resolvedDependencies: Materials,
      }),
      runDetails: v.object({ metadata: v.object({ buildkit_metadata: Metadata }) }),
    }),
    v.transform(({ buildDefinition, runDetails }) => ({
      config: buildDefinition.internalParameters.buildConfig,
      metadata: runDetails.metadata.buildkit_metadata,
      materials: buildDefinition.resolvedDependencies,
      builderPlatform: buildDefinition.internalParameters.builderPlatform,
      configSource: buildDefinition.externalParameters?.configSource ?? NO_SOURCE,
      request: buildDefinition.externalParameters?.request.args ?? {},
    })),
  ),
  v.pipe(
    v.object({
      buildConfig: Config,
      invocation: v.nullish(v.object({ parameters: Request, configSource: ConfigSource, environment: Environment })),
      materials: Materials,
      metadata: v.object({ 'https://mobyproject.org/buildkit@v1#metadata': Metadata }),
    }),
    v.transform(({ buildConfig, metadata, materials, invocation }) => ({
      config: buildConfig,
      metadata: metadata['https://mobyproject.org/buildkit@v1#metadata'],
      materials,
      builderPlatform: invocation?.environment.platform ?? null,
      configSource: invocation?.configSource ?? NO_SOURCE,
      request: invocation?.parameters.args ?? {},
    })),
  ),
]);

/** Throws `IMAGE_INVALID`, naming `what`. */
export function parseProvenance(bytes: Uint8Array, what: string): Provenance {
  const { config, metadata, materials, configSource, builderPlatform, request } = parseJson(
    bytes,
    ProvenanceSchema,
    what,
  );
  const workTree = {
    revision: metadata.vcs.revision,
    context: metadata.vcs['localdir:context'],
    dockerfileFolder: metadata.vcs['localdir:dockerfile'],
    dockerfile: configSource.file,
  };
  const isLinked = Object.values(request).some((value) => value.startsWith('input:'));
  // Buildx says so of one that it was given the text of, and of a file beside a context that is an address.
  const isInline = request['dockerfilekey'] !== undefined && configSource.uri === '';
  const files = metadata.source.infos.map(({ filename, data }) => ({
    name: filename.slice(0, LONGEST_FILE),
    path: placeFile(filename.slice(0, LONGEST_FILE), { ...workTree, isLinked, isInline }),
    lines: Buffer.from(data, 'base64')
      .toString('utf8')
      .split(/\r?\n/)
      .map((line) => line.slice(0, LONGEST_LINE)),
  }));
  return {
    stepOf: config.digestMapping,
    locations: metadata.source.locations,
    files,
    target: request['target'] ?? '',
    graph: readGraph(config.llbDefinition),
    layerCounts: new Map(
      Object.entries(metadata.layers).flatMap(([output, chains]) => {
        // The same layers packed in two ways are two chains of one length.
        const [count, ...others] = new Set(chains.map((chain) => chain.length));
        return count === undefined || others.length > 0 ? [] : [[output, count] as const];
      }),
    ),
    images: new Map(
      materials.flatMap(({ uri, digest: { sha256 = '' } }) => {
        const image = parsePackageUrl(uri);
        const digest = `sha256:${sha256}`;
        if (image === null || !isDigest(digest)) return [];
        return [[formatReference({ ...image.reference, digest: null }), digest] as const];
      }),
    ),
    contextUri: configSource.uri,
    contextCommit: configSource.digest['sha1'] ?? configSource.digest['sha256'] ?? '',
    workTree,
    isLinked,
    builderPlatform,
    buildArguments: new Map(
      Object.entries(request).flatMap(([name, value]) => {
        const [, argument] = /^build-arg:(.+)$/s.exec(name) ?? [];
        return argument === undefined ? [] : [[argument, value] as const];
      }),
    ),
    uncachedStages: request['no-cache']?.split(',').filter((stage) => stage !== '') ?? null,
    writtenDigests: new Set(
      [...Object.values(request), ...files.flatMap(({ lines }) => lines)].flatMap(
        (text) => text.match(/\b[0-9a-f]{64,128}\b/g) ?? [],
      ),
    ),
  };
}

/** Buildx names the folder of the Dockerfile alone. */
function placeFile(
  name: string,
  { dockerfile, dockerfileFolder, isLinked, isInline }: WorkTree & { isLinked: boolean; isInline: boolean },
): string {
  // Whose Dockerfile it is nobody says.
  if (isLinked) return name;
  if (isInline) return INLINE_DOCKERFILE;
  const folder = name === dockerfile ? readWorkTreePath(dockerfileFolder) : null;
  return folder === null || folder === '' ? name : `${folder}/${name}`;
}
