import { systemClock, type Clock } from '../github/clock.ts';
import type { RegistryOptions } from '../image/registry/registry-client.ts';

/** How patient the phases are with the outside; tests play the time and make the limits small. */
export interface Outside {
  clock: Clock;
  registry: Pick<RegistryOptions, 'retry' | 'patience'>;
  github: {
    /** Of one try of a request. Default as in github/limits.ts. */
    exchangeMs?: number;
  };
}

export const OUTSIDE: Outside = { clock: systemClock, registry: {}, github: {} };
