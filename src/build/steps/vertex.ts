import * as v from 'valibot';

/** What BuildKit recorded of one node of a build, over all the lines that speak of it. */
export interface Vertex {
  digest: string;
  /** Digests of the vertices that it is made from. */
  inputs: readonly string[];
  /** Untrusted text. */
  name: string;
  /** When it was at work, Unix milliseconds; `endMs` null: it was never seen to end. */
  intervals: readonly { startMs: number; endMs: number | null }[];
  isCached: boolean;
  /** '' where there is none; untrusted text. */
  error: string;
  /** When it began to push what it had exported, Unix milliseconds; `null`: it did not. */
  pushedFromMs: number | null;
  /** What it did with blobs: `sha256:…` is pulled, `writing layer sha256:…` put somewhere. `bytes`: as far as it tells. */
  blobs: readonly { task: string; bytes: number }[];
}

const LONGEST_TEXT = 4096;
const MOST_VERTICES = 20_000;
const MOST_BLOBS = 20_000;

const BLOB_TASK = /^(?:writing [a-z ]{1,30} )?sha256:[0-9a-f]{64}$/;

const text = v.pipe(
  v.string(),
  v.transform((value) => value.slice(0, LONGEST_TEXT)),
);
const time = v.pipe(v.string(), v.transform(Date.parse), v.safeInteger('not a time'));

/** What is malformed in these costs the time of a push, or some bytes. */
const Status = v.fallback(
  v.nullable(
    v.object({
      id: text,
      vertex: text,
      started: v.nullish(time),
      current: v.nullish(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
    }),
  ),
  null,
);

const LineSchema = v.object({
  statuses: v.fallback(v.nullish(v.array(Status)), null),
  vertexes: v.nullish(
    v.array(
      v.object({
        digest: text,
        inputs: v.nullish(v.array(text)),
        name: v.nullish(text, ''),
        started: v.nullish(time),
        completed: v.nullish(time),
        cached: v.nullish(v.boolean()),
        error: v.nullish(text, ''),
      }),
    ),
  ),
});

/** Collects vertices from the lines of `--progress rawjson` (facts/buildkit.md): the same one repeats, and each line adds to it. */
export interface VertexCollector {
  /** False where the line is not rawjson; then it says nothing. */
  addLine: (line: string) => boolean;
  /** In the order in which they were first named. */
  vertices: () => Vertex[];
}

interface Gathering {
  digest: string;
  inputs: readonly string[];
  name: string;
  /** End by start: a line at the start and one at the end speak of the same interval. */
  ends: Map<number, number | null>;
  isCached: boolean;
  error: string;
  pushedFromMs: number | null;
  blobs: Map<string, number>;
}

export function collectVertices(): VertexCollector {
  const gathered = new Map<string, Gathering>();
  let blobCount = 0;
  return {
    addLine(line) {
      const result = v.safeParse(LineSchema, parseJson(line));
      if (!result.success) return false;
      for (const said of result.output.vertexes ?? []) {
        const known = gathered.get(said.digest);
        if (known === undefined && gathered.size >= MOST_VERTICES) continue;
        const vertex: Gathering = known ?? {
          digest: said.digest,
          inputs: [],
          name: '',
          ends: new Map(),
          isCached: false,
          error: '',
          pushedFromMs: null,
          blobs: new Map(),
        };
        gathered.set(said.digest, vertex);
        vertex.inputs = said.inputs ?? vertex.inputs;
        vertex.name = said.name || vertex.name;
        vertex.isCached ||= said.cached === true;
        vertex.error = said.error || vertex.error;
        if (typeof said.started === 'number') {
          vertex.ends.set(said.started, said.completed ?? vertex.ends.get(said.started) ?? null);
        }
      }
      for (const status of result.output.statuses ?? []) {
        const vertex = status === null ? undefined : gathered.get(status.vertex);
        if (status === null || vertex === undefined) continue;
        const { id, started, current } = status;
        if (id.startsWith('pushing ') && typeof started === 'number') {
          vertex.pushedFromMs = Math.min(started, vertex.pushedFromMs ?? Infinity);
        }
        if (BLOB_TASK.test(id) && (vertex.blobs.has(id) || ++blobCount <= MOST_BLOBS)) {
          vertex.blobs.set(id, Math.max(current, vertex.blobs.get(id) ?? 0));
        }
      }
      return true;
    },
    vertices: () =>
      [...gathered.values()].map(({ ends, blobs, ...vertex }) => ({
        ...vertex,
        intervals: [...ends].map(([startMs, endMs]) => ({ startMs, endMs })),
        blobs: [...blobs].map(([task, bytes]) => ({ task, bytes })),
      })),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
