import { libraryName, rootImage } from '../base-image.ts';
import { nameBuildCommand } from '../build-command.ts';
import { readEntry, type Entry } from '../entry.ts';
import { readPackageCommand } from '../system-packages.ts';
import type { Reference } from '../../image/reference.ts';
import type { RunCommand } from '../../dockerfile/run-commands.ts';
import type { Instruction } from '../../dockerfile/dockerfile.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Found where a C compiler is installed for a later step of the image that is shipped, stays there, and a service is started. */
export const compilerInstalled: Rule = {
  id: 'compiler-installed',
  level: 'medium',
  title: 'A compiler is installed and stays in the image',
  why: 'A C compiler with its headers is 150 to 300 MB on disk. Packages of Python, Node.js or Ruby need it while they are installed, and never again.',
  instead:
    'Install and compile in a first stage, and copy the result into the last one: a virtual environment, node_modules, a program. Or take the compiler away in the same RUN: apk add --virtual .build …, apk del .build.',
  check,
};

const COMPILERS =
  /^(?:build-essential|build-base|alpine-sdk|gcc|g\+\+|gcc-c\+\+|clang|gfortran|gcc-gfortran|base-devel|development tools)(?:-?[0-9.]+)?$/i;

/** What is told beside the compiler: they are there for it alone. */
const BESIDE = /^(?:make|cmake|ninja-build|pkg-config|autoconf|automake|libtool|.+-(?:dev|devel|headers))$/;

/** The folders of a compiler and of what it reads. */
const FOLDERS = ['/usr/lib/gcc', '/usr/libexec/gcc', '/usr/include'];

/** Names that are told of an installation. */
const MOST_NAMES = 3;

interface Place {
  readonly instruction: Instruction;
  readonly command: RunCommand;
}

function check(subject: Subject): Finding[] {
  const { shipped, commandsOf, target } = subject;
  const image = rootImage(subject, target);
  const entry = readEntry(subject);
  if (image === null || !isWithoutCompiler(image) || entry === null || !isService(subject, entry)) return [];
  const places: Place[] = [];
  for (const { instruction } of shipped) {
    if (instruction.keyword === 'ONBUILD') return [];
    if (instruction.keyword !== 'RUN') continue;
    const commands = commandsOf(instruction);
    // One that is not understood may take it away, or be what needs it.
    if (commands === null) return [];
    places.push(...commands.map((command) => ({ instruction, command })));
  }
  if (places.some(({ command }) => mayRemove(command))) return [];
  const removed = new Set(places.flatMap(({ command }) => namesOf(command, 'remove')));
  for (const [index, { instruction, command }] of places.entries()) {
    const names = namesOf(command, 'install');
    const compilers = names.filter((name) => COMPILERS.test(name));
    if (compilers.length === 0 || names.some((name) => removed.has(name))) continue;
    const use = places.slice(index + 1).find((later) => nameBuildCommand(later.command) !== null);
    if (use === undefined) return [];
    const shown = [...compilers, ...names.filter((name) => BESIDE.test(name))];
    const what = `${shown.slice(0, MOST_NAMES).join(', ')}${shown.length > MOST_NAMES ? ', …' : ''}`;
    const { line } = command.place;
    const where = use.command.place.line === line ? '' : ` in line ${use.command.place.line}`;
    return [
      {
        line,
        lastLine: line,
        message: `${command.program} installs ${what} for "${nameBuildCommand(use.command) ?? ''}"${where}, and ${entry.program} runs without.`,
        patch: null,
        paid: { kind: 'files', line: instruction.line, folders: FOLDERS },
      },
    ];
  }
  return [];
}

function namesOf(command: RunCommand, kind: 'install' | 'remove'): readonly string[] {
  const read = readPackageCommand(command);
  return read?.kind === kind ? read.names : [];
}

/** What takes packages away without their names: of a variable, of all that nobody asked for any more, of another program's list. */
function mayRemove(command: RunCommand): boolean {
  const { program, arguments: words } = command;
  if (program === 'apt-mark') return words.some(({ text }) => text === 'auto');
  if (program === 'xargs' || program === 'dpkg') return true;
  const read = readPackageCommand(command);
  return read !== null && read.kind === 'remove' && !read.isRead;
}

