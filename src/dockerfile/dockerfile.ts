import type { MappedText } from './mapped-text.ts';

/** A Dockerfile as BuildKit reads it. Made by `parseDockerfile` only. */
export interface Dockerfile {
  /** Without their ends, and without a byte order mark. */
  readonly lines: readonly string[];
  readonly escape: '\\' | '`';
  /** The `ARG` before the first `FROM`. */
  readonly globals: readonly Instruction[];
  /** Those before the first `FROM` are not in one. */
  readonly stages: readonly Stage[];
  /** Text of each comment after its `#`, by line. */
  readonly comments: ReadonlyMap<number, string>;
}

export interface Stage {
  readonly index: number;
  /** In lower case, as BuildKit compares it. */
  readonly name: string | null;
  readonly from: Instruction;
  readonly base: Base;
  /** Of `--platform`, as it is written. */
  readonly platform: string | null;
  /** All but the `FROM`. */
  readonly instructions: readonly Instruction[];
}

export type Base =
  | { readonly kind: 'scratch' }
  | { readonly kind: 'stage'; readonly index: number }
  /** `image` with the defaults of the arguments in it. */
  | { readonly kind: 'image'; readonly image: string }
  /** What it is depends on an argument without a default. */
  | { readonly kind: 'unknown' };

export interface Instruction {
  /** In upper case. */
  readonly keyword: string;
  readonly line: number;
  /** With the heredocs. */
  readonly lastLine: number;
  readonly flags: readonly Flag[];
  /** What stands after keyword and flags: continued lines joined, comments between them left out, no heredoc. */
  readonly argument: MappedText;
  /** The exec form's strings; `null` where it is not in that form. */
  readonly exec: readonly string[] | null;
  /** The argument at its blanks, or the exec form's strings; heredocs are not among them. */
  readonly words: readonly string[];
  readonly heredocs: readonly Heredoc[];
  /** Of `ONBUILD`. */
  readonly trigger: Instruction | null;
}

export interface Flag {
  readonly name: string;
  /** `''` where there is none. */
  readonly value: string;
}

export interface Heredoc {
  readonly name: string;
  readonly body: MappedText;
  /** Where the word stands in the argument. */
  readonly offset: number;
}

/** Stages from the one that has an image of others as its base to `stage`: what they write is what is shipped. */
export function listChain({ stages }: Dockerfile, stage: Stage): Stage[] {
  const chain = [stage];
  // A base stands before its stage, so that this ends.
  for (let { base } = stage; base.kind === 'stage';) {
    const below = stages[base.index];
    if (below === undefined) break;
    chain.unshift(below);
    base = below.base;
  }
  return chain;
}

/** Stages that a build of `target` needs, by place. */
export function listNeeded(dockerfile: Dockerfile, target: Stage): Stage[] {
  const needed = new Set<Stage>();
  const left = [target];
  for (let stage = left.pop(); stage !== undefined; stage = left.pop()) {
    if (needed.has(stage)) continue;
    needed.add(stage);
    const { base } = stage;
    const names = stage.instructions.flatMap(listSources);
    left.push(
      ...names.flatMap((name) => findStage(dockerfile, name, stage.index) ?? []),
      ...(base.kind === 'stage' ? dockerfile.stages.slice(base.index, base.index + 1) : []),
    );
  }
  return [...needed].sort((one, other) => one.index - other.index);
}

/** The stage before `before` that a name or number means; of two with one name the later. */
export function findStage({ stages }: Dockerfile, name: string, before = stages.length): Stage | null {
  const wanted = name.toLowerCase();
  const named = stages.slice(0, before).findLast((stage) => stage.name === wanted);
  if (named !== undefined) return named;
  return /^[0-9]{1,6}$/.test(name) && Number(name) < before ? (stages[Number(name)] ?? null) : null;
}

/** What `COPY --from` and `RUN --mount=from=` name: stages, images, contexts. */
export function listSources({ flags }: Instruction): string[] {
  return flags.flatMap(({ name, value }) => {
    if (name === 'from') return value === '' ? [] : [value];
    if (name !== 'mount') return [];
    const from = parseMount(value).get('from');
    return from === undefined || from === '' ? [] : [from];
  });
}

/** Of `--mount=type=cache,target=/x`: keys in lower case. */
export function parseMount(value: string): ReadonlyMap<string, string> {
  return new Map(
    value.split(',').map((part): [string, string] => {
      const [key = '', ...rest] = part.trim().split('=');
      return [key.toLowerCase(), rest.join('=').replace(/^(["'])(.*)\1$/, '$2')];
    }),
  );
}
