/** A step of a provenance that a test makes up; it is called `step<its place>`. */
export interface MadeStep {
  readonly op: unknown;
  readonly platform?: unknown;
  readonly inputs?: readonly string[];
  readonly lines?: readonly number[];
  readonly lastLine?: number;
}

/** Of `docker.io/library/a:1`. */
export const IMAGE = `sha256:${'a'.repeat(64)}`;

/** In the shape of v1. `layers`: how many the builder packed, by output. */
export function encodeProvenance(made: {
  readonly steps: readonly MadeStep[];
  readonly layers?: Readonly<Record<string, number>>;
  readonly dockerfile?: string;
  readonly request?: Readonly<Record<string, string>>;
  readonly contextUri?: string;
  readonly builderPlatform?: unknown;
  readonly contextCommit?: string;
  readonly vcs?: unknown;
}): Uint8Array {
  const locations = made.steps.flatMap(({ lines, lastLine }, place) =>
    lines === undefined ? [] : [[`step${place}`, { locations: lines.map((line) => locate(line, lastLine)) }] as const],
  );
  const layers = Object.entries(made.layers ?? {}).map(
    ([output, count]) =>
      [output, [Array.from({ length: count }, (_, place) => ({ digest: `sha256:${place}` }))]] as const,
  );
  const infos = [{ filename: 'Dockerfile', data: Buffer.from(made.dockerfile ?? '').toString('base64') }];
  return Buffer.from(
    JSON.stringify({
      buildDefinition: {
        externalParameters: {
          request: { args: made.request ?? {} },
          configSource: {
            path: 'Dockerfile',
            uri: made.contextUri ?? '',
            digest: made.contextCommit === undefined ? {} : { sha1: made.contextCommit },
          },
        },
        internalParameters: {
          builderPlatform: made.builderPlatform,
          buildConfig: {
            digestMapping: Object.fromEntries(made.steps.map((_, place) => [`sha256:${place}`, `step${place}`])),
            llbDefinition: made.steps.map(({ op, platform, inputs = [] }, place) => ({
              id: `step${place}`,
              inputs,
              op: { Op: op, platform },
            })),
          },
        },
        resolvedDependencies: [{ uri: 'pkg:docker/a@1?platform=linux%2Famd64', digest: { sha256: 'a'.repeat(64) } }],
      },
      runDetails: {
        metadata: {
          buildkit_metadata: {
            source: { locations: Object.fromEntries(locations), infos },
            layers: Object.fromEntries(layers),
            vcs: made.vcs,
          },
        },
      },
    }),
  );
}

function locate(line: number, lastLine = line): unknown {
  return { ranges: [{ start: { line }, end: { line: lastLine } }] };
}
