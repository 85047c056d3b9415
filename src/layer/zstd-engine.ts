import { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { ENGINE_OPTIONS, type Engine } from './run-engine.ts';

/** Node's own zstd, from 22.15 on; `null` where there is none. */
export function makeZstdEngine(): Engine | null {
  const create: unknown = Reflect.get(zlib, 'createZstdDecompress');
  const engine: unknown = typeof create === 'function' ? Reflect.apply(create, zlib, [ENGINE_OPTIONS]) : null;
  return isEngine(engine) ? engine : null;
}

function isEngine(engine: unknown): engine is Engine {
  return engine instanceof Transform && 'bytesWritten' in engine;
}
