import type { Comparison, PlatformComparison } from './comparison.ts';

/** Bytes of a platform's download that came or went by themselves, as far as that is known. */
export function driftBytes({ causes }: Pick<PlatformComparison, 'causes'>): number {
  return causes.reduce((sum, { by, downloadBytes }) => (by === 'drift' ? sum + downloadBytes : sum), 0);
}

/** What a change under review is answerable for of a platform's download; `null` where that is not compared. */
export function countedChange(platform: PlatformComparison): number | null {
  const { change } = platform.download;
  return change === null ? null : change - driftBytes(platform);
}

/** Whether the budgets count drift too (`count-drift`): they are the only ones to know, and it shows where there is some. */
export function isDriftCounted({ platforms, budgets }: Pick<Comparison, 'platforms' | 'budgets'>): boolean {
  return budgets.some(({ limit, platform: name, measured }) => {
    if (!limit.startsWith('max-increase:')) return false;
    const platform = platforms.find((candidate) => candidate.platform === name);
    return platform !== undefined && driftBytes(platform) !== 0 && measured === platform.download.change;
  });
}
