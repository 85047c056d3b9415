import { readOperand } from './operand.ts';
import { PlimsollError } from '../errors.ts';
import type { OptionValues } from './read-words.ts';
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

/** Throws `USAGE`, naming the word that is wrong. */
export function parseInitArguments(operands: readonly string[], values: OptionValues): InitArguments {
  const folder = readOperand('init', operands, 'folder', '.');
  const project = KINDS.find((kind) => kind === values.kind) ?? null;
  if (values.kind !== undefined && project === null) {
    throw new PlimsollError('USAGE', `--kind takes ${KINDS.join(', ')}; it got ${JSON.stringify(values.kind)}`);
  }
  if (values.main === '') throw new PlimsollError('USAGE', '--main takes a path');
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

function parsePort(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65535)
    throw new PlimsollError('USAGE', `--port takes a number up to 65535; it got ${JSON.stringify(text)}`);
  return port;
}
