import * as v from 'valibot';
import { run } from '../../lab/machine/run.ts';

const LAYER = v.object({
  digest: v.string(),
  diffID: v.string(),
  downloadBytes: v.number(),
  onDiskBytes: v.nullish(v.number(), 0),
});
const INSPECTION = v.object({ platforms: v.tuple([v.object({ layers: v.array(LAYER) })]) });

/** The layers of an image of one platform, lowest first. */
export async function readLayers(image: string): Promise<v.InferOutput<typeof LAYER>[]> {
  const text = await run('node', ['dist/cli/index.js', 'inspect', '--files', '--json', '--quiet', image]);
  return v.parse(INSPECTION, JSON.parse(text)).platforms[0].layers;
}
