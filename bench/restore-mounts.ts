import * as v from 'valibot';
import { RegistryClient } from '../src/image/registry/registry-client.ts';
import { findKept } from '../src/mounts/find-kept.ts';
import { restoreMounts } from '../src/mounts/restore-mounts.ts';

const MountsSchema = v.object({
  docker: v.object({ path: v.string(), env: v.record(v.string(), v.string()) }),
  builder: v.string(),
  reference: v.string(),
});

/** What it is told. */
export type MountsToRestore = v.InferOutput<typeof MountsSchema>;

/**
 * Restores cache mounts in a process of its own, as the action's step does: one that did more before has more memory, and
 * takes longer to start programs. Tells how long it took without its own start, and what came back.
 */
process.once('message', (message) => void restore(v.parse(MountsSchema, message)));

async function restore({ docker, builder, reference }: MountsToRestore): Promise<void> {
  const client = new RegistryClient({ env: docker.env });
  const startMs = performance.now();
  const kept = await findKept(docker, builder, client, [reference]);
  if (kept === null) throw new Error('nothing is kept');
  const { bytes, files } = await restoreMounts(kept.container, client, kept.set);
  const ms = performance.now() - startMs;
  client.close();
  process.send?.({ ms, bytes, files, packing: kept.set.packs[0]?.packing ?? 'nothing' });
  process.disconnect();
}
