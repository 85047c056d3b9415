import { dockerfile, joinStages, type DockerfileText } from './dockerfile-text.ts';
import { exposePort } from './plan.ts';
import type { PythonStart } from './python-start.ts';

export const PYTHON_IGNORED = [
  '.venv',
  'venv',
  '**/__pycache__',
  '**/*.pyc',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
  '.tox',
];

/** A stage that leaves all of a virtual environment at `/app/.venv`, and one that ships it beside the source, as nobody in particular. */
export function writePython(from: string, build: DockerfileText, { words, port }: PythonStart): DockerfileText {
  return joinStages(
    dockerfile`
      FROM ${from} AS build
      ${build}
    `,
    dockerfile`
      FROM ${from}
      ENV PATH="/app/.venv/bin:$PATH" PYTHONUNBUFFERED=1
      WORKDIR /app
      COPY --from=build /app/.venv ./.venv
      COPY . .
      USER 65532:65532
      ${exposePort(port)}
      CMD ${words}
    `,
  );
}
