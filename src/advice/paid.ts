import type { CompileStep } from './compile-step.ts';

/** Where in a build and its image it shows what a finding costs. Lines are those that instructions begin in. */
export type Paid =
  /** The steps of these lines, each time that the source or the commit is another; or what they took, whenever they ran. */
  | { readonly kind: 'steps'; readonly when: 'edit' | 'commit' | 'run'; readonly lines: readonly number[] }
  /** The steps of these lines, whose cache mounts begin empty. */
  | { readonly kind: 'empty-mounts'; readonly lines: readonly number[] }
  /** What a step takes longer by emulation. */
  | { readonly kind: 'emulation'; readonly line: number }
  /** Files that the layer of a line has in these folders. */
  | { readonly kind: 'files'; readonly line: number; readonly folders: readonly string[] }
  /** Files of the layer of `line` that the layer of `by` hides or writes again, of these paths and below; `null`: of all. */
  | { readonly kind: 'hidden'; readonly line: number; readonly by: number; readonly within: readonly string[] | null }
  /** The base that the image is built on. */
  | { readonly kind: 'base' }
  /** Packages in the layer of a line that those of these names only recommend. */
  | { readonly kind: 'recommended'; readonly line: number; readonly named: readonly string[] }
  /** Sources in the layer of a line, and what a compiler makes on the way to a program. */
  | { readonly kind: 'build-inputs'; readonly line: number; readonly language: CompileStep['language'] }
  /** Packages that npm installed for development. */
  | { readonly kind: 'npm-development' }
  /** Symbols of the program of this name. */
  | { readonly kind: 'symbols'; readonly program: string };
