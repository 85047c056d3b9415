import type { Cause } from '../comparison.ts';

type PackageType = NonNullable<Cause['package']>['type'];

/** A package as the image's own data names it. Texts are untrusted. */
export interface InstalledPackage {
  readonly type: PackageType;
  readonly name: string;
  readonly version: string;
  /** Its files by path, or the folder that all of it is in. */
  readonly files:
    { readonly kind: 'listed'; readonly paths: readonly string[] } | { readonly kind: 'folder'; readonly path: string };
}

/** Files of a root file system that tell of packages, by path, as text. */
export type PackageTexts = ReadonlyMap<string, string>;
