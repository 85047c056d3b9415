import type { Cause } from '../comparison.ts';

type PackageType = NonNullable<Cause['package']>['type'];

/** A package as the image's own data names it. Texts are untrusted. */
export interface InstalledPackage {
  readonly type: PackageType;
  readonly name: string;
  readonly version: string;
  /** Its files by path, the folder that all of it is in, or the archive that it is a part of. */
  readonly files:
    | { readonly kind: 'listed'; readonly paths: readonly string[] }
    | { readonly kind: 'folder'; readonly path: string }
    | { readonly kind: 'within'; readonly path: string; readonly bytes: number };
}

/** What files of a root file system tell of packages (`PackageReader`), by path. */
export type PackageTexts = ReadonlyMap<string, string>;

/** Of all packages with one name. */
export function keyOf({ type, name }: Pick<InstalledPackage, 'type' | 'name'>): string {
  return `${type} ${name}`;
}
