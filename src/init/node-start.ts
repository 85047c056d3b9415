import { PlimsollError } from '../errors.ts';
import type { PackageJson } from './package-json.ts';
import type { Project } from './project.ts';

/** Nothing that a shell would see more in than words. */
const PLAIN = /^[\w./@:=,+-]+(?: +[\w./@:=,+-]+)*$/;

/** What starts scripts where there is a shell in them. */
const SCRIPT = { node: ['npm', 'start'], bun: ['bun', 'run', 'start'] } as const;
const FILES = {
  node: ['server.js', 'index.js'],
  bun: ['server.ts', 'index.ts', 'src/server.ts', 'src/index.ts', 'server.js', 'index.js'],
} as const;

/**
 * The words that start a service: the start script's own, where they need no shell, so that the runtime itself gets the
 * signals; else the script. Throws `INPUT_INVALID` where nothing says how it is started.
 */
export async function chooseStart(
  project: Project,
  manifest: PackageJson,
  runtime: 'node' | 'bun',
  asked: string | null,
): Promise<readonly string[]> {
  if (asked !== null) return [runtime, asked];
  const script = manifest.scripts['start']?.trim() ?? '';
  if (script !== '') {
    const words = script.split(/ +/);
    return PLAIN.test(script) && words[0] === runtime ? words : SCRIPT[runtime];
  }
  const file = await findStart(project, manifest, runtime);
  if (file !== null) return [runtime, file];
  throw new PlimsollError(
    'INPUT_INVALID',
    `package.json has no start script, and there is no ${FILES[runtime].slice(0, 2).join(' nor ')}`,
    { hint: 'Add a start script, or say which file is started: --main FILE.' },
  );
}

/** The file that is started where no script says so: by `module` or `main`, else by its name. `null`: there is none. */
export async function findStart(
  project: Project,
  { main, module }: PackageJson,
  runtime: 'node' | 'bun',
): Promise<string | null> {
  for (const file of [runtime === 'bun' ? module : undefined, main, ...FILES[runtime]]) {
    if (file === undefined || file.startsWith('/') || file.split('/').includes('..')) continue;
    if ((await project.read(file)) !== null) return file;
  }
  return null;
}

/**
 * The folder that a build leaves what is started in, by the words that start it: `dist` for `node dist/server.js`. `null`
 * where they do not tell, or it is a folder of the source.
 */
export function findOutput(project: Project, [program = '', file = '']: readonly string[]): string | null {
  const [, folder] = /^(?:\.\/)?([\w-]+|\.output)\//.exec(file) ?? [];
  if (!RUNTIMES.has(program) || folder === undefined) return null;
  return OUTPUTS.has(folder) || !project.names.has(folder) ? folder : null;
}

const RUNTIMES = new Set(['node', 'bun']);

/** Folders of builds, also where one was left by a build here. */
const OUTPUTS = new Set(['dist', 'build', 'out', 'lib', '.output']);
