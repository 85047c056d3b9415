import { hasOption, listOperands } from '../command-line.ts';
import { readDependencyStep } from '../dependency-step.ts';
import { readEntry } from '../entry.ts';
import { findStage, listChain } from '../../dockerfile/dockerfile.ts';
import { readCopied } from '../../dockerfile/copied.ts';
import { joinPath } from '../../dockerfile/paths.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import type { RunCommand } from '../../dockerfile/run-commands.ts';
import type { Step } from '../../dockerfile/walk-chain.ts';

/** Found where package.json has dev dependencies, all are installed, and that tree is in the image. */
export const devDependenciesShipped: Rule = {
  id: 'dev-dependencies-shipped',
  level: 'medium',
  title: 'Dev dependencies are in the image',
  why: 'Compilers, bundlers and test runners are installed beside the service and shipped with it: often most of node_modules or vendor.',
  instead:
    'Install with npm ci --omit=dev in the stage that is shipped (yarn --production, pnpm --prod, composer --no-dev).',
  check,
};

function check(subject: Subject): Finding[] {
  const entry = readEntry(subject);
  if (entry === null || listDevDependencies(subject.context).length === 0 || isForDevelopment(subject, entry.words))
    return [];
  const trees = [subject.shipped, ...subject.shipped.flatMap((step) => listCopiedTrees(subject, step))];
  const found = new Map<number, Finding>();
  for (const steps of trees) {
    const installed = findInstall(subject, steps);
    if (installed !== null) found.set(installed.line, installed);
  }
  const all = [...found.values()];
  // Of two trees nobody tells which the bytes are of.
  return all.length === 1 ? all.map((one) => ({ ...one, paid: { kind: 'npm-development' } })) : all;
}

function listDevDependencies(context: Subject['context']): string[] {
  const text = context?.texts.get('package.json');
  if (text === undefined) return [];
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('devDependencies' in value)) return [];
    const { devDependencies } = value;
    return typeof devDependencies === 'object' && devDependencies !== null ? Object.keys(devDependencies) : [];
  } catch {
    return [];
  }
}

const DEVELOPMENT =
  /^(?:nodemon|vite|ts-node|ts-node-dev|tsx|jest|vitest|webpack|webpack-dev-server|ng|react-scripts|npx|sh|bash|sleep|tail)$/;

/** An image that runs the tools themselves needs them; so does one whose start is a script that is not known. */
function isForDevelopment({ context, shipped }: Subject, words: readonly string[]): boolean {
  if (shipped.at(-1)?.variables.get('NODE_ENV') === 'development') return true;
  const [program = '', first, second] = words;
  const name = program.slice(program.lastIndexOf('/') + 1);
  if (DEVELOPMENT.test(name) || listDevDependencies(context).includes(name)) return true;
  if (!['npm', 'yarn', 'pnpm', 'bun'].includes(name))
    return words.some((word) => /^(?:--require|-r|--loader|--import)$/.test(word));
  const script = first === 'run' ? second : first;
  const [, starts] =
    new RegExp(`"${/^[\w:-]+$/.test(script ?? '') ? (script ?? '') : 'start'}"\\s*:\\s*"([^"]*)"`).exec(
      context?.texts.get('package.json') ?? '',
    ) ?? [];
  return starts === undefined || !/^(?:[A-Z_]+=\S+ )*(?:node|next start|nuxt start)\b/.test(starts);
}

/** Steps of the stages whose node_modules is copied, by itself or with the folder that it is in. */
function listCopiedTrees(subject: Subject, step: Step): (readonly Step[])[] {
  const copy = readCopied(step, subject.dockerfile.escape);
  const stage = typeof copy?.from !== 'string' ? null : findStage(subject.dockerfile, copy.from, step.stage.index);
  if (copy === null || stage === null || listChain(subject.dockerfile, subject.target).includes(stage)) return [];
  const steps = subject.stepsOf(stage);
  const folders = steps.flatMap(({ workdir }) => workdir ?? []);
  const isTree = copy.sources.some((source) => {
    const path = source === null ? null : joinPath('/', source);
    return path !== null && (path.endsWith('/node_modules') || (path !== '/' && folders.at(-1) === path));
  });
  return isTree ? [steps] : [];
}

/** The last install of all dependencies that nothing takes back. */
function findInstall({ commandsOf }: Subject, steps: readonly Step[]): Finding | null {
  let found: Finding | null = null;
  for (const { instruction, variables } of steps) {
    const commands = commandsOf(instruction);
    if (commands === null && instruction.keyword === 'RUN') return null;
    for (const command of commands ?? []) {
      if (isPruning(command)) found = null;
      if (readDependencyStep(command)?.ecosystem !== 'npm') continue;
      const environment = command.own.get('NODE_ENV') ?? variables.get('NODE_ENV');
      const isProduction =
        environment === 'production' ||
        environment === null ||
        variables.has('NPM_CONFIG_OMIT') ||
        variables.has('NPM_CONFIG_PRODUCTION') ||
        variables.has('npm_config_omit');
      const isPart =
        hasOption(command, '--omit', '--only', '--production', '--prod', '-P', '-p') ||
        command.arguments.some(({ text }) => text.startsWith('$'));
      // An `npm ci` takes away what was there; one of production leaves the rest out.
      found = isProduction || isPart ? null : describe(command);
    }
  }
  return found;
}

function describe(command: RunCommand): Finding {
  const { line } = command.place;
  const what = [command.program, ...listOperands(command).map(({ text }) => text)].join(' ');
  return {
    line,
    lastLine: line,
    message: `"${what}" installs devDependencies, and they are in the image.`,
    patch: null,
  };
}

function isPruning(command: RunCommand): boolean {
  const [first] = listOperands(command);
  if (command.program === 'rm') return command.arguments.some(({ text }) => text.includes('node_modules'));
  return (
    ['npm', 'pnpm', 'yarn', 'bun', 'node-prune', 'modclean'].includes(command.program) &&
    ['prune', 'autoclean', 'workspaces'].includes(first?.text ?? '')
  );
}
