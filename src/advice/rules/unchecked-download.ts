import { expand } from '../../dockerfile/expand.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { RunCommand } from '../../dockerfile/run-commands.ts';
import type { Step } from '../../dockerfile/walk-chain.ts';

const DOWNLOADS = new Set(['curl', 'wget']);
const RUNS = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'python', 'python3', 'perl', 'node', 'php']);
/** What is piped goes through them as it is, or out of its packing. */
const PASSES = new Set(['tee', 'gunzip', 'zcat', 'tr', 'sed']);

/** Found where what a server sends is run, or added, without a look at what it is. */
export const uncheckedDownload: Rule = {
  id: 'unchecked-download',
  level: 'medium',
  title: 'A download is used without a checksum',
  why: 'Whatever the server sends on the day of the build is run, or is in the image, and a build of the same commit may be another one tomorrow.',
  instead: 'Name a version, and check what came: ADD --checksum=sha256:… URL, or sha256sum -c before it is run.',
  check: (subject) =>
    subject.needed.flatMap((stage) =>
      subject
        .stepsOf(stage)
        .filter((step) => step.stage === stage)
        .flatMap((step) => [...checkRun(subject, step), ...checkAdd(subject, step)]),
    ),
};

function checkRun({ commandsOf }: Subject, { instruction }: Step): Finding[] {
  const commands = commandsOf(instruction) ?? [];
  return commands.flatMap((command, place) => {
    if (!DOWNLOADS.has(command.program) || isIntoFile(command) || !isRun(command, commands, place)) return [];
    const { line } = command.place;
    return [
      {
        line,
        lastLine: line,
        message: `What ${command.program} fetches is run as it comes.`,
        patch: null,
      },
    ];
  });
}

/** Whether what comes goes into a file, and nothing into a pipe: `curl -o x`, `wget` without `-O -`. */
function isIntoFile({ program, arguments: words }: RunCommand): boolean {
  const texts = words.map(({ text }) => text);
  const at = texts.findIndex((text) => (program === 'wget' ? WGET_OUTPUT : CURL_OUTPUT).test(text));
  if (at === -1) return program === 'wget' || texts.some((text) => /^-[A-Za-z]*O$|^--remote-name/.test(text));
  const output = /^(?:-[A-Za-z]*[oO]|--output(?:-document)?=?)(.*)$/.exec(texts[at] ?? '')?.[1] ?? '';
  return !/^(?:-|\/dev\/stdout|\/proc\/self\/fd\/1)$/.test(output === '' ? (texts[at + 1] ?? '-') : output);
}

const CURL_OUTPUT = /^(?:-[A-Za-z]*o|--output(?:=|$))/;
const WGET_OUTPUT = /^(?:-[A-Za-z]*O|--output-document(?:=|$))/;

/** `curl … | sh`, `sh -c "$(curl …)"`, `bash <(curl …)`. */
function isRun(command: RunCommand, commands: readonly RunCommand[], place: number): boolean {
  for (let next = place + 1; next < commands.length; next++) {
    const other = commands[next];
    if (other?.operator !== '|') break;
    if (RUNS.has(other.program)) return isScriptFromInput(other);
    if (!PASSES.has(other.program)) break;
  }
  if (!command.isSubstituted) return false;
  // What it is in follows it.
  const around = commands.slice(place + 1).find(({ start, end }) => start < command.start && command.end <= end);
  if (around === undefined || around.isSubstituted || !RUNS.has(around.program)) return false;
  const words = around.arguments;
  const script = words.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  const isRunText = script !== -1 && /^(?:\$\(|`)/.test(words[script + 1]?.text ?? '');
  return isRunText || (words.find(({ text }) => !text.startsWith('-'))?.text ?? '').startsWith('<(');
}

/** `sh`, `sh -`, `sh -s -- …`, `python3 -`; with a file or `-c` the input is data. */
function isScriptFromInput({ program, arguments: words }: RunCommand): boolean {
  const [first] = words.filter(({ text }) => !/^-[eux]+$|^-$|^--$/.test(text));
  if (first === undefined) return true;
  return program.endsWith('sh') && words.some(({ text }) => /^-[eux]*s$/.test(text));
}

const ARCHIVE = /^https?:\/\//i;

function checkAdd({ dockerfile }: Subject, { instruction, variables }: Step): Finding[] {
  if (instruction.keyword !== 'ADD' || instruction.flags.some(({ name }) => name === 'checksum')) return [];
  const urls = instruction.words.slice(0, -1).filter((word) => {
    const url = expand(word, variables, dockerfile.escape) ?? word.replace(/^["']/, '');
    // Of a Git repository, a commit is its own checksum.
    return ARCHIVE.test(url) && !/\.git(?:#|\?|$)/.test(url);
  });
  const { line, lastLine } = instruction;
  return urls.length === 0 ? [] : [{ line, lastLine, message: 'ADD takes whatever the server sends.', patch: null }];
}
