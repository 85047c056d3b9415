import { parseArgs } from 'node:util';
import { parseAdviseArguments, parseLevel, splitList, type AdviseArguments } from './advise-arguments.ts';
import { parseInitArguments, type InitArguments } from './init-arguments.ts';
import { PlimsollError, wrapError } from '../errors.ts';
import { KINDS } from '../init/kinds.ts';
import type { Level } from '../advice/rule.ts';

/** What the command line asks for, checked as far as its form goes. */
export type Arguments =
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'demo' }
  | AdviseArguments
  | InitArguments
  | ({ kind: 'record'; reference: string } & Options)
  | ({ kind: 'timeline'; build: string } & Options)
  | ({
      kind: 'inspect';
      reference: string;
      files: boolean;
      layers: boolean;
      depth: number;
      top: number;
      advise: boolean;
      ignored: readonly string[];
      failOn: Level | null;
      /** What it was built on, as the user says; `null`: it is looked for. */
      base: string | null;
    } & Options)
  | ({
      kind: 'compare';
      baseline: string;
      head: string;
      limits: readonly Limit[];
      html: string | null;
      details: Details;
      /** What each side was built on, as the user says; `null`: it is looked for. */
      bases: { baseline: string | null; head: string | null };
    } & Options);

/** Which layers are read: those that one side only has, none, all. */
type Details = 'auto' | 'sizes' | 'full';

export type CompareArguments = Extract<Arguments, { kind: 'compare' }>;
export type RecordArguments = Extract<Arguments, { kind: 'record' }>;
export type TimelineArguments = Extract<Arguments, { kind: 'timeline' }>;
export type InspectArguments = Extract<Arguments, { kind: 'inspect' }>;

export interface Options {
  output: 'text' | 'json' | 'markdown';
  platforms: readonly string[];
  color: 'auto' | 'always' | 'never';
  quiet: boolean;
  verbose: boolean;
}

export interface Limit {
  option: 'max-size' | 'max-increase';
  text: string;
}

export const HELP = `Usage: plimsoll <command> [options]

Commands:
  compare BASELINE HEAD   what HEAD does to the download size of BASELINE, and why
  inspect REF             platforms, layers and download sizes of an image; with --files what is in it
  record REF              write beside a pushed image what spares later comparisons its layers
  timeline [BUILD]        why a build took that long: its steps, what it waited for, emulation, the cache
  advise [DIR|DOCKERFILE] what makes an image larger or its build slower than it need be, and how to mend it
  init [DIR]              a Dockerfile, .dockerignore and workflow for a project that has none
  demo                    a base branch and a pull request on this machine, from a clone of Plimsoll

BASELINE, HEAD and REF are one of:
  registry/name:tag@digest   an image in a registry, with the credentials of "docker login"
  oci:DIR[:TAG]              an OCI layout
  oci-archive:FILE           an OCI layout in a tar file
  docker-archive:FILE        a file of "docker save"
  docker:NAME                an image of the running engine
  build:[BUILDER/][ID]       a build that BuildKit remembers; the last one by default

BUILD is build:[BUILDER/][ID] or [BUILDER/][ID]; the last one by default, whether it went through or not.

Options:
  --platform PLATFORM        this platform only; may be repeated
  --max-size LIMIT           exit with 1 when a download is larger: "20 MB", "linux/arm64: 22 MB"
  --max-increase LIMIT       exit with 1 when a download grew by more: "5%", "1 MB", "5% and 1 MB"
  --details WHAT             layers to read: auto (those that differ, 500 MB at most), sizes (none), full (compare)
  --baseline-base REF        what BASELINE was built on, where neither a record, provenance nor a label tells (compare)
  --head-base REF            likewise what HEAD was built on (compare)
  --json                     print JSON (schema/comparison.v1.json)
  --files                    read the layers: files by size, the layer each came from, what is wasted (inspect)
  --advise                   read the layers: what should not be in them, and what it costs (inspect)
  --base REF                 what REF was built on, where neither a record, provenance nor a label tells (inspect --advise)
  --layers                   list each layer's own entries too (inspect --files --json)
  --depth N                  levels of the tree of files; 2 by default (inspect --files)
  --top N                    files of one directory; 10 by default (inspect --files)
  --markdown                 print Markdown, as in the comment (compare), or in the summary of a job (timeline)
  --html FILE                write every detail into a page too (compare)
  --build                    say what findings cost on the last build of this machine (advise)
  --image REF                say what findings cost on an image that was built from it (advise)
  --fix                      write the safe changes into the Dockerfile (advise)
  --ignore ID                leave a rule out; may be repeated (advise, inspect --advise)
  --fail-on LEVEL            exit with 1 on a finding that is high, medium or low at least (advise, inspect --advise)
  --sarif                    print SARIF 2.1.0, for code scanning (advise)
  --target STAGE             the stage that is shipped; the last one by default (advise)
  --kind KIND                what builds the project, where it could be several: ${KINDS.join(', ')} (init)
  --main PATH                what is started, where the project does not say (init)
  --port N                   where the service listens, for EXPOSE (init)
  --force                    write over files that are there (init)
  --dry-run                  print what would be written (init)
  --color WHEN               auto, always or never; NO_COLOR is honoured
  -q, --quiet                no notes and no progress
  -v, --verbose              say what is requested
  -h, --help                 print this
  --version                  print the version

Exit codes: 0 fine, 1 over a budget or a finding of --fail-on, 2 wrong use, 3 could not be done.
Data goes to stdout, everything else to stderr.

Examples:
  plimsoll compare ghcr.io/acme/api:main build:
  plimsoll compare --max-increase "5% and 1 MB" ghcr.io/acme/api:1.4 ghcr.io/acme/api:1.5
  plimsoll inspect --json oci:./out
  plimsoll timeline
  plimsoll advise --fail-on high
  plimsoll init --dry-run
  plimsoll inspect --files --depth 3 ghcr.io/acme/api:main
`;

