import { findAptInstall, listPackages } from '../apt.ts';
import { libraryName, rootImage } from '../base-image.ts';
import { readEntry } from '../entry.ts';
import { listChain } from '../../dockerfile/dockerfile.ts';
import type { Reference } from '../../image/reference.ts';
import type { Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Found where a service's own layers have headers, and nothing that runs after them in the Dockerfile could read one. */
export const developmentPackageShipped: Rule = {
  id: 'development-package-shipped',
  level: 'low',
  title: 'Packages to compile with are in the image',
  why: 'A -dev package has headers and static libraries for a compiler, and brings those of all that it depends on. A program that is compiled needs the library alone.',
  instead:
    'Install the library itself (libpq5 for libpq-dev), and its -dev package in the stage that compiles, where there is one.',
  check,
};

const DEVELOPMENT = /^[a-z0-9][a-z0-9+.-]*-dev$/;

/** With one of them there is something to compile with when the service runs. */
const COMPILERS =
  /^(?:build-essential|gcc|g\+\+|clang|llvm|cmake|make|meson|ninja-build|pkgconf|pkg-config|rustc|cargo|golang|gfortran|ghc|tcc|cython3?|swig|r-base|julia|octave)(?:[-.0-9].*)?$/;

/** They compile nothing, and run nothing that might. */
const HARMLESS = new Set([
  '',
  ...['apt', 'apt-get', 'apt-key', 'apt-mark', 'apt-cache', 'dpkg', 'update-ca-certificates', 'locale-gen', 'ldconfig'],
  ...[
    'addgroup',
    'adduser',
    'groupadd',
    'useradd',
    'usermod',
    'chown',
    'chmod',
    'install',
    'mkdir',
    'rm',
    'rmdir',
    'mv',
    'cp',
  ],
  ...[
    'ln',
    'touch',
    'echo',
    'printf',
    'cat',
    'tee',
    'sed',
    'true',
    'set',
    'cd',
    'export',
    'test',
    '[',
    'ls',
    'find',
    'curl',
    'wget',
  ],
  ...['tar', 'unzip', 'gzip', 'gunzip', 'sha256sum', 'gpg', 'update-alternatives'],
]);

/** What opens `libx.so` by a name that the -dev package alone has, compiles as it runs, or is a script that may. */
const MAY_NEED =
  /^(?:.*\.sh|(?:ba|da|a|z|fi|c|tc)?sh|dotnet|mono|java|jshell|julia|R|Rscript|octave|ghci|sbcl|luajit|lua|make|cmake|gcc|g\+\+|cc|clang|go|cargo|rustc|npm|npx|yarn|pnpm|pip[0-9.]*|uv|poetry|pipenv|gem|bundle|bundler|rails|conda|jupyter.*|ipython.*|sleep|tail|supervisord|s6-svscan|init|systemd)$/;

function check(subject: Subject): ReturnType<Rule['check']> {
  const image = rootImage(subject, subject.target);
  const entry = readEntry(subject);
  if (image === null || !isBare(image) || entry === null || MAY_NEED.test(entry.program)) return [];
  const { shipped, commandsOf, dockerfile, needed, target } = subject;
  // Another stage on one of these may compile; so may an image that is built on this one.
  const chain = new Set(listChain(dockerfile, target));
  const isShared = needed.some(
    (stage) => !chain.has(stage) && listChain(dockerfile, stage).some((one) => chain.has(one)),
  );
  if (isShared || shipped.some(({ instruction }) => instruction.keyword === 'ONBUILD')) return [];
  const runs = shipped.filter(({ instruction }) => instruction.keyword === 'RUN');
  const all = runs.map(({ instruction }) => commandsOf(instruction));
  const commands = all.flatMap((one) => one ?? []);
  const installs = commands.filter((command) => findAptInstall(command) !== null);
  if (installs.some((install) => listPackages(install).some((name) => COMPILERS.test(name)))) return [];
  // Taken away again, as far as it goes: `deleted-too-late` tells.
  const removed = new Set(
    commands.flatMap((command) =>
      command.program.startsWith('apt') && findAptInstall(command) === null ? listPackages(command) : [],
    ),
  );
  return installs.flatMap((install) => {
    const names = listPackages(install).filter((name) => DEVELOPMENT.test(name) && !removed.has(name));
    const isRead = install.arguments.every(({ isLiteral }) => isLiteral);
    const place = runs.findIndex(({ instruction }) => commandsOf(instruction)?.includes(install) === true);
    const later = all.slice(place);
    const isHarmless = later.every((run) => run?.every(({ program }) => HARMLESS.has(program)) === true);
    const [name] = names;
    if (name === undefined || !isRead || !isHarmless) return [];
    const { line } = install.place;
    const what =
      names.length === 1 ? name : `${names.slice(0, MOST_NAMES).join(', ')}${names.length > MOST_NAMES ? ', …' : ''}`;
    return [
      {
        line,
        lastLine: line,
        message: `This installs ${what}, and nothing is compiled after it.`,
        patch: null,
      },
    ];
  });
}

const MOST_NAMES = 3;

/** An image of Debian or Ubuntu that has no headers of its own, as the full images of languages do. */
function isBare(image: Reference): boolean {
  const name = libraryName(image);
  return name === 'debian' || name === 'ubuntu' || (name !== null && /(?:^|-)slim(?:-|$)/.test(image.tag ?? ''));
}
