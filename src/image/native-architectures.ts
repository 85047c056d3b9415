/** 32-bit ARM is not among arm64's: many servers dropped it. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  amd64: ['amd64', '386'],
  arm64: ['arm64'],
  arm: ['arm'],
  '386': ['386'],
};

/** Architectures that a processor of this kind runs by itself. */
export function nativeArchitectures(architecture: string): readonly string[] {
  return RUNS[architecture] ?? [architecture];
}
