import { nativeArchitectures } from '../image/native-architectures.ts';
import type { Inputs } from './inputs.ts';

/** Whether QEMU is set up, and for which architectures: the value of setup-qemu-action's `platforms`. */
export interface PlannedEmulation {
  enabled: boolean;
  architectures: readonly string[];
}

/** `auto`: when a platform is foreign to the runner, and the builder is one that builds on the runner. */
export function planEmulation(
  inputs: Pick<Inputs, 'qemu' | 'platforms' | 'driver' | 'builder' | 'append' | 'endpoint'>,
  runnerArchitecture: string,
): PlannedEmulation {
  const own = nativeArchitectures(runnerArchitecture);
  const foreign = inputs.platforms
    .map((platform) => platform.split('/'))
    .filter(([os, architecture = '']) => os === 'linux' && !own.includes(architecture))
    .map(([, architecture = '']) => architecture);
  const enabled = inputs.qemu === 'auto' ? foreign.length > 0 && buildsOnRunner(inputs) : inputs.qemu;
  return { enabled, architectures: enabled ? [...new Set(foreign)] : [] };
}

/**
 * Nodes that were appended, and an existing builder, are there for the foreign platforms: with emulation beside them,
 * Buildx would take the runner's emulated node for them first.
 */
function buildsOnRunner(inputs: Pick<Inputs, 'driver' | 'builder' | 'append' | 'endpoint'>): boolean {
  if (inputs.builder !== '' || inputs.append !== '') return false;
  if (inputs.driver !== 'docker-container' && inputs.driver !== 'docker') return false;
  return !/^(?:tcp|ssh|https?):\/\/(?!127\.|localhost\b|\[::1\])/.test(inputs.endpoint);
}
