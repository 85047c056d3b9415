import { PlimsollError } from '../errors.ts';
import type { PackageJson } from './package-json.ts';
import type { Project } from './project.ts';

/** Nothing that a shell would see more in than words. */
const PLAIN = /^[\w./@:=,+-]+(?: +[\w./@:=,+-]+)*$/;

/**
 * The words that start a service: the start script's own, where they need no shell, so that node itself gets the signals;
 * else npm's. Throws `INPUT_INVALID` where nothing says how it is started.
 */
export async function chooseStart(
  project: Project,
  { scripts, main }: PackageJson,
  asked: string | null,
): Promise<readonly string[]> {
  if (asked !== null) return ['node', asked];
  const script = scripts['start']?.trim() ?? '';
  if (script !== '') {
    const words = script.split(/ +/);
    return PLAIN.test(script) && words[0] === 'node' ? words : ['npm', 'start'];
  }
  for (const file of [main, 'server.js', 'index.js']) {
    if (file === undefined || file.startsWith('/') || file.split('/').includes('..')) continue;
    if ((await project.read(file)) !== null) return ['node', file];
  }
  throw new PlimsollError('INPUT_INVALID', 'package.json has no start script, and there is no server.js nor index.js', {
    hint: 'Add a start script, or say which file is started: --main FILE.',
  });
}

/**
 * The folder that a build leaves what is started in, by the words that start it: `dist` for `node dist/server.js`. `null`
 * where they do not tell, or it is a folder of the source.
 */
export function findOutput(project: Project, [program, file = '']: readonly string[]): string | null {
  const [, folder] = /^(?:\.\/)?([\w-]+|\.output)\//.exec(file) ?? [];
  if (program !== 'node' || folder === undefined) return null;
  return OUTPUTS.has(folder) || !project.names.has(folder) ? folder : null;
}

/** Folders of builds, also where one was left by a build here. */
const OUTPUTS = new Set(['dist', 'build', 'out', 'lib', '.output']);
