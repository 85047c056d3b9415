import { setOutput } from '@actions/core';

/** Outputs of the step, in the runner's file, where text of any kind is safe. */
export function writeOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
