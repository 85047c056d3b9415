import * as v from 'valibot';
import { isDigest } from '../../image/digest.ts';
import { parsePackageUrl, type PackageImage } from '../../image/package-url.ts';
import { parseJson } from '../../image/parse-json.ts';

/** The images that a build took something from, as its provenance lists them. */
export interface Materials {
  /** Each with the digest that its name stood for, where that is told. */
  readonly images: readonly PackageImage[];
  /** False where an image may be among them that has no name in a registry: from an OCI layout, or in an unknown form. */
  readonly isWhole: boolean;
}

const MOST_MATERIALS = 1000;

const List = v.nullish(
  v.array(v.object({ uri: v.string(), digest: v.nullish(v.record(v.string(), v.string()), {}) })),
  [],
);

/** An in-toto statement with either shape of provenance in it (facts/buildkit.md). */
const StatementSchema = v.object({
  predicate: v.union([
    v.pipe(
      v.object({ buildDefinition: v.object({ resolvedDependencies: List }) }),
      v.transform(({ buildDefinition }) => buildDefinition.resolvedDependencies),
    ),
    v.pipe(
      v.object({ buildType: v.string(), materials: List }),
      v.transform(({ materials }) => materials),
    ),
  ]),
});

/** Reads what mode=min has too, and nothing else: mode=max records the values of build arguments. Throws `IMAGE_INVALID`, naming `what`. */
export function parseMaterials(statement: Uint8Array, what: string): Materials {
  const { predicate } = parseJson(statement, StatementSchema, what);
  const packages = predicate.slice(0, MOST_MATERIALS).filter(({ uri }) => uri.startsWith('pkg:'));
  const images = packages.flatMap(({ uri, digest }): PackageImage[] => {
    const image = parsePackageUrl(uri);
    if (image === null || FRONTEND.test(image.reference.repository)) return [];
    const resolved = `sha256:${digest['sha256'] ?? ''}`;
    return [isDigest(resolved) ? { ...image, reference: { ...image.reference, digest: resolved } } : image];
  });
  const isWhole = predicate.length <= MOST_MATERIALS && packages.every(({ uri }) => parsePackageUrl(uri) !== null);
  return { images, isWhole };
}

/** What a `# syntax=` line names is a material too, and nobody's base. */
const FRONTEND = /^docker\/dockerfile(?:-upstream)?$/;
