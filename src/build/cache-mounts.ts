import * as v from 'valibot';
import { unionMs } from './timeline/union-ms.ts';
import type { GraphStep } from './steps/build-graph.ts';
import type { Provenance } from './origins/provenance.ts';
import type { Vertex } from './steps/vertex.ts';

/**
 * A folder that a builder keeps for `RUN --mount=type=cache`. Two mounts are the same folder where both fields agree
 * (BuildKit: `solver/llbsolver/mounts`, `getRefCacheDir`); no platform is in it but by the ID's own text.
 */
export interface CacheMount {
  /** With its namespace: `/root/.cache/go-build` is `//root/.cache/go-build`. Untrusted text. */
  readonly id: string;
  /** What it begins as; `content`: with what is in a stage or an image (`from=`, `source=`). */
  readonly begins: { readonly kind: 'empty' } | MountFolder | { readonly kind: 'content' };
}

/** Of a mount with `uid=`, `gid=` or `mode=`. */
export interface MountFolder {
  readonly kind: 'folder';
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

/** A step with cache mounts, on one platform or for all. */
export interface CacheMountStep {
  readonly mounts: readonly CacheMount[];
  /** False where the step came from the cache, and its mounts were not looked at. */
  readonly ran: boolean;
}

const CACHE = 3;
const MOST_MOUNTS = 100;
const LONGEST_ID = 1024;

const number = v.nullish(v.pipe(v.number(), v.safeInteger()), 0);

const ExecSchema = v.object({
  Op: v.object({
    exec: v.object({
      mounts: v.pipe(
        v.array(
          v.object({
            input: number,
            selector: v.nullish(v.string(), ''),
            mountType: number,
            cacheOpt: v.nullish(v.object({ ID: v.pipe(v.string(), v.maxLength(LONGEST_ID)) })),
          }),
        ),
        v.maxLength(MOST_MOUNTS),
      ),
    }),
  }),
});

const owner = v.nullish(v.object({ User: v.nullish(v.object({ byId: number })) }));

/** What BuildKit's frontend makes for `uid=`, `gid=` and `mode=`: a folder of that name on nothing. */
const FolderSchema = v.object({
  Op: v.object({
    file: v.object({
      actions: v.tuple([
        v.object({
          input: v.literal(-1),
          Action: v.object({
            mkdir: v.object({
              path: v.literal('/cache'),
              mode: number,
              owner: v.nullish(v.object({ user: owner, group: owner })),
            }),
          }),
        }),
      ]),
    }),
  }),
});

/** Cache mounts of the steps of a build that have some, by the digests of their vertices. */
export function findCacheMounts({ graph, stepOf }: Provenance): Map<string, readonly CacheMount[]> {
  const steps = graph?.steps ?? [];
  const found = new Map(steps.map((step) => [step.id, readMounts(step, steps)]));
  return new Map(
    Object.entries(stepOf).flatMap(([digest, id]) => {
      const mounts = found.get(id) ?? [];
      return mounts.length === 0 ? [] : [[digest, mounts] as const];
    }),
  );
}

/** Of all platforms; a vertex that was interrupted, or failed, did not run: who knows what it left. */
export function listCacheMountSteps(
  found: ReadonlyMap<string, readonly CacheMount[]>,
  vertices: readonly Vertex[],
): CacheMountStep[] {
  return vertices.flatMap(({ digest, isCached, error, intervals }) => {
    const mounts = found.get(digest);
    return mounts === undefined ? [] : [{ mounts, ran: !isCached && error === '' && unionMs(intervals) !== null }];
  });
}

function readMounts(step: GraphStep, steps: readonly GraphStep[]): CacheMount[] {
  if (step.op.kind !== 'exec') return [];
  const exec = v.safeParse(ExecSchema, step.written);
  if (!exec.success) return [];
  return exec.output.Op.exec.mounts.flatMap(({ input, selector, mountType, cacheOpt }): CacheMount[] => {
    if (mountType !== CACHE || cacheOpt === null || cacheOpt === undefined) return [];
    if (input === -1 && selector === '') return [{ id: cacheOpt.ID, begins: { kind: 'empty' } }];
    const folder = selector === '/cache' ? readFolder(steps[step.inputs[input]?.step ?? -1]) : null;
    return [{ id: cacheOpt.ID, begins: folder ?? { kind: 'content' } }];
  });
}

function readFolder(step: GraphStep | undefined): MountFolder | null {
  const parsed = v.safeParse(FolderSchema, step?.written);
  if (!parsed.success) return null;
  const { mode, owner: owners } = parsed.output.Op.file.actions[0].Action.mkdir;
  return {
    kind: 'folder',
    uid: owners?.user?.User?.byId ?? 0,
    gid: owners?.group?.User?.byId ?? 0,
    mode,
  };
}