/** Command line to `Arguments`. Throws `USAGE`, naming the word that is wrong. */
export function parseArguments(words: readonly string[]): Arguments {
  const at = words.findIndex((word) => !word.startsWith('-'));
  if (words[at] === 'advise') return parseAdviseArguments(words.filter((_, place) => place !== at));
  if (words[at] === 'init') return parseInitArguments(words.filter((_, place) => place !== at));
  const { values, positionals } = parse(words);
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  const [command, ...operands] = positionals;
  const options: Options = {
    output: chooseOutput(values.json === true, values.markdown === true),
    platforms: (values.platform ?? []).flatMap((text) => text.split(',')).map((text) => text.trim()),
    color: parseColor(values.color ?? 'auto'),
    quiet: values.quiet === true,
    verbose: values.verbose === true,
  };
  const limits: Limit[] = [
    ...(values['max-size'] ?? []).map((text): Limit => ({ option: 'max-size', text })),
    ...(values['max-increase'] ?? []).map((text): Limit => ({ option: 'max-increase', text })),
  ];
  switch (command) {
    case undefined:
      throw usage('no command was given');
    case 'compare': {
      const [baseline, head, ...rest] = operands;
      if (baseline === undefined || head === undefined || rest.length > 0) {
        throw usage(`compare takes two images, BASELINE and HEAD; it got ${operands.length}`);
      }
      for (const option of ['files', 'layers', 'depth', 'top', 'advise', 'ignore', 'fail-on', 'base'] as const) {
        if (values[option] !== undefined) throw usage(`--${option} is an option of inspect`);
      }
      const { html = null } = values;
      if (html === '') throw usage('--html takes a file');
      const details = parseDetails(values.details ?? 'auto');
      const bases = {
        baseline: parseBase('baseline-base', values['baseline-base']),
        head: parseBase('head-base', values['head-base']),
      };
      return { kind: 'compare', baseline, head, limits, html, details, bases, ...options };
    }
    case 'inspect': {
      const [reference, ...rest] = operands;
      if (reference === undefined || rest.length > 0) {
        throw usage(`inspect takes one image; it got ${operands.length}`);
      }
      if (limits.length > 0) throw usage(`--${limits[0]?.option ?? ''} is an option of compare`);
      if (options.output === 'markdown') throw usage('--markdown is an option of compare');
      if (values.html !== undefined) throw usage('--html is an option of compare');
      for (const option of ['details', 'baseline-base', 'head-base'] as const) {
        if (values[option] !== undefined) throw usage(`--${option} is an option of compare`);
      }
      const files = values.files === true;
      const depth = parseCount('depth', values.depth, files) ?? DEPTH;
      const top = parseCount('top', values.top, files) ?? TOP;
      const layers = values.layers === true;
      if (layers && !(files && options.output === 'json')) throw usage('--layers goes with --files and --json');
      const advise = values.advise === true;
      for (const option of ['ignore', 'fail-on', 'base'] as const) {
        if (!advise && values[option] !== undefined) throw usage(`--${option} goes with --advise`);
      }
      const base = parseBase('base', values.base);
      const [ignored, failOn] = [splitList(values.ignore), parseLevel(values['fail-on'])];
      return { kind: 'inspect', reference, files, layers, depth, top, advise, ignored, failOn, base, ...options };
    }
    case 'record': {
      const [reference, ...rest] = operands;
      if (reference === undefined || rest.length > 0) throw usage(`record takes one image; it got ${operands.length}`);
      const taken: readonly string[] = ['json', 'color', 'quiet', 'verbose'];
      const other = Object.keys(values).find((option) => !taken.includes(option));
      if (other !== undefined) throw usage(`--${other} is no option of record`);
      return { kind: 'record', reference, ...options };
    }
    case 'timeline': {
      const [build = '', ...rest] = operands;
      if (rest.length > 0) throw usage(`timeline takes one build; it got ${operands.length}`);
      const taken: readonly string[] = ['json', 'markdown', 'color', 'quiet', 'verbose'];
      const other = Object.keys(values).find((option) => !taken.includes(option));
      if (other !== undefined) throw usage(`--${other} is no option of timeline`);
      return { kind: 'timeline', build, ...options };
    }
    case 'demo':
      if (operands.length > 0) throw usage('demo takes no image');
      return { kind: 'demo' };
    default:
      throw usage(`there is no command ${JSON.stringify(command)}`);
  }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        platform: { type: 'string', multiple: true },
        'max-size': { type: 'string', multiple: true },
        'max-increase': { type: 'string', multiple: true },
        files: { type: 'boolean' },
        layers: { type: 'boolean' },
        depth: { type: 'string' },
        top: { type: 'string' },
        json: { type: 'boolean' },
        markdown: { type: 'boolean' },
        html: { type: 'string' },
        details: { type: 'string' },
        'baseline-base': { type: 'string' },
        'head-base': { type: 'string' },
        advise: { type: 'boolean' },
        base: { type: 'string' },
        ignore: { type: 'string', multiple: true },
        'fail-on': { type: 'string' },
        color: { type: 'string' },
        quiet: { type: 'boolean', short: 'q' },
        verbose: { type: 'boolean', short: 'v' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw wrapError('USAGE', 'wrong use', error, SEE_HELP);
  }
}

