import { debianRelease } from '../machine/debian-release.ts';
import { startEngine } from '../engine/engine.ts';
import { startOlareg } from './olareg.ts';
import type { RegistryBackend } from './registry-backend.ts';
import { startRegistryContainer } from './registry-container.ts';
import { startRegistryFront } from './registry-front.ts';
import { startRegistryProcess } from './registry-process.ts';
import type { FaultHook, RegistryRequest } from './registry-request.ts';
import { stopOnce } from '../machine/stop-once.ts';
import { makeTokenDoor, type TokenDoorOptions } from './token-door.ts';

export interface RegistryOptions {
  readonly log?: (line: string) => void;
  /** Basic authentication for everything; open without it. */
  readonly password?: { readonly username: string; readonly password: string };
  /** Bearer tokens from an endpoint of its own, as ghcr.io has them; instead of `password`. */
  readonly tokens?: TokenDoorOptions;
  /** With the Referrers API (olareg, in memory); not with `password`. */
  readonly hasReferrers?: boolean;
  /** Makes it misbehave. */
  readonly fault?: FaultHook;
}

export interface Registry {
  /** As references have it: `127.0.0.1:40001`. */
  readonly host: string;
  /** `http://127.0.0.1:40001` */
  readonly url: string;
  /** What it was asked so far, in order. */
  readonly requests: () => RegistryRequest[];
  /** Empties the access log. */
  readonly forgetRequests: () => void;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a real registry (CNCF Distribution 2.8.3, or olareg) on a free port of the loopback, its storage thrown away with it,
 * deletion allowed: Debian's package on Debian, else a container.
 */
export async function startRegistry(options: RegistryOptions = {}): Promise<Registry> {
  const log = options.log ?? (() => undefined);
  const backend = options.hasReferrers === true ? await startOlareg(log) : await startDistribution(options, log);
  const door = options.tokens === undefined ? null : makeTokenDoor(options.tokens);
  const front = await startRegistryFront(backend.address, options.fault ?? (() => null), door);
  const host = `127.0.0.1:${front.port}`;
  log(`started a registry at ${host}`);
  return {
    host,
    url: `http://${host}`,
    requests: front.requests,
    forgetRequests: front.forgetRequests,
    stop: stopOnce(async () => {
      await front.stop();
      await backend.stop();
    }),
  };
}

async function startDistribution({ password }: RegistryOptions, log: (line: string) => void): Promise<RegistryBackend> {
  if ((await debianRelease()) !== null) return await startRegistryProcess({ password, log });
  const engine = await startEngine({ log });
  const { address, stop } = await startRegistryContainer(engine, { password, log });
  return {
    address,
    stop: async () => {
      await stop();
      await engine.stop();
    },
  };
}
