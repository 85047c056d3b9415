import { createHash } from 'node:crypto';
import type { Inputs } from './inputs.ts';

/** The builder that the image is built with. */
export interface PlannedBuilder {
  name: string;
  /** False for a builder that the user named: it is there already, and stays. */
  isSetUp: boolean;
  /** Of a builder that the user named: what `driver` says, but for Docker's own, which is known by its name. */
  driver: Inputs['driver'];
}

/**
 * Two steps of a job that ask for the same builder share one, by its name; another job on the same machine has its
 * own, since each job removes its builder when it ends. `job` identifies the job: run, attempt, runner.
 */
export function planBuilder(
  inputs: Pick<Inputs, 'builder' | 'driver' | 'builderSettings' | 'endpoint' | 'append'>,
  job: string,
): PlannedBuilder {
  const { builder, driver, builderSettings, endpoint, append } = inputs;
  if (builder !== '') return { name: builder, isSetUp: false, driver: builder === 'default' ? 'docker' : driver };
  const identity = JSON.stringify([job, driver, builderSettings, endpoint, append]);
  return {
    name: `plimsoll-${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`,
    isSetUp: true,
    driver,
  };
}
