import { KINDS } from '../init/kinds.ts';

interface Command {
  /** Of the first line of its help. */
  readonly operands: string;
  /** A sentence without its full stop. */
  readonly what: string;
  /** What its operands are, as `plimsoll --help` calls it. */
  readonly takes: 'images' | 'pushed-image' | 'build' | 'nothing';
  readonly examples: readonly string[];
}

/** The commands, in the order of the help. */
export const COMMANDS = {
  compare: {
    operands: 'BASELINE HEAD',
    what: 'what HEAD does to the download size of BASELINE, and why',
    takes: 'images',
    examples: [
      'plimsoll compare ghcr.io/acme/api:main build:',
      'plimsoll compare --max-increase "5% and 1 MB" ghcr.io/acme/api:1.4 ghcr.io/acme/api:1.5',
      'plimsoll compare --worth --pulls 5000 ghcr.io/acme/api:1.4 ghcr.io/acme/api:1.5',
    ],
  },
  inspect: {
    operands: 'REF',
    what: 'platforms, layers and download sizes of an image; with --files what is in it',
    takes: 'images',
    examples: ['plimsoll inspect --json oci:./out', 'plimsoll inspect --files --depth 3 ghcr.io/acme/api:main'],
  },
  record: {
    operands: 'REF',
    what: 'write beside a pushed image what spares later comparisons its layers',
    takes: 'pushed-image',
    examples: ['plimsoll record ghcr.io/acme/api:main'],
  },
  timeline: {
    operands: '[BUILD]',
    what: 'why a build took that long: its steps, what it waited for, emulation, the cache',
    takes: 'build',
    examples: ['plimsoll timeline', 'plimsoll timeline --markdown build:mybuilder/'],
  },
  advise: {
    operands: '[DIR|DOCKERFILE]',
    what: 'what makes an image larger or its build slower than it need be, and how to mend it',
    takes: 'nothing',
    examples: ['plimsoll advise --fail-on high', 'plimsoll advise --fix services/api'],
  },
  init: {
    operands: '[DIR]',
    what: 'a Dockerfile, .dockerignore and workflow for a project that has none',
    takes: 'nothing',
    examples: ['plimsoll init --dry-run'],
  },
  demo: {
    operands: '',
    what: 'a base branch and a pull request on this machine, from a clone of Plimsoll',
    takes: 'nothing',
    examples: ['plimsoll demo'],
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  readonly short?: string;
  /** What it takes, as the help calls it. */
  readonly value?: string;
  /** As the help has it. */
  readonly what: string;
  /** The commands that have it; all of them where none is named. */
  readonly of?: readonly CommandName[];
}

/** The options, in the order of the help; as `parseArgs` takes them. */
export const OPTIONS = {
  'max-size': {
    type: 'string',
    multiple: true,
    value: 'LIMIT',
    what: 'exit with 1 when a download is larger: "20 MB", "linux/arm64: 22 MB"',
    of: ['compare'],
  },
  'max-increase': {
    type: 'string',
    multiple: true,
    value: 'LIMIT',
    what: 'exit with 1 when a download grew by more: "5%", "1 MB", "5% and 1 MB"',
    of: ['compare'],
  },
  details: {
    type: 'string',
    value: 'WHAT',
    what: 'layers to read: auto (those that differ, 500 MB at most), sizes (none), full',
    of: ['compare'],
  },
  'baseline-base': {
    type: 'string',
    value: 'REF',
    what: 'what BASELINE was built on, where neither a record, provenance nor a label tells',
    of: ['compare'],
  },
  'head-base': { type: 'string', value: 'REF', what: 'likewise what HEAD was built on', of: ['compare'] },
  files: {
    type: 'boolean',
    what: 'read the layers: files by size, the layer each came from, what is wasted',
    of: ['inspect'],
  },
  depth: { type: 'string', value: 'N', what: 'levels of the tree of files; 2 by default (--files)', of: ['inspect'] },
  top: { type: 'string', value: 'N', what: 'files of one directory; 10 by default (--files)', of: ['inspect'] },
  layers: { type: 'boolean', what: "list each layer's own entries too (--files --json)", of: ['inspect'] },
  advise: {
    type: 'boolean',
    what: 'read the layers: what should not be in them, and what it costs',
    of: ['inspect'],
  },
  base: {
    type: 'string',
    value: 'REF',
    what: 'what REF was built on, where neither a record, provenance nor a label tells (--advise)',
    of: ['inspect'],
  },
  worth: {
    type: 'boolean',
    what: 'how long a pull takes, what there is to attack, what a month costs',
    of: ['compare', 'inspect'],
  },
  pulls: {
    type: 'string',
    value: 'N',
    what: 'how often it is pulled in a month; 1000 by default (--worth)',
    of: ['compare', 'inspect'],
  },
  'price-storage': {
    type: 'string',
    value: 'USD',
    what: 'for a GB stored a month, instead of list prices (--worth)',
    of: ['compare', 'inspect'],
  },
  'price-transfer': {
    type: 'string',
    value: 'USD',
    what: 'for a GB pulled (--worth)',
    of: ['compare', 'inspect'],
  },
  'baseline-vulnerabilities': {
    type: 'string',
    value: 'FILE',
    what: "a scanner's report on BASELINE: of Trivy, Grype or Docker Scout, or SARIF",
    of: ['compare'],
  },
  'head-vulnerabilities': { type: 'string', value: 'FILE', what: 'the same on HEAD', of: ['compare'] },
  fix: { type: 'boolean', what: 'write the safe changes into the Dockerfile', of: ['advise'] },
  check: { type: 'boolean', what: "tell what Docker's own checks find, too; it asks the builder", of: ['advise'] },
  build: { type: 'boolean', what: 'say what findings cost on the last build of this machine', of: ['advise'] },
  image: {
    type: 'string',
    value: 'REF',
    what: 'say what findings cost on an image that was built from it',
    of: ['advise'],
  },
  ignore: {
    type: 'string',
    multiple: true,
    value: 'ID',
    what: 'leave a rule out; may be repeated',
    of: ['advise', 'inspect'],
  },
  'fail-on': {
    type: 'string',
    value: 'LEVEL',
    what: 'exit with 1 on a finding that is high, medium or low at least',
    of: ['advise', 'inspect'],
  },
  target: {
    type: 'string',
    value: 'STAGE',
    what: 'the stage that is shipped; the last one by default',
    of: ['advise'],
  },
  platform: {
    type: 'string',
    multiple: true,
    value: 'PLATFORM',
    what: 'this platform only; may be repeated',
    of: ['compare', 'inspect', 'advise'],
  },
  kind: {
    type: 'string',
    value: 'KIND',
    what: `what builds the project, where it could be several: ${KINDS.join(', ')}`,
    of: ['init'],
  },
  main: { type: 'string', value: 'PATH', what: 'what is started, where the project does not say', of: ['init'] },
  port: { type: 'string', value: 'N', what: 'where the service listens, for EXPOSE', of: ['init'] },
  force: { type: 'boolean', what: 'write over files that are there', of: ['init'] },
  'dry-run': { type: 'boolean', what: 'print what would be written', of: ['init'] },
  json: {
    type: 'boolean',
    what: 'print JSON (of compare: schema/comparison.v1.json, of advise: schema/advise.v1.json)',
    of: ['compare', 'inspect', 'record', 'timeline', 'advise', 'init'],
  },
  markdown: {
    type: 'boolean',
    what: 'print Markdown, as in the comment or the summary of a job',
    of: ['compare', 'timeline'],
  },
  html: { type: 'string', value: 'FILE', what: 'write every detail into a page too', of: ['compare'] },
  sarif: {
    type: 'boolean',
    what: 'print SARIF 2.1.0, for code scanning (of inspect: --advise)',
    of: ['advise', 'inspect'],
  },
  color: { type: 'string', value: 'WHEN', what: 'auto, always or never; NO_COLOR is honoured' },
  quiet: { type: 'boolean', short: 'q', what: 'no notes and no progress' },
  verbose: { type: 'boolean', short: 'v', what: 'say what is requested' },
  help: { type: 'boolean', short: 'h', what: 'print this' },
  version: { type: 'boolean', what: 'print the version' },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof OPTIONS;

export const COMMAND_NAMES = Object.keys(COMMANDS).filter(isCommand);
export const OPTION_NAMES = Object.keys(OPTIONS).filter(isOption);

export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

/** The commands that have it. */
export function listCommandsWith(name: OptionName): readonly CommandName[] {
  const option: Option = OPTIONS[name];
  return option.of ?? COMMAND_NAMES;
}

function isOption(word: string): word is OptionName {
  return Object.hasOwn(OPTIONS, word);
}
