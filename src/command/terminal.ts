import type { Writable } from 'node:stream';
import { wrapError } from '../errors.ts';
import { makeInertLine } from '../report/text/plain.ts';
import { makeVisible } from '../report/text/visible.ts';

/** Where a command runs, and what it prints to: data to stdout, everything else to stderr. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What paths are relative to. */
  readonly directory: string;
  /** Columns of stdout; `null` where it is no terminal. */
  readonly columns: () => number | null;
  /** Whether stderr is a terminal, where a person may wait. */
  readonly isWatched: () => boolean;
  /** Data, as it is. Throws `FILE_UNWRITABLE`. */
  readonly print: (text: string) => Promise<void>;
  /** A line on stderr. */
  readonly tell: (untrusted: string) => Promise<void>;
  /** A line on stderr that the next one, or `erase`, takes away. */
  readonly draw: (untrusted: string) => void;
  readonly erase: () => void;
}

/** What is used of a process. */
interface Host {
  readonly env: Terminal['env'];
  readonly cwd: () => string;
  readonly stdout: Stream;
  readonly stderr: Stream;
}

/** `isTTY` and `columns` are there where it is a terminal. */
type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Of a line on stderr, in characters: errors may quote what a builder said. */
const LONGEST_LINE = 2000;
const ERASE = '\r\u001B[2K';

/** The terminal of a process. Its streams are looked at when they are needed: they cost a part of our start. */
export function openTerminal(host: Host): Terminal {
  let isDrawn = false;
  const erase = (): void => {
    if (isDrawn) host.stderr.write(ERASE);
    isDrawn = false;
  };
  return {
    env: host.env,
    directory: host.cwd(),
    columns: () => (host.stdout.isTTY === true ? (host.stdout.columns ?? null) : null),
    isWatched: () => host.stderr.isTTY === true,
    async print(text) {
      erase();
      await write(host.stdout, text);
    },
    async tell(untrusted) {
      erase();
      await write(host.stderr, `${makeLine(untrusted)}\n`);
    },
    draw(untrusted) {
      erase();
      isDrawn = true;
      // A line that wraps could not be taken away.
      host.stderr.write(makeLine(untrusted).slice(0, Math.max(0, (host.stderr.columns ?? 80) - 1)));
    },
    erase,
  };
}

/** One line that gives neither a terminal nor GitHub's runner a command. */
function makeLine(untrusted: string): string {
  return makeInertLine(makeVisible(untrusted, LONGEST_LINE));
}

/** A reader that went away, as `head` does, has what it wanted. */
async function write(stream: Stream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    // Node emits the error of a write too, and would end the process where nobody listens.
    if (stream.listenerCount('error') === 0) stream.on('error', () => undefined);
    stream.write(text, (error: (Error & { code?: string }) | null | undefined) => {
      if (!error || error.code === 'EPIPE') resolve();
      else reject(wrapError('FILE_UNWRITABLE', 'the output could not be written', error));
    });
  });
}
