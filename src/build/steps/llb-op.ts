import * as v from 'valibot';

/** What a step does, as far as the way of its layers and files needs it; of the definition that BuildKit runs (LLB, `solver/pb/ops.proto`). */
export type LlbOp =
  | { readonly kind: 'source'; readonly identifier: string; readonly attributes: Readonly<Record<string, string>> }
  /** `environment`: `NAME=value`; values may be secret. */
  | { readonly kind: 'exec'; readonly mounts: readonly ExecMount[]; readonly environment: readonly string[] }
  | { readonly kind: 'file'; readonly actions: readonly FileAction[] }
  /** The inputs one over the other, by their places among the step's. */
  | { readonly kind: 'merge'; readonly inputs: readonly number[] }
  /** The last step: its input is what was built. */
  | { readonly kind: 'result' }
  | { readonly kind: 'other' };

export interface ExecMount {
  /** Place among the step's inputs; -1: it begins empty. */
  readonly input: number;
  /** Part of the input; '' for all of it. */
  readonly selector: string;
  /** Place among the step's outputs; -1: what is written there is thrown away. */
  readonly output: number;
}

export interface FileAction {
  /** What it is done on. Places from the number of the step's inputs on are earlier actions; -1: nothing. */
  readonly input: number;
  /** What a copy takes from, in the same count. */
  readonly secondaryInput: number;
  /** Place among the step's outputs; -1: for later actions only. */
  readonly output: number;
  readonly copy: FileCopy | null;
}

export interface FileCopy {
  /** From the root of the input, with a leading slash. */
  readonly source: string;
  readonly hasWildcards: boolean;
  /** Of what is below `source`; all of it where there are none. */
  readonly includes: readonly string[];
  /** Of what is below `source`, or below what it stands for; as in a .dockerignore. */
  readonly excludes: readonly string[];
}

const MOST_PARTS = 10_000;

/** protobuf leaves zeros out. */
const index = v.nullish(v.pipe(v.number(), v.safeInteger()), 0);
const text = v.nullish(v.string(), '');
const list = <Item>(item: v.GenericSchema<unknown, Item>) =>
  v.nullish(v.pipe(v.array(item), v.maxLength(MOST_PARTS)), []);

const Copy = v.pipe(
  v.object({
    src: text,
    allowWildcard: v.nullish(v.boolean(), false),
    include_patterns: list(v.string()),
    exclude_patterns: list(v.string()),
  }),
  v.transform(({ src, allowWildcard, include_patterns, exclude_patterns }): FileCopy => ({
    source: src,
    hasWildcards: allowWildcard,
    includes: include_patterns,
    excludes: exclude_patterns,
  })),
);

const Exec = v.pipe(
  v.object({
    meta: v.nullish(v.object({ env: list(v.string()) })),
    mounts: list(v.object({ input: index, selector: text, output: index })),
  }),
  v.transform(({ meta, mounts }): LlbOp => ({ kind: 'exec', mounts, environment: meta?.env ?? [] })),
);

const Source = v.pipe(
  v.object({ identifier: v.string(), attrs: v.nullish(v.record(v.string(), v.string()), {}) }),
  v.transform(({ identifier, attrs }): LlbOp => ({ kind: 'source', identifier, attributes: attrs })),
);

const File = v.pipe(
  v.object({
    actions: list(
      v.object({ input: index, secondaryInput: index, output: index, Action: v.object({ copy: v.nullish(Copy) }) }),
    ),
  }),
  v.transform(({ actions }): LlbOp => ({
    kind: 'file',
    actions: actions.map(({ Action, ...places }) => ({ ...places, copy: Action.copy ?? null })),
  })),
);

const Merge = v.pipe(
  v.object({ inputs: list(v.object({ input: index })) }),
  v.transform(({ inputs }): LlbOp => ({ kind: 'merge', inputs: inputs.map(({ input }) => input) })),
);

/** `{"Op": {"exec": …}, "platform": …}` to what it does; a kind that is not known here is `other`. */
export const LlbOpSchema = v.pipe(
  v.object({
    Op: v.union([
      v.pipe(
        v.object({ exec: Exec }),
        v.transform(({ exec }) => exec),
      ),
      v.pipe(
        v.object({ source: Source }),
        v.transform(({ source }) => source),
      ),
      v.pipe(
        v.object({ file: File }),
        v.transform(({ file }) => file),
      ),
      v.pipe(
        v.object({ merge: Merge }),
        v.transform(({ merge }) => merge),
      ),
      v.pipe(
        v.strictObject({}),
        v.transform((): LlbOp => ({ kind: 'result' })),
      ),
      v.pipe(
        v.unknown(),
        v.transform((): LlbOp => ({ kind: 'other' })),
      ),
    ]),
  }),
  v.transform(({ Op }) => Op),
);
