import { PlimsollError } from '../errors.ts';
import { KINDS, type Kind } from './kinds.ts';
import { readPackageManager } from './package-json.ts';
import { readPyproject } from './pyproject.ts';
import type { Project } from './project.ts';

/** What kind of project it is. Throws `INPUT_INVALID` where it is none that is written for, or could be several. */
export async function detectKind(project: Project): Promise<Kind> {
  const found = [...listByFile(project), ...(await listOfNode(project)), ...(await listOfPython(project))];
  const [first, ...others] = found;
  if (first === undefined) {
    throw new PlimsollError('INPUT_INVALID', 'this is no project that init knows', {
      hint: 'It looks for go.mod, package.json, pyproject.toml, requirements.txt, Cargo.toml, pom.xml, build.gradle, composer.json and *.csproj in the folder itself.',
    });
  }
  const written = KINDS.find((kind) => found.some(({ tool }) => tool === kind));
  if (others.length > 0) {
    const list = found.map(({ tool, file }) => `${tool} (${file})`).join(', ');
    throw new PlimsollError('INPUT_INVALID', `this could be several kinds of project: ${list}`, {
      hint: written === undefined ? ONLY : `Say which: --kind ${written}.`,
    });
  }
  if (written !== undefined) return written;
  throw new PlimsollError('INPUT_INVALID', `this is a project of ${first.tool} (${first.file})`, { hint: ONLY });
}

const ONLY = `init writes for ${KINDS.join(', ')}.`;

/** What builds the project, and what told so. */
interface Candidate {
  readonly tool: string;
  readonly file: string;
}

/** Those that nothing is written for are looked for too: they are not to be taken for what stands beside them. */
const TOOLS: readonly Candidate[] = [
  { tool: 'go', file: 'go.mod' },
  { tool: 'cargo', file: 'Cargo.toml' },
  { tool: 'maven', file: 'pom.xml' },
  { tool: 'composer', file: 'composer.json' },
  { tool: 'bundler', file: 'Gemfile' },
];
const NODE: readonly Candidate[] = [
  { tool: 'npm', file: 'package-lock.json' },
  { tool: 'pnpm', file: 'pnpm-lock.yaml' },
  { tool: 'yarn', file: 'yarn.lock' },
  { tool: 'bun', file: 'bun.lock' },
  { tool: 'bun', file: 'bun.lockb' },
];
/** The first that is there tells: a build of several projects has settings alone at its top. */
const GRADLE: readonly Candidate[] = [
  { tool: 'gradle', file: 'build.gradle.kts' },
  { tool: 'gradle', file: 'build.gradle' },
  { tool: 'gradle', file: 'settings.gradle.kts' },
  { tool: 'gradle', file: 'settings.gradle' },
];
const PYTHON: readonly Candidate[] = [
  { tool: 'uv', file: 'uv.lock' },
  { tool: 'poetry', file: 'poetry.lock' },
  { tool: 'pdm', file: 'pdm.lock' },
  { tool: 'pipenv', file: 'Pipfile' },
];

function listByFile({ names }: Project): readonly Candidate[] {
  const projects = [...names].find((name) => /\.(?:csproj|fsproj|sln|slnx)$/.test(name));
  return [
    ...TOOLS.filter(({ file }) => names.has(file)),
    ...GRADLE.filter(({ file }) => names.has(file)).slice(0, 1),
    ...(projects === undefined ? [] : [{ tool: 'dotnet', file: projects }]),
  ];
}

/** By its lock, and by what package.json says where there is none, or that of another too. */
async function listOfNode(project: Project): Promise<readonly Candidate[]> {
  const { names } = project;
  if (!names.has('package.json')) return [];
  const locked = NODE.filter(({ file }) => names.has(file));
  if (new Set(locked.map(({ tool }) => tool)).size === 1) return locked.slice(0, 1);
  const named = await readPackageManager(project);
  const tool = NODE.find((one) => one.tool === named?.name)?.tool;
  if (tool !== undefined) return [{ tool, file: 'package.json' }];
  return locked.length > 0 ? locked : [{ tool: 'npm', file: 'package.json' }];
}

/** pyproject.toml may hold nothing but the settings of a linter. */
async function listOfPython(project: Project): Promise<readonly Candidate[]> {
  const locked = PYTHON.filter(({ file }) => project.names.has(file));
  if (locked.length > 0) return locked;
  const pyproject = await readPyproject(project);
  if (pyproject?.tool.poetry !== undefined) return [{ tool: 'poetry', file: 'pyproject.toml' }];
  return [
    ...(pyproject?.project === undefined ? [] : [{ tool: 'uv', file: 'pyproject.toml' }]),
    ...(project.names.has('requirements.txt') ? [{ tool: 'pip', file: 'requirements.txt' }] : []),
  ];
}
