import type { Engine } from '../engine/engine.ts';
import { run } from '../machine/run.ts';

/**
 * Copies an image with all its platforms from one registry to another, for a machine that reaches the upstream
 * ones. References as Docker has them: `golang:1.26`, `127.0.0.1:40001/library/golang:1.26`.
 */
export async function copyBase(engine: Engine, from: string, to: string): Promise<void> {
  const args = ['buildx', 'imagetools', 'create', '--builder', 'default', '--tag', to, from];
  await run(engine.docker, args, {
    env: engine.env,
    hint: `The lab builds ${from} itself on Debian only; here Docker has to reach it.`,
  });
}
