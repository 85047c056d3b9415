import { PlimsollError } from '../errors.ts';
import type { Wishes } from './plan.ts';
import type { Project } from './project.ts';
import type { Pyproject } from './pyproject.ts';

/** Where frameworks listen that do not say otherwise. */
const PORT = 8000;

const FILES = ['main.py', 'app.py', 'server.py'];

export interface PythonStart {
  readonly words: readonly string[];
  /** Where it is told to listen; `null`: by itself. */
  readonly port: number | null;
}

/**
 * The words that start a program of Python's: a server that is among the dependencies (`text` is all that names them),
 * with the application that the file makes; else the file itself, or the package's only script. Throws `INPUT_INVALID`
 * where nothing says what is started.
 */
export async function choosePythonStart(
  project: Project,
  pyproject: Pyproject | null,
  dependencies: string,
  { main, port }: Wishes,
): Promise<PythonStart> {
  const listens = port ?? PORT;
  const has = (name: string): boolean => new RegExp(`(?:^|["'\\s])${name}(?![\\w.-])`, 'im').test(dependencies);
  const file = main ?? (await findFile(project));
  if (file !== null) {
    const text = (await project.read(file)) ?? '';
    const module = file.replace(/\.py$/, '').replaceAll('/', '.');
    const [, asgi] = /^(\w+)\s*(?::[^=\n]*)?=\s*(?:FastAPI|Starlette|Quart|Litestar)\(/m.exec(text) ?? [];
    if (asgi !== undefined && (has('uvicorn') || /fastapi\[/i.test(dependencies))) {
      return { words: ['uvicorn', '--host', '0.0.0.0', '--port', String(listens), `${module}:${asgi}`], port: listens };
    }
    const [, wsgi] = /^(\w+)\s*(?::[^=\n]*)?=\s*(?:Flask|Bottle|falcon\.App)\(/m.exec(text) ?? [];
    if (wsgi !== undefined && has('gunicorn')) {
      return { words: ['gunicorn', '--bind', `0.0.0.0:${listens}`, `${module}:${wsgi}`], port: listens };
    }
    return { words: ['python', file], port };
  }
  const [script, ...others] = Object.keys({ ...pyproject?.project?.scripts, ...pyproject?.tool.poetry?.scripts });
  if (script !== undefined && others.length === 0) return { words: [script], port };
  throw new PlimsollError('INPUT_INVALID', `there is no ${FILES.join(', ')}, nor one script in pyproject.toml`, {
    hint: 'Say which file is started: --main FILE.',
  });
}

async function findFile(project: Project): Promise<string | null> {
  for (const file of FILES) if (project.names.has(file)) return await Promise.resolve(file);
  return null;
}
