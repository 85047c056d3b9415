import * as v from 'valibot';
import { DescriptorSchema } from './descriptor.ts';
import { parseJson } from './parse-json.ts';
import type { Descriptor, ImageSource } from './source.ts';

/** Its version follows: v0.2 or v1. */
const PROVENANCE = 'https://slsa.dev/provenance/';

const AttestationSchema = v.object({ layers: v.nullish(v.array(DescriptorSchema), []) });

/**
 * What is stated of how a platform was built: an in-toto statement, out of the manifest of its attestations. `null`: none.
 * Throws `IMAGE_INVALID`, `LIMIT_EXCEEDED` and what the source throws.
 */
export async function fetchProvenance(source: ImageSource, attestation: Descriptor): Promise<Uint8Array | null> {
  const { bytes, digest } = await source.fetchManifest(attestation);
  const { layers } = parseJson(bytes, AttestationSchema, `${source.name}, attestation ${digest}`);
  const statement = layers.find(({ annotations }) => annotations['in-toto.io/predicate-type']?.startsWith(PROVENANCE));
  return statement === undefined ? null : await source.fetchBlob(statement);
}