const DEPTH = 2;
const TOP = 10;

function parseBase(option: string, text: string | undefined): string | null {
  if (text === '') throw usage(`--${option} takes an image`);
  return text ?? null;
}

function parseCount(option: 'depth' | 'top', text: string | undefined, files: boolean): number | null {
  if (text === undefined) return null;
  if (!files) throw usage(`--${option} goes with --files`);
  if (!/^[0-9]{1,6}$/.test(text)) throw usage(`--${option} takes a number; it got ${JSON.stringify(text)}`);
  return Number(text);
}

function chooseOutput(json: boolean, markdown: boolean): Options['output'] {
  if (json && markdown) throw usage('--json and --markdown exclude each other');
  if (json) return 'json';
  return markdown ? 'markdown' : 'text';
}

function parseColor(text: string): Options['color'] {
  if (text === 'auto' || text === 'always' || text === 'never') return text;
  throw usage(`--color takes auto, always or never; it got ${JSON.stringify(text)}`);
}

function parseDetails(text: string): Details {
  if (text === 'auto' || text === 'sizes' || text === 'full') return text;
  throw usage(`--details takes auto, sizes or full; it got ${JSON.stringify(text)}`);
}

const SEE_HELP = 'See "plimsoll --help".';

function usage(message: string): PlimsollError {
  return new PlimsollError('USAGE', message, { hint: SEE_HELP });
}
