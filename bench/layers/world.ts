import type { Engine } from '../../lab/engine/engine.ts';
import type { Registry } from '../../lab/registry/registry.ts';
import { run } from '../../lab/machine/run.ts';

/** What the rows of layers are measured in. */
export interface World {
  readonly engine: Engine;
  readonly registry: Registry;
  /** For what lies around; removed at the end. */
  readonly folder: string;
  /** To try the bench out: a tenth of the bytes. */
  readonly isSmall: boolean;
  readonly rounds: number;
  /** For scripts: the engine, and the peers by name. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

/** Pushes an OCI layout; gives its reference. */
export async function pushImage({ registry, env }: World, layout: string, name: string): Promise<string> {
  const reference = `${registry.host}/${name}`;
  await run(env['CRANE'] ?? 'crane', ['push', '--insecure', layout, reference]);
  return reference;
}

/** Takes images out of the engine. */
export async function forgetImages({ engine }: World, images: readonly string[]): Promise<void> {
  await run(engine.docker, ['image', 'rm', '--force', ...images], { env: engine.env }).catch(() => '');
}