/** Those of a system, and small ones of a language, come without; the others have one already, or nobody knows. */
function isWithoutCompiler(image: Reference): boolean {
  const name = libraryName(image);
  if (name === null)
    return /^(?:redhat|ubi[0-9]*)\//.test(image.repository) || /^(?:rockylinux|almalinux)\//.test(image.repository);
  if (SYSTEMS.has(name)) return true;
  return LANGUAGES.has(name) && /(?:^|-)(?:slim|alpine[0-9.]*)(?:-|$)/.test(image.tag ?? '');
}

const SYSTEMS = new Set([
  'debian',
  'ubuntu',
  'alpine',
  'fedora',
  'centos',
  'rockylinux',
  'almalinux',
  'amazonlinux',
  'oraclelinux',
]);
const LANGUAGES = new Set(['python', 'node', 'ruby', 'php', 'perl', 'elixir', 'erlang', 'openjdk', 'eclipse-temurin']);

/** They compile as they run, run what is not known, or are there for a person to work in. */
const MAY_COMPILE =
  /^(?:.*\.sh|(?:ba|da|a|z|fi|c|tc)?sh|\$.*|.*entry-?point.*|jshell|julia|R|Rscript|octave|ghci|ghc|sbcl|nim|crystal|make|cmake|gcc|g\+\+|cc|clang|go|cargo|rustc|stack|mix|iex|npx|pip[0-9.]*|uvx?|gem|conda|mamba|jupyter.*|ipython.*|pytest|tox|nox|nodemon|ts-node-dev|vite|webpack.*|ng|guard|foreman|overmind|sleep|tail|true|su|sudo|supervisord|s6-svscan|init|systemd|sshd|airflow|boot|jenkins.*|code-server|n?vim?|emacs|tmux|screen)$/;

const INTERPRETER = /^(?:python[0-9.]*|node|ruby|irb|php|perl)$/;

/** Words of a start that is for development or for tests, or builds first. */
const WORK =
  /^(?:install|ci|build|make|gcc|cmake|compile|watch|dev|develop|development|debug|tests?|pytest|jupyter|notebook|lab|--reload|--debug|--watch|run-?server|.*\.sh)$/;

/** Packages that call a C compiler when they run, and those of an image to work in. */
const COMPILES_AT_RUN =
  /(?<![\w-])(?:torch|triton|vllm|sglang|deepspeed|unsloth|theano|pytensor|aesara|pymc3?|pystan|cmdstanpy|pyximport|cppyy|brian2|RubyInline|verilator|cocotb|platformio|jupyter\w*|notebook|gdb|valgrind|clangd|judger?|sandbox)(?![\w-])/i;

const DEVELOPMENT = /^(?:dev|develop|development|debug|tests?|builder|build|.*-(?:dev|test|builder?))$/;

function isService({ shipped, context, target }: Subject, entry: Entry): boolean {
  const { words, program, instruction } = entry;
  if (MAY_COMPILE.test(program) || DEVELOPMENT.test(target.name ?? '')) return false;
  // Alone, it waits for somebody's program.
  if (words.length === 1 && INTERPRETER.test(program)) return false;
  // `bundle exec puma`, `poetry run gunicorn`: nothing is installed first.
  if (/^(?:bundle|bundler|poetry|pipenv|pdm)$/.test(program) && !/^(?:exec|run)$/.test(words[1] ?? '')) return false;
  const started = [...words, instruction.argument.text].flatMap((text) => text.split(/[\s"'[\],;&|:]+/));
  if (started.some((word) => WORK.test(word))) return false;
  const settings = [...(shipped.at(-1)?.variables.values() ?? [])];
  if (settings.some((value) => /^dev(?:elopment)?$/.test(value ?? ''))) return false;
  const required = [...(context?.texts ?? [])].flatMap(([name, text]) => (name.endsWith('.txt') ? [text] : []));
  const texts = [...shipped.map((step) => step.instruction.argument.text), ...required];
  return !texts.some((text) => COMPILES_AT_RUN.test(text));
}
