import { parseDockerfile } from '../../../src/dockerfile/parse-dockerfile.ts';
import type { Dockerfile } from '../../../src/dockerfile/dockerfile.ts';

/** A Dockerfile that can be read. */
export function parsed(text: string): Dockerfile {
  const result = parseDockerfile(text);
  if (result.kind === 'refused') throw new Error(result.why);
  return result.dockerfile;
}
