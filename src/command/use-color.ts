import type { Options } from './common-options.ts';
import type { Terminal } from './terminal.ts';

/** Whether to colour what goes to stdout: what was asked for, else on a terminal that can (no-color.org). */
export function useColor(asked: Options['color'], terminal: Pick<Terminal, 'env' | 'columns'>): boolean {
  if (asked !== 'auto') return asked === 'always';
  return terminal.columns() !== null && !terminal.env['NO_COLOR'] && terminal.env['TERM'] !== 'dumb';
}
