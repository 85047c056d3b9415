import { parseArgs } from 'node:util';
import { PlimsollError, wrapError } from '../errors.ts';
import { KINDS, type Kind } from '../init/kinds.ts';

/** What `plimsoll init` was asked for. */
export interface InitArguments {
  readonly kind: 'init';
  readonly folder: string;
  /** `null`: it is found out. */
  readonly project: Kind | null;
  readonly main: string | null;
  readonly port: number | null;
  /** Files that are there are written over. */
  readonly force: boolean;
  /** What would be written is printed. */
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

const SEE_HELP = 'See "plimsoll --help".';

/** The words without the command. Throws `USAGE`, naming the word that is wrong. */
export function parseInitArguments(words: readonly string[]): InitArguments | { kind: 'help' } {
  const { values, positionals } = parse(words);
  if (values.help === true) return { kind: 'help' };
  const [folder = '.', ...rest] = positionals;
  if (rest.length > 0) throw usage(`init takes one folder; it got ${positionals.length}`);
  const project = KINDS.find((kind) => kind === values.kind) ?? null;
  if (values.kind !== undefined && project === null) {
    throw usage(`--kind takes ${KINDS.join(', ')}; it got ${JSON.stringify(values.kind)}`);
  }
  if (values.main === '') throw usage('--main takes a path');
  return {
    kind: 'init',
    folder,
    project,
    main: values.main ?? null,
    port: parsePort(values.port),
    force: values.force === true,
    dryRun: values['dry-run'] === true,
    json: values.json === true,
    quiet: values.quiet === true,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        main: { type: 'string' },
        port: { type: 'string' },
        force: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
        quiet: { type: 'boolean', short: 'q' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw wrapError('USAGE', 'wrong use', error, SEE_HELP);
  }
}

function parsePort(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535) throw usage(`--port takes a number up to 65535; it got ${JSON.stringify(text)}`);
  return port;
}

function usage(message: string): PlimsollError {
  return new PlimsollError('USAGE', message, { hint: SEE_HELP });
}
