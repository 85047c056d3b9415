import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import * as v from 'valibot';
import { PlimsollError, wrapError } from '../errors.ts';
import { openLayout } from './layout-source.ts';
import { LIMITS } from './limits.ts';
import { parseJson } from './parse-json.ts';
import { openSavedImage } from './saved-image.ts';
import { scanArchiveFile } from './scan-archive-file.ts';
import { scanArchiveStream } from './scan-archive-stream.ts';
import type { ArchiveFiles } from './archive-files.ts';
import type { ImageSource } from './source.ts';

export interface ArchiveKey {
  /** As the user named it. */
  readonly name: string;
  /** `docker`: either form that `docker save` has had; `oci`: a layout. */
  readonly form: 'oci' | 'docker';
  readonly file: string;
  /** Chooses one where there are several. */
  readonly tag: string | null;
}

/**
 * An image in a tar file, plain or compressed with gzip: `oci-archive:FILE[:TAG]`, `docker-archive:FILE[:TAG]`. Nothing is
 * unpacked. Throws as `openLayout` and `openSavedImage` do, and `FILE_UNREADABLE`.
 */
export function openArchive({ name, form, file, tag }: ArchiveKey): ImageSource {
  return openArchiveFiles(name, form, tag, async () => {
    try {
      return (await isGzip(file))
        ? await scanArchiveStream(() => inflate(file), name)
        : await scanArchiveFile(file, name);
    } catch (error) {
      throw wrapError(
        'FILE_UNREADABLE',
        name,
        error,
        'An archive is a tar file, plain or compressed with gzip; a folder is oci:DIR.',
      );
    }
  });
}

/** An image in an archive that is looked through once, when it is first asked for. `null`: there is none. */
export function openArchiveFiles(
  name: string,
  form: ArchiveKey['form'],
  tag: string | null,
  scan: () => Promise<ArchiveFiles | null>,
): ImageSource {
  let opened: Promise<ImageSource | null> | null = null;
  const openOnce = async (): Promise<ImageSource | null> => {
    const files = await scan();
    if (files === null) return null;
    return form === 'oci' || (await hasIndex(files, name))
      ? openLayout(name, files, tag)
      : openSavedImage(name, files, tag);
  };
  const find = () => (opened ??= openOnce());
  const get = async (): Promise<ImageSource> => {
    const image = await find();
    if (image === null) throw new PlimsollError('IMAGE_NOT_FOUND', `there is no image ${name}`);
    return image;
  };
  return {
    name,
    fetchRoot: async () => (await (await find())?.fetchRoot()) ?? null,
    fetchManifest: async (descriptor) => await (await get()).fetchManifest(descriptor),
    fetchBlob: async (descriptor) => await (await get()).fetchBlob(descriptor),
    openBlob: async (blob) => await (await get()).openBlob(blob),
  };
}

/** "docker save" of an image by its digest writes an index of nothing beside the manifest.json that names it. */
async function hasIndex(files: ArchiveFiles, name: string): Promise<boolean> {
  const index = await files.read('index.json', LIMITS.manifestBytes);
  if (index === null) return false;
  const { manifests } = parseJson(
    index,
    v.object({ manifests: v.nullish(v.array(v.unknown())) }),
    `${name}, index.json`,
  );
  return (manifests ?? []).length > 0 || (await files.read('manifest.json', LIMITS.manifestBytes)) === null;
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function* inflate(file: string): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import('node:zlib');
  const { pipeline } = await import('node:stream');
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // An error of the file reaches whoever reads the other end.
  const chunks: AsyncIterable<Uint8Array> = pipeline(createReadStream(file), gunzip, () => undefined);
  yield* chunks;
}
