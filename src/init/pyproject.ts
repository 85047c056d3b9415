import { intersects, validRange } from 'semver';
import { parse } from 'smol-toml';
import * as v from 'valibot';
import { parseManifest } from './parse-manifest.ts';
import type { Project } from './project.ts';

const TEXTS = v.fallback(v.record(v.string(), v.string()), {});

/** What Poetry had there before `[project]` (https://python-poetry.org/docs/pyproject/). */
const POETRY = v.object({
  name: v.optional(v.string()),
  dependencies: v.optional(v.record(v.string(), v.unknown()), {}),
  scripts: v.optional(v.record(v.string(), v.unknown()), {}),
  packages: v.optional(v.unknown()),
  'package-mode': v.optional(v.boolean(), true),
});

/** What is read of pyproject.toml (https://packaging.python.org/en/latest/specifications/pyproject-toml/). */
const SCHEMA = v.object({
  project: v.optional(
    v.object({
      name: v.fallback(v.optional(v.string()), undefined),
      'requires-python': v.optional(v.string()),
      dependencies: v.optional(v.array(v.string()), []),
      scripts: v.optional(TEXTS, {}),
    }),
  ),
  'build-system': v.optional(v.unknown()),
  tool: v.optional(v.object({ poetry: v.optional(POETRY) }), {}),
});

export type Pyproject = v.InferOutput<typeof SCHEMA>;

/** `null` where there is none. Throws `INPUT_INVALID` where it is not what the specification says. */
export async function readPyproject(project: Project): Promise<Pyproject | null> {
  const text = await project.read('pyproject.toml');
  if (text === null) return null;
  return parseManifest('pyproject.toml', () => v.parse(SCHEMA, parse(text)));
}

/** Releases that are kept up (https://devguide.python.org/versions/), the first choice first: for the newest, many packages have no wheels yet. */
const PYTHON = ['3.14', '3.13', '3.12', '3.11'] as const;

/** The base image: by `.python-version`, else the newest release that `requires-python` lets in. */
export async function choosePython(project: Project, pyproject: Pyproject | null): Promise<string> {
  const [, pinned] = /^\s*(?:cpython-)?(3\.[0-9]{1,2})\b/.exec((await project.read('.python-version')) ?? '') ?? [];
  const ofPoetry = pyproject?.tool.poetry?.dependencies['python'];
  const wanted = pyproject?.project?.['requires-python'] ?? (typeof ofPoetry === 'string' ? ofPoetry : '*');
  // The two languages of versions differ little: https://packaging.python.org/en/latest/specifications/version-specifiers/
  const range = validRange(
    wanted
      .replaceAll(',', ' ')
      .replace(/!=\s*[^\s]+/g, '')
      .replaceAll('~=', '>=')
      .replaceAll('==', '='),
  );
  const version = pinned ?? PYTHON.find((one) => intersects(`${one}.x`, range ?? '*')) ?? PYTHON[0];
  return `python:${version}-slim-trixie`;
}
