import { dockerfile, type DockerfileText } from './dockerfile-text.ts';
import { noLockNote, writeLock } from './lock.ts';
import { choosePython, readPyproject } from './pyproject.ts';
import { choosePythonStart } from './python-start.ts';
import { PYTHON_IGNORED, writePython } from './python.ts';
import type { Plan, Wishes } from './plan.ts';
import type { Project } from './project.ts';

const UV = 'uv==0.13.9';

/** A project that uv can install. Throws `INPUT_INVALID` where nothing says what is started. */
export async function planUv(project: Project, wishes: Wishes): Promise<Plan> {
  const pyproject = await readPyproject(project);
  const base = await choosePython(project, pyproject);
  const start = await choosePythonStart(
    project,
    pyproject,
    (pyproject?.project?.dependencies ?? []).join('\n'),
    wishes,
  );
  const isLocked = project.names.has('uv.lock');
  const build = dockerfile`
    RUN --mount=type=cache,target=/root/.cache/pip \\
        pip install ${UV}
    ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never
    WORKDIR /app
    COPY pyproject.toml ${writeLock('uv.lock', isLocked)} ./
    RUN --mount=type=cache,target=/root/.cache/uv \\
        ${isLocked ? dockerfile`uv sync --locked --no-dev --no-install-project` : dockerfile`uv sync --no-dev --no-install-project`}
    ${pyproject?.['build-system'] === undefined ? null : writeOwn(isLocked)}
  `;
  return {
    images: [base],
    write: (image) => writePython(image(base), build, start),
    ignored: PYTHON_IGNORED,
    notes: isLocked ? [] : [noLockNote('uv.lock', 'uv lock')],
  };
}

/** A package of its own: it has scripts, or is imported by its name. */
function writeOwn(isLocked: boolean): DockerfileText {
  return dockerfile`
    COPY . .
    RUN --mount=type=cache,target=/root/.cache/uv \\
        ${isLocked ? dockerfile`uv sync --locked --no-dev --no-editable` : dockerfile`uv sync --no-dev --no-editable`}
  `;
}
