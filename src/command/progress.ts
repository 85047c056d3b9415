import type { Options } from './common-options.ts';
import type { Terminal } from './terminal.ts';

/** Before it, nobody wonders. */
const PATIENCE_MS = 2000;

/** What is being read, for who waits at a terminal. */
export interface Progress {
  /** Says what is read for as long as the promise takes. */
  readonly follow: <T>(untrusted: string, work: Promise<T>) => Promise<T>;
  /** Takes it off the screen. */
  readonly end: () => void;
}

/** Shown after two seconds on a terminal, and nowhere else: neither in CI nor where lines are printed meanwhile. */
export function startProgress(terminal: Terminal, { quiet, verbose }: Pick<Options, 'quiet' | 'verbose'>): Progress {
  const pending = new Map<symbol, string>();
  let seconds = PATIENCE_MS / 1000;
  const draw = (): void => {
    terminal.draw(`reading ${[...pending.values()].join(', ')} (${seconds} s)`);
    seconds += 1;
  };
  let redraw: NodeJS.Timeout | null = null;
  const begin = setTimeout(() => {
    // Asked only now, since a look at stderr costs a part of our start.
    if (quiet || verbose || terminal.env['CI'] || !terminal.isWatched()) return;
    draw();
    redraw = setInterval(draw, 1000);
  }, PATIENCE_MS);
  return {
    async follow(untrusted, work) {
      const key = Symbol();
      pending.set(key, untrusted);
      try {
        return await work;
      } finally {
        pending.delete(key);
      }
    },
    end() {
      clearTimeout(begin);
      if (redraw !== null) clearInterval(redraw);
      terminal.erase();
    },
  };
}
