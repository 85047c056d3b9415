import { findSubcommand, hasOption, listOperands } from './command-line.ts';
import { readDependencyStep } from './dependency-step.ts';
import { isOnLibraryImage, removes, type PackageCache } from './package-cache.ts';
import type { Subject } from './subject.ts';

const CONDA = ['conda', 'mamba', 'micromamba'];

/** Of the package managers of languages. */
export const LANGUAGE_CACHES: readonly PackageCache[] = [
  {
    manager: 'pip',
    what: 'what pip has downloaded and built',
    folders: ['/root/.cache', '/root/.cache/pip'],
    emptied: ['/root/.cache/pip'],
    isSure: (subject) => isOnLibraryImage(subject, /pip\.conf|pip\.ini/),
    isLeftBy: (command) => {
      const words = command.arguments.map(({ text }) => text);
      const isPip =
        /^pip[0-9.]*$/.test(command.program) ||
        (/^python[0-9.]*$/.test(command.program) && words[0] === '-m' && words[1] === 'pip');
      const isInstall = listOperands(command)
        .slice(0, 3)
        .some(({ text }) => text === 'install');
      return (
        isPip &&
        isInstall &&
        !hasOption(
          command,
          '--no-cache-dir',
          '--no-cache',
          '--cache-dir',
          '--target',
          '-t',
          '--root',
          '--prefix',
          '--no-index',
        )
      );
    },
    isClearedBy: (command) =>
      removes(command, /(?:^|\/)\.cache(?:\/|$)/) ||
      (/^(?:pip|python)/.test(command.program) && command.arguments.some(({ text }) => text === 'cache')),
    variables: ['PIP_NO_CACHE_DIR', 'PIP_CACHE_DIR', 'XDG_CACHE_HOME'],
    mend: { kind: 'option', text: '--no-cache-dir' },
  },
  {
    manager: 'poetry',
    what: 'what poetry has downloaded and built',
    folders: ['/root/.cache', '/root/.cache/pypoetry'],
    emptied: ['/root/.cache/pypoetry/artifacts', '/root/.cache/pypoetry/cache'],
    isSure: (subject) => isOnLibraryImage(subject, /cache-dir|poetry\.toml/) && !hasFile(subject, 'poetry.toml'),
    isLeftBy: (command) =>
      command.program === 'poetry' &&
      ['install', 'sync', 'add'].includes(listOperands(command)[0]?.text ?? '') &&
      !hasOption(command, '--no-cache', '--dry-run', '--lock'),
    isClearedBy: (command) =>
      removes(command, /(?:^|\/)\.cache(?:\/|$)/, /POETRY_CACHE_DIR/) ||
      (command.program === 'poetry' && listOperands(command)[0]?.text === 'cache'),
    variables: ['POETRY_CACHE_DIR', 'XDG_CACHE_HOME'],
    // Beside these two lie the virtual environments.
    mend: { kind: 'append', text: 'rm -rf ~/.cache/pypoetry/artifacts ~/.cache/pypoetry/cache' },
  },
  {
    manager: 'conda',
    what: 'the packages and the index that conda has fetched',
    folders: ['/opt/conda/pkgs', '/opt/mamba/pkgs', '/root/.conda/pkgs', '/root/.cache/conda'],
    // Packages there may be linked into an environment, and stay.
    emptied: [],
    isSure: ({ dockerfile: { lines } }) => !lines.some((line) => /condarc|mambarc|pkgs_dirs/.test(line)),
    isLeftBy: (command) =>
      CONDA.includes(command.program) &&
      (['install', 'create', 'update'].includes(listOperands(command)[0]?.text ?? '') ||
        (listOperands(command)[0]?.text === 'env' &&
          ['create', 'update'].includes(listOperands(command)[1]?.text ?? ''))) &&
      !hasOption(command, '--dry-run', '--download-only'),
    isClearedBy: (command) =>
      findSubcommand(command, CONDA, ['clean']) !== null || removes(command, /(?:^|\/)pkgs(?:\/|$)/),
    variables: ['CONDA_PKGS_DIRS', 'CONDARC', 'MAMBA_PKGS_DIRS'],
    mend: { kind: 'append', text: 'conda clean --all --yes' },
  },
  {
    manager: 'npm',
    what: "npm's cache, every package once more",
    folders: ['/root/.npm', '/home/node/.npm'],
    emptied: ['/root/.npm/_cacache', '/home/node/.npm/_cacache'],
    isSure: (subject) => isOnLibraryImage(subject, /npmrc/),
    isLeftBy: (command) =>
      command.program === 'npm' &&
      ['ci', 'clean-install', 'install', 'i', 'add'].includes(listOperands(command)[0]?.text ?? '') &&
      !hasOption(command, '--cache', '--offline', '--dry-run', '--package-lock-only'),
    isClearedBy: (command) =>
      removes(command, /(?:^|\/)\.npm(?:\/|$)/) ||
      (command.program === 'npm' && command.arguments.some(({ text }) => text === 'cache')),
    variables: ['npm_config_cache', 'NPM_CONFIG_CACHE', 'XDG_CACHE_HOME'],
    mend: { kind: 'append', text: 'npm cache clean --force' },
  },
  {
    manager: 'yarn',
    what: "yarn's cache, every package once more",
    folders: ['/usr/local/share/.cache', '/usr/local/share/.cache/yarn', '/root/.cache/yarn', '/root/.yarn'],
    emptied: ['/usr/local/share/.cache/yarn', '/root/.cache/yarn'],
    isSure: (subject) =>
      isOnLibraryImage(subject, /yarnrc|corepack|yarn set|yarn config|yarn@|\.yarn\b/) && isYarnClassic(subject),
    isLeftBy: (command) =>
      command.program === 'yarn' &&
      readDependencyStep(command) !== null &&
      !hasOption(command, '--cache-folder', '--offline', '--immutable'),
    isClearedBy: (command) =>
      removes(command, /(?:^|\/)\.cache(?:\/|$)/) ||
      (command.program === 'yarn' && listOperands(command)[0]?.text === 'cache'),
    variables: ['YARN_CACHE_FOLDER', 'XDG_CACHE_HOME'],
    mend: { kind: 'append', text: 'yarn cache clean' },
  },
  {
    manager: 'composer',
    what: 'the archives that composer has downloaded',
    folders: [
      '/root/.composer',
      '/root/.composer/cache',
      '/root/.cache',
      '/root/.cache/composer',
      '/tmp',
      '/tmp/cache',
    ],
    emptied: ['/root/.composer/cache', '/root/.cache/composer', '/tmp/cache'],
    isSure: (subject) => isOnLibraryImage(subject, /cache-dir|COMPOSER_HOME/),
    isLeftBy: (command) =>
      command.program === 'composer' &&
      ['install', 'i', 'create-project', 'require'].includes(listOperands(command)[0]?.text ?? '') &&
      !hasOption(command, '--no-cache', '--prefer-source', '--dry-run', '--no-install', '--working-dir', '-d'),
    isClearedBy: (command) =>
      removes(command, /(?:^|\/)\.(?:composer|cache)(?:\/|$)/, /^\/tmp(?:\/|$)/, /COMPOSER_/) ||
      (command.program === 'composer' &&
        ['clear-cache', 'clearcache', 'cc'].includes(listOperands(command)[0]?.text ?? '')),
    variables: ['COMPOSER_CACHE_DIR', 'COMPOSER_HOME', 'XDG_CACHE_HOME'],
    mend: { kind: 'append', text: 'composer clear-cache' },
  },
  {
    manager: 'bundler',
    what: 'the gems as bundler has downloaded them',
    folders: ['/usr/local/bundle', '/usr/local/bundle/cache'],
    emptied: ['/usr/local/bundle/cache'],
    isSure: (subject) =>
      isOnLibraryImage(subject, /bundle config|BUNDLE_PATH|GEM_HOME|vendor\/bundle|\.bundle\b/) &&
      !hasFile(subject, '.bundle'),
    isLeftBy: (command) =>
      ['bundle', 'bundler'].includes(command.program) &&
      readDependencyStep(command) !== null &&
      !hasOption(command, '--path', '--deployment', '--local', '--system', '--standalone'),
    isClearedBy: (command) =>
      (command.program === 'rm' && command.arguments.some(({ text }) => /bundle.*\bcache\b|\.gem$/.test(text))) ||
      (command.program === 'find' && command.arguments.some(({ text }) => text.includes('.gem'))),
    variables: ['BUNDLE_PATH', 'BUNDLE_DEPLOYMENT', 'BUNDLE_CACHE_PATH', 'GEM_HOME'],
    mend: { kind: 'append', text: 'rm -rf /usr/local/bundle/cache' },
  },
];

function hasFile({ context }: Subject, name: string): boolean {
  return context === null || context.names.has(name);
}

/** Later yarns keep packages in the project and run from there: their cache is part of it. */
function isYarnClassic({ context }: Subject): boolean {
  const manifest = context?.texts.get('package.json');
  return (
    context !== null &&
    manifest !== undefined &&
    !context.names.has('.yarnrc.yml') &&
    !context.names.has('.yarn') &&
    !/"packageManager"\s*:\s*"yarn@(?:[2-9]|berry|stable)/.test(manifest)
  );
}
