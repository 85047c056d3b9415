import * as v from 'valibot';
import { parseProvenance } from './provenance.ts';
import { readOrigin } from './read-origin.ts';
import { parseJson } from '../../image/parse-json.ts';
import type { ImageOrigin } from './image-origin.ts';
import type { PlatformImage } from '../../image/image.ts';

const StatementSchema = v.object({ predicate: v.unknown() });

/**
 * What provenance of mode=max states of an image, as the builder's own record does. `null`: it is of another mode, cannot
 * be read, or tells of another number of layers than there are.
 */
export function readStatedOrigin(statement: Uint8Array, { platform, layers }: PlatformImage): ImageOrigin | null {
  try {
    const { predicate } = parseJson(statement, StatementSchema, 'provenance');
    const origin = readOrigin(parseProvenance(Buffer.from(JSON.stringify(predicate)), 'provenance'), platform);
    return (origin?.base?.layers ?? 0) + (origin?.layers.length ?? 0) === layers.length ? origin : null;
  } catch {
    return null;
  }
}
