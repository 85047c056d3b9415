import { startRegistry } from '../lab/registry/registry.ts';

/** A registry in a process of its own, as a user's is on a machine of its own: it tells its host, and ends with its parent. */
const registry = await startRegistry();
process.once('disconnect', () => void registry.stop());
process.send?.(registry.host);
