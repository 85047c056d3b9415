import type { Level } from './rule.ts';

/** Worst first. */
export const LEVELS: readonly Level[] = ['high', 'medium', 'low'];
