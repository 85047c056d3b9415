import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';

import { PlimsollError } from '../../src/errors.ts';
import type { Layer } from './layer.ts';

const index = v.object({ manifests: v.tupleWithRest([v.object({ digest: v.string() })], v.unknown()) });
const platforms = v.object({
  manifests: v.array(v.object({ digest: v.string(), platform: v.object({ architecture: v.string() }) })),
});
const manifest = v.object({
  config: v.object({ digest: v.string() }),
  layers: v.array(v.object({ digest: v.string(), size: v.number() })),
});
const config = v.object({
  rootfs: v.object({ diff_ids: v.array(v.string()) }),
  history: v.array(v.object({ created_by: v.string() })),
});

/** The layers of one platform of a layout that `writeLayout` wrote. */
export async function layoutLayers(layout: string, architecture: string): Promise<Layer[]> {
  const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(layout, path), 'utf8'));
  const blob = async (digest: string): Promise<unknown> => await read(digest.replace('sha256:', 'blobs/sha256/'));
  const [top] = v.parse(index, await read('index.json')).manifests;
  const listed = v.parse(platforms, await blob(top.digest)).manifests;
  const wanted = listed.find(({ platform }) => platform.architecture === architecture);
  if (wanted === undefined) throw new PlimsollError('DOCKER_FAILED', `${layout} has no image for ${architecture}.`);
  const image = v.parse(manifest, await blob(wanted.digest));
  const { rootfs, history } = v.parse(config, await blob(image.config.digest));
  return image.layers.map(({ digest, size }, place) => ({
    digest,
    size,
    diffID: rootfs.diff_ids[place] ?? '',
    createdBy: history[place]?.created_by ?? '',
  }));
}
