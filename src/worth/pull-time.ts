/** Lines that a node may have. */
export const LINES = [
  { name: '1 Gbit/s', bitsPerSecond: 1_000_000_000 },
  { name: '100 Mbit/s', bitsPerSecond: 100_000_000 },
] as const;

/** Of the size on disk, one layer after the other as containerd applies them: measured, docs/worth.md says how. */
export const UNPACK_BYTES_PER_SECOND = 100_000_000;

/** What a node that has nothing of an image takes to pull it; `unpackMs` is `null` where the size on disk is not known. */
export interface PullTime {
  downloadMs: number;
  unpackMs: number | null;
}

/** An estimate: layers come side by side and fill the line, then they are unpacked; what the registry itself takes is not in it. */
export function estimatePull(
  { downloadBytes, onDiskBytes }: { readonly downloadBytes: number; readonly onDiskBytes: number | null },
  bitsPerSecond: number,
): PullTime {
  return {
    downloadMs: Math.round((downloadBytes * 8 * 1000) / bitsPerSecond),
    unpackMs: onDiskBytes === null ? null : Math.round((onDiskBytes * 1000) / UNPACK_BYTES_PER_SECOND),
  };
}
