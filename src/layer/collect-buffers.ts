import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * To be told of bytes of blobs that came in. V8 leaves 32 MB of buffers that nobody holds any more before it looks after
 * them, and a stream takes a new one for each piece; this has it look every 2 MiB, at its young objects alone, which costs
 * less than what it saves in caches.
 */
export function collectBuffers(bytes: number): void {
  passedBytes += bytes;
  if (passedBytes < EACH_BYTES) return;
  passedBytes = 0;
  collect ??= findCollector();
  collect();
}

const EACH_BYTES = 2 * 1024 * 1024;
let passedBytes = 0;
let collect: (() => void) | null = null;

function findCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc !== 'function') return () => undefined;
  return () => {
    Reflect.apply(gc, undefined, [{ type: 'minor' }]);
  };
}
