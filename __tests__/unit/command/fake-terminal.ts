import type { Terminal } from '../../../src/command/terminal.ts';

export interface FakeTerminal extends Terminal {
  /** What went to stdout. */
  readonly out: () => string;
  /** Lines of stderr, as they were told. */
  readonly told: () => string[];
  /** Lines that were drawn, and `null` for each time they were taken away. */
  readonly drawn: () => (string | null)[];
}

/** A terminal that keeps what it is given. Without `columns` stdout is a file. */
export function makeTerminal(
  options: Partial<Pick<Terminal, 'env' | 'directory'>> & { columns?: number; isWatched?: boolean } = {},
): FakeTerminal {
  let out = '';
  const told: string[] = [];
  const drawn: (string | null)[] = [];
  return {
    env: options.env ?? {},
    directory: options.directory ?? '/',
    columns: () => options.columns ?? null,
    isWatched: () => options.isWatched ?? false,
    print(text) {
      out += text;
      return Promise.resolve();
    },
    tell(line) {
      told.push(line);
      return Promise.resolve();
    },
    draw: (line) => drawn.push(line),
    erase: () => drawn.push(null),
    out: () => out,
    told: () => told,
    drawn: () => drawn,
  };
}
