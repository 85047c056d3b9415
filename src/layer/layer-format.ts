import { invalidLayer } from './invalid-layer.ts';

export type Compression = 'none' | 'gzip' | 'zstd';

const KNOWN =
  /^application\/vnd\.(?:oci\.image\.layer\.(?:nondistributable\.)?v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.(?:foreign\.)?diff\.tar(?:\.(?:gzip|zstd))?)$/;

/**
 * How a layer's blob is packed: its first bytes say, since media types are wrong now and then; which media types are a
 * layer at all, the type. Throws `IMAGE_INVALID`, naming `what`, for what cannot be read: encrypted, kept elsewhere, unknown.
 */
export function findCompression(mediaType: string, start: Uint8Array, what: string): Compression {
  const type = mediaType.slice(0, 100);
  if (type.includes('+encrypted')) throw invalidLayer(what, 'is encrypted');
  if (!KNOWN.test(mediaType)) throw invalidLayer(what, `has a media type that is no layer's that is known: ${type}`);
  const startsWith = (magic: readonly number[]) => magic.every((byte, place) => start[place] === byte);
  if (startsWith(GZIP)) return 'gzip';
  const isSkippable =
    ((start[0] ?? 0) & 0xf0) === 0x50 && [1, 2, 3].every((place) => start[place] === SKIPPABLE[place]);
  return startsWith(ZSTD) || isSkippable ? 'zstd' : 'none';
}

const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];
/** The first byte's low half is free. */
const SKIPPABLE = [0x50, 0x2a, 0x4d, 0x18];
