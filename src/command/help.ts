import {
  COMMAND_NAMES,
  COMMANDS,
  listCommandsWith,
  OPTION_NAMES,
  OPTIONS,
  type CommandName,
  type Option,
  type OptionName,
} from './options.ts';

const PUSHED = 'an image in a registry, with the credentials of "docker login"';

const IMAGES = `is one of:
  registry/name:tag@digest   ${PUSHED}
  oci:DIR[:TAG]              an OCI layout
  oci-archive:FILE           an OCI layout in a tar file
  docker-archive:FILE        a file of "docker save"
  docker:NAME                an image of the running engine
  build:[BUILDER/][ID]       a build that BuildKit remembers; the last one by default
`;

const PUSHED_IMAGE = `REF is registry/name:tag@digest, ${PUSHED}.
`;

const BUILD = `BUILD is build:[BUILDER/][ID] or [BUILDER/][ID]; the last one by default, whether it went through or not.
`;

const COLUMNS = 120;

/** What `--help` prints: of one command, or of all that there is. */
export function formatHelp(command: CommandName | null): string {
  return command === null ? formatAll() : formatOne(command);
}

function formatAll(): string {
  const commands = COMMAND_NAMES.map((name) => [`${name} ${COMMANDS[name].operands}`.trimEnd(), COMMANDS[name].what]);
  const examples = COMMAND_NAMES.flatMap((name) => COMMANDS[name].examples[0]);
  return [
    'Usage: plimsoll COMMAND [options]\n',
    `Commands; "plimsoll COMMAND --help" has the options of each:\n${formatRows(commands)}`,
    `An image (BASELINE, HEAD, REF) ${IMAGES}`,
    `Options of all:\n${formatOptions(OPTION_NAMES.filter((name) => isOfAll(name)))}`,
    formatEnds(OPTION_NAMES),
    formatExamples(examples),
  ].join('\n');
}

function formatOne(name: CommandName): string {
  const { operands, what, takes, examples } = COMMANDS[name];
  const own = OPTION_NAMES.filter((option) => listCommandsWith(option).includes(name));
  const takesImages = takes === 'images' || own.some((option) => readOption(option).value === 'REF');
  return [
    `Usage: plimsoll ${name} ${operands}`.trimEnd() + ' [options]\n',
    `${what.charAt(0).toUpperCase()}${what.slice(1)}.\n`,
    ...(takesImages ? [`${takes === 'images' ? operands.replace(' ', ' or ') : 'REF'} ${IMAGES}`] : []),
    ...(takes === 'pushed-image' ? [PUSHED_IMAGE] : []),
    ...(takes === 'build' ? [BUILD] : []),
    `Options:\n${formatOptions([...own.filter((option) => !isOfAll(option)), ...own.filter(isOfAll)])}`,
    formatEnds(own),
    formatExamples(examples),
  ].join('\n');
}

/** How a command with these options ends. */
function formatEnds(names: readonly OptionName[]): string {
  const budget = names.includes('max-size') ? ['over a budget'] : [];
  const finding = names.includes('fail-on') ? ['a finding of --fail-on'] : [];
  const failure = [...budget, ...finding].join(' or ');
  return `Exit codes: 0 fine, ${failure === '' ? '' : `1 ${failure}, `}2 wrong use, 3 could not be done.
Data goes to stdout, everything else to stderr.
`;
}

function isOfAll(name: OptionName): boolean {
  return listCommandsWith(name).length === COMMAND_NAMES.length;
}

function formatOptions(names: readonly OptionName[]): string {
  return formatRows(
    names.map((name) => {
      const { short, value, what } = readOption(name);
      return [`${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`, what];
    }),
  );
}

function readOption(name: OptionName): Option {
  return OPTIONS[name];
}

function formatRows(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([left = '']) => left.length)) + 2;
  return rows
    .map(
      ([left = '', right = '']) =>
        `  ${left.padEnd(width)}${wrap(right, COLUMNS - width - 2).join(`\n${' '.repeat(width + 2)}`)}\n`,
    )
    .join('');
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > columns) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

function formatExamples(examples: readonly string[]): string {
  return `Examples:\n${examples.map((line) => `  ${line}\n`).join('')}`;
}
