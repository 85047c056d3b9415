import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as v from 'valibot';

import type { Repository } from './repository.ts';

const descriptor = v.object({ mediaType: v.string(), digest: v.pipe(v.string(), v.startsWith('sha256:')) });
const index = v.object({ manifests: v.tupleWithRest([descriptor], descriptor) });
const manifest = v.object({ config: descriptor, layers: v.array(descriptor) });

/** Pushes an OCI layout that `writeLayout` wrote, under a tag; gives the digest of its index. */
export async function pushLayout(layout: string, repository: Repository, tag: string): Promise<string> {
  const read = async (digest: string): Promise<Buffer> =>
    await readFile(join(layout, 'blobs', 'sha256', digest.slice('sha256:'.length)));
  const parse = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'));

  const [top] = v.parse(index, parse(await readFile(join(layout, 'index.json')))).manifests;
  const topBytes = await read(top.digest);
  for (const child of v.parse(index, parse(topBytes)).manifests) {
    const bytes = await read(child.digest);
    const { config, layers } = v.parse(manifest, parse(bytes));
    for (const blob of [config, ...layers]) await repository.putBlob(blob.digest, async () => await read(blob.digest));
    await repository.putManifest(child.mediaType, bytes);
  }
  return await repository.putManifest(top.mediaType, topBytes, tag);
}
