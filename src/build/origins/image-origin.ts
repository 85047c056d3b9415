import type { Digest } from '../../image/digest.ts';

/** Where a platform's layers come from, as its build recorded it, or as the image's own data says. Texts are untrusted. */
export interface ImageOrigin {
  /** Normalised. */
  readonly platform: string;
  /** What the last stage's FROM names; `null`: it begins with nothing. */
  readonly base: BaseOrigin | null;
  /** Of the layers after the base's, in order; empty where only the base is known. */
  readonly layers: readonly LayerOrigin[];
  /** Where the files of the build's own context come from; `null`: not known, or it took none. */
  readonly context: ContextPlace | null;
}

/** Which files a build's own context was made of. Untrusted text; paths from the root of the repository, '' for it. */
export type ContextPlace =
  /** Those of a commit, and no others: the builder fetched it by itself. */
  | { readonly kind: 'commit'; readonly commit: string; readonly folder: string }
  /**
   * Those of a work tree where the commit was checked out, whatever else lay in it. `dockerfile`: `null` where that is not
   * known, or not in the work tree.
   */
  | {
      readonly kind: 'work-tree';
      readonly commit: string;
      readonly folder: string;
      readonly dockerfile: string | null;
    };

export interface BaseOrigin {
  /** As it was resolved, without a digest: `docker.io/library/debian:12`. */
  readonly reference: string;
  /** Of what the tag stood for then. */
  readonly digest: Digest | null;
  /** How many of the image's leading layers are its. */
  readonly layers: number;
  /** Of the FROM. */
  readonly source: SourceLine | null;
  /** Equal in two builds where their FROM asks for the same, whatever the tag stood for; `null`: not known. */
  readonly request: string | null;
}

export interface LayerOrigin {
  readonly source: SourceLine | null;
  /**
   * Equal in two builds where the instruction, its arguments and all that it is made from (earlier steps, other stages)
   * are the same, but for what base images' tags stood for and for the contents of files of build contexts. `null`: not known.
   */
  readonly recipe: string | null;
  /** Files of build contexts that went in, through earlier steps and other stages too; `null`: not known. */
  readonly inputs: readonly ContextInput[] | null;
}

/** What a Dockerfile is called that stands in no file of its own: `dockerfile-inline` of bake, or from the standard input. */
export const INLINE_DOCKERFILE = 'inline Dockerfile';

/** What a build's own context is called among the inputs of a layer. */
export const OWN_CONTEXT = 'context';

/** Part of a build context that a step takes. */
export interface ContextInput {
  /** `OWN_CONTEXT` for the build's own, else its name in `build-contexts`. */
  readonly context: string;
  /**
   * Files and folders in it, from its root, without a leading slash; '' for all of it. With the wildcards of COPY (Go's
   * `filepath.Match`): what only looks like one has a backslash before it. What is left out of it stands behind it
   * (`TakenPath`).
   */
  readonly paths: readonly string[];
}

/** `line` from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}
